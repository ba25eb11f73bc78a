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
 * @param outside the rules outside the guarantees, sorted by id; their findings are kept apart
 * @since 0.1
 */
public record Basis(
        Part vocabulary, Part catalogue, Part criteria, List<PackReference> packs, List<PackReference> outside) {

    /**
     * A part that is no pack.
     *
     * @param id its id
     * @param version its version
     * @param fingerprint the SHA-256 of its content
     */
    public record Part(String id, String version, String fingerprint) {}

    /** Copies the lists. */
    public Basis {
        packs = List.copyOf(packs);
        outside = List.copyOf(outside);
    }

    /**
     * Creates a basis without rules outside the guarantees.
     *
     * @param vocabulary the vocabulary, id and version
     * @param catalogue the catalogue
     * @param criteria the risk criteria, id and version
     * @param packs the packs, sorted by id
     */
    public Basis(Part vocabulary, Part catalogue, Part criteria, List<PackReference> packs) {
        this(vocabulary, catalogue, criteria, packs, List.of());
    }

    /**
     * Returns the same basis with other rules outside the guarantees.
     *
     * @param rules the rules, sorted by id
     * @return the basis
     */
    public Basis withOutside(List<PackReference> rules) {
        return new Basis(vocabulary, catalogue, criteria, packs, rules);
    }

    /**
     * Returns the part on which everything rests that is guaranteed: levels, controls, findings of packs, questions.
     *
     * @return the same basis without rules outside the guarantees
     */
    public Basis guaranteed() {
        return withOutside(List.of());
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
