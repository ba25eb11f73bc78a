package io.aims.treatment.statement;

/**
 * A system in scope of a statement, with the seals of what is said about it.
 *
 * @param id the id of the system
 * @param name its name
 * @param evaluation the seal of its evaluation
 * @param states the SHA-256 of what is said of its controls, joined with what the organisation says
 * @since 0.1
 */
public record ScopedSystem(String id, String name, String evaluation, String states) {}
