package io.aims.testkit;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.rule.RuleBase;
import io.aims.rules.RulePacks;
import java.util.List;

/** The standard pack with the standard vocabulary, catalogue and criteria. */
public final class StandardBase {

    private static final RuleBase BASE = new RuleBase(
            Vocabularies.standard(), Catalogues.iso42001(), Criteria.standard(), List.of(RulePacks.standard()));

    private StandardBase() {}

    /** Returns the base; always the same. */
    public static RuleBase get() {
        return BASE;
    }
}
