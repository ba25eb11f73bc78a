package io.aims.rules.internal;

import io.aims.error.AimsException;
import io.aims.text.Quoted;
import java.time.Duration;

/** When the evaluation of one system must be over. */
final class Deadline {

    private final String systemId;
    private final Duration limit;
    private final long limitNanos;
    private final long start = System.nanoTime();

    Deadline(String systemId, Duration limit) {
        this.systemId = systemId;
        this.limit = limit;
        this.limitNanos = nanos(limit);
    }

    /** Returns the id of the system, fit for a message. */
    String systemId() {
        return Quoted.of(systemId);
    }

    boolean isPast() {
        return nanosLeft() <= 0;
    }

    long nanosLeft() {
        return limitNanos - (System.nanoTime() - start);
    }

    AimsException exceeded() {
        return new AimsException(
                "AIMS-3002",
                "The evaluation of system (" + systemId() + ") took longer than its deadline (" + limit + ").",
                "Maybe the machine is overloaded: allow a later deadline, or run fewer evaluations at a time.");
    }

    private static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }
}
