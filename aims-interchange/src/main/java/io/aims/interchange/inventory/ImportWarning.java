package io.aims.interchange.inventory;

/**
 * Something odd in a record. The record is imported all the same.
 *
 * @param column the id of the column in the mapping, or {@code record} if it concerns the whole record
 * @param value the value, escaped and cut
 * @param message what is odd and what became of it, a sentence
 * @since 0.1
 */
public record ImportWarning(String column, String value, String message) {}
