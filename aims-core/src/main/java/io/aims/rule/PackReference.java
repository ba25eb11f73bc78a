package io.aims.rule;

/**
 * Names a pack as it was used: what it was, and that it was this very content.
 *
 * @param id the id of the pack
 * @param version its version
 * @param fingerprint the SHA-256 of its rules, 64 hexadecimal digits
 * @since 0.1
 */
public record PackReference(String id, String version, String fingerprint) {}
