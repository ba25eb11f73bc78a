package io.aims.testing;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.control.Catalogue;
import io.aims.evaluation.Basis;
import io.aims.evaluation.Evaluation;
import io.aims.law.Classifier;
import io.aims.risk.RiskCriteria;
import io.aims.rule.LegalLayer;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.rules.RulePacks;
import io.aims.rules.law.LegalPacks;
import io.aims.system.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The standard rules, with and without the law that stands beside them. An evaluation that names them, fingerprints
 * included, can be explained without being told by what it was made.
 */
final class StandardRules {

    private StandardRules() {}

    static Optional<RuleBase> of(Evaluation evaluation) {
        return Optional.ofNullable(Bases.ALL.get(evaluation.basis()));
    }

    /** Read when the first reason is asked for. */
    private static final class Bases {

        static final Map<Basis, RuleBase> ALL = read();

        private static Map<Basis, RuleBase> read() {
            Vocabulary vocabulary = Vocabularies.standard();
            Catalogue catalogue = Catalogues.iso42001();
            RiskCriteria criteria = Criteria.standard();
            List<RulePack> packs = List.of(RulePacks.standard());
            return Stream.of(
                            List.<LegalLayer>of(),
                            List.<LegalLayer>of(new Classifier(LegalPacks.euAiAct(), vocabulary)))
                    .map(laws -> new RuleBase(vocabulary, catalogue, criteria, packs, laws))
                    .collect(Collectors.toMap(Basis::of, base -> base));
        }
    }
}
