package io.aims.benchmarks;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.law.Classifier;
import io.aims.rule.RuleBase;
import io.aims.rules.RulePacks;
import io.aims.rules.law.LegalPacks;
import io.aims.system.Vocabulary;
import java.util.List;

/** What {@code Aims.standard()} rests on, for contenders that are not AIMS. */
public final class StandardBase {

    private StandardBase() {}

    /**
     * Joins the standard pack, vocabulary, catalogue and criteria with the law that is in use by default.
     *
     * @return a base whose rules have the positions that they have in {@code Aims.standard()}
     */
    public static RuleBase create() {
        Vocabulary vocabulary = Vocabularies.standard();
        return new RuleBase(
                vocabulary,
                Catalogues.iso42001(),
                Criteria.standard(),
                List.of(RulePacks.standard()),
                List.of(new Classifier(LegalPacks.euAiAct(), vocabulary)));
    }
}
