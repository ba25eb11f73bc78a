package io.aims.rules;

import java.time.Duration;

/**
 * The limits within which the engine works.
 *
 * @param deadline how long one evaluation may take, waiting for its turn included
 * @param concurrency how many evaluations may run at the same time; others wait. Each costs about a megabyte
 * @since 0.1
 */
public record EngineOptions(Duration deadline, int concurrency) {

    private static final Duration STANDARD_DEADLINE = Duration.ofSeconds(10);
    private static final int STANDARD_CONCURRENCY = 4;
    private static final int MOST_CONCURRENCY = 1024;

    /** Checks the limits. */
    public EngineOptions {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("The deadline must be above zero, not " + deadline);
        }
        if (concurrency < 1 || concurrency > MOST_CONCURRENCY) {
            throw new IllegalArgumentException(
                    "The number of evaluations at a time must be 1 to " + MOST_CONCURRENCY + ", not " + concurrency);
        }
    }

    /**
     * Returns the standard limits: ten seconds, and one evaluation for each processor, but no more than four.
     *
     * @return the limits
     */
    public static EngineOptions standard() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new EngineOptions(STANDARD_DEADLINE, Math.max(1, Math.min(STANDARD_CONCURRENCY, processors)));
    }

    /**
     * Returns the same limits with another deadline.
     *
     * @param limit how long one evaluation may take
     * @return the limits
     */
    public EngineOptions withDeadline(Duration limit) {
        return new EngineOptions(limit, concurrency);
    }

    /**
     * Returns the same limits with another number of evaluations at a time.
     *
     * @param evaluations how many may run at the same time
     * @return the limits
     */
    public EngineOptions withConcurrency(int evaluations) {
        return new EngineOptions(deadline, evaluations);
    }
}
