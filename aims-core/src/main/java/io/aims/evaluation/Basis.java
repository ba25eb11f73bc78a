package io.aims.evaluation;

import io.aims.rule.PackReference;
import io.aims.rule.RuleBase;
import java.util.List;

/**
 * What an evaluation rests on, besides the facts, with the SHA-256 of each part.
 *
 * @param vocabulary the vocabulary, id and version
 * @param catalogue the catalogue
 * @param criteria the risk criteria, id and version
 * @param packs the packs, sorted by id
 * @since 0.1
 */
public record Basis(Part vocabulary, Part catalogue, Part criteria, List<PackReference> packs) {

    /**
     * A part that is no pack.
     *
     * @param id its id
     * @param version its version
     * @param fingerprint the SHA-256 of its content
     */
    public record Part(String id, String version, String fingerprint) {}

    /** Copies the list of packs. */
    public Basis {
        packs = List.copyOf(packs);
    }

    /**
     * Returns what evaluations by some rules rest on.
     *
     * @param base the rules with vocabulary, catalogue and criteria
     * @return the names and fingerprints of all of them
     */
    public static Basis of(RuleBase base) {
        return new Basis(
                new Part(
                        base.vocabulary().id(),
                        base.vocabulary().version(),
                        base.vocabulary().fingerprint()),
                new Part(base.catalogue().id(), "", base.catalogue().fingerprint()),
                new Part(
                        base.criteria().id(),
                        base.criteria().version(),
                        base.criteria().fingerprint()),
                base.references());
    }
}
