package io.aims.packs.documentation;

import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which rules of a base lead to which results, which read them, and where their pages are. */
final class Results {

    private final Catalogue catalogue;
    private final PageNames pages;
    private final Map<Object, List<Rule>> leading = new HashMap<>();
    private final Map<Object, List<Rule>> reading = new HashMap<>();
    private final Map<RuleId, Integer> strata = new HashMap<>();

    Results(RuleBase base, PageNames pages) {
        this.catalogue = base.catalogue();
        this.pages = pages;
        for (int i = 0; i < base.rules().size(); i++) {
            Rule rule = base.rules().get(i);
            strata.put(rule.id(), base.stratumOf(i));
            conclusions(rule)
                    .forEach(id -> leading.computeIfAbsent(id, key -> new ArrayList<>())
                            .add(rule));
            rule.condition().tests().stream()
                    .filter(Condition.ResultTest.class::isInstance)
                    .map(Results::read)
                    .distinct()
                    .forEach(id -> reading.computeIfAbsent(id, key -> new ArrayList<>())
                            .add(rule));
        }
    }

    private static Object read(Condition.Test test) {
        if (test instanceof Condition.HasRiskSource hasSource) {
            return hasSource.source();
        }
        return test instanceof Condition.LevelAtLeast level ? level.objective() : ((Condition.IsNeeded) test).control();
    }

    /** Returns controls, objectives and risk sources to which a rule leads. */
    List<Object> conclusions(Rule rule) {
        List<Object> ids = new ArrayList<>(rule.requires());
        ids.addAll(rule.threatens());
        ids.addAll(rule.raises());
        return ids;
    }

    /** Returns the rules that lead to a result, sorted. */
    List<Rule> leadingTo(Object id) {
        return leading.getOrDefault(id, List.of());
    }

    /** Returns the rules that read a result, sorted. */
    List<Rule> reading(Object id) {
        return reading.getOrDefault(id, List.of());
    }

    /** Returns the rules that read what a rule concludes, sorted. */
    List<Rule> readersOf(Rule rule) {
        return conclusions(rule).stream()
                .flatMap(id -> reading(id).stream())
                .distinct()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    /** Returns rules with those of the pack before all others. */
    List<Rule> ownFirst(List<Rule> rules) {
        return rules.stream()
                .sorted(Comparator.comparing(rule -> pages.of(rule.id()).isEmpty()))
                .toList();
    }

    /** Returns the id of a result with its title. */
    String titled(Object id) {
        Optional<String> title = id instanceof ControlId control
                ? catalogue.control(control).map(Control::title)
                : id instanceof ObjectiveId objective
                        ? catalogue.objective(objective).map(Objective::title)
                        : catalogue.riskSource((RiskSourceId) id).map(RiskSource::title);
        return id + title.map(words -> " " + words).orElse("");
    }

    int stratum(Rule rule) {
        return strata.getOrDefault(rule.id(), 0);
    }

    /** Returns a rule as a link to its page, or as text if it stands in another pack. */
    String link(Rule rule, String folder) {
        return pages.of(rule.id())
                .map(page -> MarkdownPage.link(rule.id().value(), folder + page))
                .orElseGet(() -> MarkdownPage.text(rule.id().value()));
    }
}
