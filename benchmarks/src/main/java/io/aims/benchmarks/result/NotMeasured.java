package io.aims.benchmarks.result;

/**
 * Something that could not be measured, and why.
 *
 * @param key what is missing
 * @param reason the reason, one sentence without a period at its end
 */
public record NotMeasured(Key key, String reason) {}
