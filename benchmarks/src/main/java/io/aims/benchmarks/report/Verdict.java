package io.aims.benchmarks.report;

import io.aims.benchmarks.result.Spread;

/** What became of a target. */
sealed interface Verdict {

    /** Returns the target. */
    Target target();

    /** Returns it in words. */
    String words();

    /**
     * It was measured. The median decides; it is told when the quartiles lie on both sides of the limit.
     *
     * @param target the target
     * @param value what was measured
     */
    record Known(Target target, Spread value) implements Verdict {

        @Override
        public String words() {
            boolean met = target.isMetBy(value.median());
            boolean sure = target.isMetBy(value.low()) == met && target.isMetBy(value.high()) == met;
            return (met ? "met" : "**not met**") + (sure ? "" : ", within the spread");
        }
    }

    /**
     * It was not measured.
     *
     * @param target the target
     * @param reason why
     */
    record Open(Target target, String reason) implements Verdict {

        @Override
        public String words() {
            return "not measured";
        }
    }
}
