package io.aims.interchange.inventory;

/**
 * How often a characteristic was answered.
 *
 * @param characteristic the id of the characteristic
 * @param statedExact answers that were stated and leave nothing open
 * @param statedPartly answers that were stated and leave something open
 * @param inferred answers that were inferred, or narrowed by something inferred
 * @since 0.1
 */
public record AnswerSummary(String characteristic, long statedExact, long statedPartly, long inferred) {}
