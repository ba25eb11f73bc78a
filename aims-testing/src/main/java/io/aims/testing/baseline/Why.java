package io.aims.testing.baseline;

import io.aims.Aims;
import io.aims.control.ControlId;
import io.aims.evaluation.Evaluation;
import io.aims.interchange.SystemDocument;
import io.aims.law.text.LegalNarrative;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Explanation;
import io.aims.reasoning.proof.Proofs;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Why an outcome of a system is another one: the rules that came to something else are proved, and other outcomes name the
 * rules they follow from. What no such rule explains is proved itself.
 */
final class Why {

    private final Aims aims;
    private final SystemDocument document;
    private final LocalDate asOf;
    private final Set<String> changedRules;
    private @Nullable Proofs proofs;

    Why(Aims aims, SystemDocument document, LocalDate asOf, SystemOutcomes before, SystemOutcomes after) {
        this.aims = aims;
        this.document = document;
        this.asOf = asOf;
        this.changedRules = changed(before, after);
    }

    private static Set<String> changed(SystemOutcomes before, SystemOutcomes after) {
        Set<String> rules = new TreeSet<>(before.of(Section.RULES).keySet());
        rules.addAll(after.of(Section.RULES).keySet());
        rules.removeIf(rule -> before.of(Section.RULES)
                .getOrDefault(rule, "")
                .equals(after.of(Section.RULES).getOrDefault(rule, "")));
        return rules;
    }

    String of(Section section, String id) {
        return switch (section) {
            case ANSWERS, CONTRADICTIONS -> "";
            case RULES, STOPS -> rule(new RuleId(id));
            case LAWS -> law(id);
            case LEVELS ->
                id.equals(SystemOutcomes.OVERALL)
                        ? ""
                        : because(
                                rulesOf(id, section),
                                () -> text(Explanation.of(proofs().objective(new ObjectiveId(id)), Detail.SHORT)));
            case RISK_SOURCES ->
                because(
                        rulesOf(id, section),
                        () -> text(Explanation.of(proofs().riskSource(new RiskSourceId(id)), Detail.SHORT)));
            case CONTROLS ->
                because(
                        rulesOf(id, section),
                        () -> text(Explanation.of(proofs().control(new ControlId(id)), Detail.SHORT)));
            case GAPS -> "";
        };
    }

    private interface Told {
        String text();
    }

    private static String because(List<String> rules, Told proof) {
        return rules.isEmpty() ? proof.text() : "Because of " + String.join(", ", rules) + ".";
    }

    /** The rules that came to something else and bear on an outcome. */
    private List<String> rulesOf(String id, Section section) {
        List<String> bearing = new ArrayList<>();
        for (String rule : changedRules) {
            Rule known = rule(rule);
            if (known == null || concludes(known, id, section)) {
                bearing.add(rule);
            }
        }
        return bearing;
    }

    private static boolean concludes(Rule rule, String id, Section section) {
        return switch (section) {
            case LEVELS ->
                rule.threatens().stream().anyMatch(each -> each.value().equals(id));
            case RISK_SOURCES ->
                rule.raises().stream().anyMatch(each -> each.value().equals(id));
            default -> rule.requires().stream().anyMatch(each -> each.value().equals(id));
        };
    }

    private @Nullable Rule rule(String id) {
        return aims.packs().stream()
                .flatMap(pack -> pack.rule(new RuleId(id)).stream())
                .findFirst()
                .orElse(null);
    }

    private String rule(RuleId id) {
        if (rule(id.value()) == null) {
            return "No pack in use has that rule.";
        }
        boolean isFalse = proofs().evaluation().finding(id).isEmpty();
        return text(
                isFalse
                        ? Explanation.of(proofs().whyNot(id), Detail.SHORT)
                        : Explanation.of(proofs().rule(id), Detail.SHORT));
    }

    private String law(String id) {
        boolean inUse = aims.laws().stream().anyMatch(law -> law.id().equals(id));
        return inUse
                ? LegalNarrative.of(aims.classify(document.system(), id, asOf), Detail.SHORT)
                        .text()
                : "That law is not in use.";
    }

    private Proofs proofs() {
        Proofs ready = proofs;
        if (ready == null) {
            Evaluation evaluation = aims.evaluate(document.system(), asOf);
            ready = aims.explain(evaluation);
            proofs = ready;
        }
        return ready;
    }

    private static String text(Explanation explanation) {
        return explanation.text();
    }
}
