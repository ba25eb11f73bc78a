package io.aims.rules;

import java.time.Duration;

/**
 * The limits within which the engine works.
 *
 * @param deadline how long one evaluation may take, waiting for its turn included
 * @param concurrency how many evaluations may run at the same time; others wait. Each costs about a megabyte
 * @param trustedFirings how often trusted rules may fire for one system, all together
 * @since 0.1
 */
public record EngineOptions(Duration deadline, int concurrency, int trustedFirings) {

    private static final Duration STANDARD_DEADLINE = Duration.ofSeconds(10);
    private static final int STANDARD_CONCURRENCY = 4;
    private static final int MOST_CONCURRENCY = 1024;
    private static final int STANDARD_TRUSTED_FIRINGS = 1000;
    private static final int MOST_TRUSTED_FIRINGS = 1_000_000;

    /** Checks the limits. */
    public EngineOptions {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("The deadline must be above zero, not " + deadline);
        }
        if (concurrency < 1 || concurrency > MOST_CONCURRENCY) {
            throw new IllegalArgumentException(
                    "The number of evaluations at a time must be 1 to " + MOST_CONCURRENCY + ", not " + concurrency);
        }
        if (trustedFirings < 1 || trustedFirings > MOST_TRUSTED_FIRINGS) {
            throw new IllegalArgumentException("The number of firings of trusted rules must be 1 to "
                    + MOST_TRUSTED_FIRINGS + ", not " + trustedFirings);
        }
    }

    /**
     * Creates limits with the standard number of firings of trusted rules.
     *
     * @param deadline how long one evaluation may take
     * @param concurrency how many evaluations may run at the same time
     */
    public EngineOptions(Duration deadline, int concurrency) {
        this(deadline, concurrency, STANDARD_TRUSTED_FIRINGS);
    }

    /**
     * Returns the standard limits: ten seconds, and one evaluation for each processor, but no more than four, and
     * a thousand firings of trusted rules.
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
        return new EngineOptions(limit, concurrency, trustedFirings);
    }

    /**
     * Returns the same limits with another number of evaluations at a time.
     *
     * @param evaluations how many may run at the same time
     * @return the limits
     */
    public EngineOptions withConcurrency(int evaluations) {
        return new EngineOptions(deadline, evaluations, trustedFirings);
    }

    /**
     * Returns the same limits with another number of firings of trusted rules.
     *
     * @param firings how often trusted rules may fire for one system, all together
     * @return the limits
     */
    public EngineOptions withTrustedFirings(int firings) {
        return new EngineOptions(deadline, concurrency, firings);
    }
}
