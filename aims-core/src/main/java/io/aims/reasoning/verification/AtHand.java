package io.aims.reasoning.verification;

import io.aims.control.Catalogue;
import io.aims.risk.RiskCriteria;
import io.aims.rule.LegalLayer;
import io.aims.rule.RulePack;
import io.aims.system.Vocabulary;
import java.util.List;

/**
 * Everything on which a stored result may rest, in every version that is at hand. Which of them a result is verified
 * against, the result says; nothing is verified against another version.
 *
 * @param packs packs, also several versions of one
 * @param vocabularies vocabularies, without the characteristics that packs add
 * @param catalogues catalogues, each of all that were in use together, which may do without those that packs bring
 * @param criteria risk criteria
 * @param laws laws, also several versions of one
 * @since 0.1
 */
public record AtHand(
        List<RulePack> packs,
        List<Vocabulary> vocabularies,
        List<Catalogue> catalogues,
        List<RiskCriteria> criteria,
        List<LegalLayer> laws) {

    /** Copies the lists. */
    public AtHand {
        packs = List.copyOf(packs);
        vocabularies = List.copyOf(vocabularies);
        catalogues = List.copyOf(catalogues);
        criteria = List.copyOf(criteria);
        laws = List.copyOf(laws);
    }

    /**
     * Puts together what is at hand where no law is in use.
     *
     * @param packs packs, also several versions of one
     * @param vocabularies vocabularies, without the characteristics that packs add
     * @param catalogues catalogues, each of all that were in use together, which may do without those that packs bring
     * @param criteria risk criteria
     */
    public AtHand(
            List<RulePack> packs,
            List<Vocabulary> vocabularies,
            List<Catalogue> catalogues,
            List<RiskCriteria> criteria) {
        this(packs, vocabularies, catalogues, criteria, List.of());
    }
}
