package io.aims.testing;

import io.aims.control.Control;
import io.aims.error.AimsException;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Risk;
import io.aims.evaluation.RiskSourceResult;
import io.aims.rule.Rule;
import io.aims.system.Vocabulary;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds what the ids in assertions stand for. An id that stands for nothing is an error of the test: neither a pass nor a
 * failure would say anything about the system.
 */
final class KnownIds {

    static final String UNKNOWN_ID = "AIMS-7001";
    static final String NO_RULES = "AIMS-7002";

    private static final int MOST_LISTED = 12;

    private final Evaluation evaluation;
    private final Reasons reasons;

    KnownIds(Evaluation evaluation, Reasons reasons) {
        this.evaluation = evaluation;
        this.reasons = reasons;
    }

    ControlResult control(String id) {
        return found(
                "control",
                id,
                evaluation.controls(),
                result -> result.control().id().value());
    }

    RiskSourceResult riskSource(String id) {
        return found(
                "risk source",
                id,
                evaluation.riskSources(),
                result -> result.source().id().value());
    }

    Risk objective(String id) {
        return found(
                "objective",
                id,
                evaluation.risks(),
                risk -> risk.objective().id().value());
    }

    /** Returns a rule of the packs in use; without them only one that holds or may hold can be found. */
    Rule rule(String id) {
        Optional<Rule> finding = evaluation.findings().stream()
                .map(each -> each.rule())
                .filter(rule -> rule.id().value().equals(id))
                .findFirst();
        return finding.orElseGet(() -> found(
                "rule",
                id,
                reasons.rules().orElseThrow(() -> noRules("rule", id)).rules(),
                rule -> rule.id().value()));
    }

    /** Returns the id of a characteristic that may be answered. */
    String characteristic(String id) {
        boolean isOpen = evaluation.openQuestions().stream()
                .anyMatch(question -> question.entry().characteristic().id().equals(id));
        if (isOpen || evaluation.system().answers().containsKey(id)) {
            return id;
        }
        Vocabulary vocabulary =
                reasons.rules().orElseThrow(() -> noRules("characteristic", id)).answerable();
        return found("characteristic", id, List.copyOf(vocabulary.ids()), Function.identity());
    }

    static <T> T found(String kind, String id, Collection<T> all, Function<T, String> ids) {
        return all.stream()
                .filter(each -> ids.apply(each).equals(id))
                .findFirst()
                .orElseThrow(() -> new AimsException(
                        UNKNOWN_ID,
                        "There is no " + kind + " (" + Quoted.of(id) + "), so that nothing can be expected of it.",
                        advice(id, all.stream().map(ids).toList())));
    }

    /** Of ids, those that begin alike come first: for A.9.22 rather A.9.2 than A.2.2. */
    private static String advice(String id, List<String> all) {
        String area = id.substring(0, Math.max(id.lastIndexOf('.'), id.lastIndexOf('-')) + 1);
        List<String> alike = all.stream().filter(each -> each.startsWith(area)).toList();
        return Nearest.to(id, alike)
                .or(() -> Nearest.to(id, all))
                .map(near -> "Maybe you meant (" + near + ").")
                .orElse(
                        all.size() <= MOST_LISTED
                                ? "There are " + String.join(", ", all) + "."
                                : "Maybe a pack or catalogue that has it is missing.");
    }

    static String name(Control control) {
        return control.id() + " " + Quoted.whole(control.title());
    }

    private static AimsException noRules(String kind, String id) {
        return new AimsException(
                NO_RULES,
                "Whether there is a " + kind + " (" + Quoted.of(id)
                        + ") cannot be told: the evaluation was made by other packs than the standard one.",
                "Begin with AimsAssertions.using(aims).");
    }
}
