package io.aims.rule;

import java.util.List;

/**
 * Names a pack as it was used: what it was, that it was this very content, and which rules of others it replaced.
 *
 * @param id the id of the pack
 * @param version its version
 * @param fingerprint the SHA-256 of its rules, of the catalogues it brings and of what it replaces; 64 hexadecimal digits
 * @param replaces the rules of other packs that were not run because of it, in the order of their ids
 * @since 0.1
 */
public record PackReference(String id, String version, String fingerprint, List<Replacement> replaces) {

    /** Copies the list. */
    public PackReference {
        replaces = List.copyOf(replaces);
    }

    /**
     * Names a pack that replaces nothing.
     *
     * @param id the id of the pack
     * @param version its version
     * @param fingerprint the SHA-256 of its content, 64 hexadecimal digits
     */
    public PackReference(String id, String version, String fingerprint) {
        this(id, version, fingerprint, List.of());
    }
}
