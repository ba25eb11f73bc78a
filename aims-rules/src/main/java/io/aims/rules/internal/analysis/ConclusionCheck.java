package io.aims.rules.internal.analysis;

import io.aims.control.Catalogue;
import io.aims.error.Diagnostics;
import io.aims.error.Place;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Severity;
import io.aims.rule.Rule;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks that what a rule concludes has an effect, and the one that it seems to have. Not thread-safe. */
final class ConclusionCheck {

    private static final String CONCLUSION = "AIMS-2008";
    static final String NO_LIFT = "AIMS-2124";
    private static final String NO_EFFECT = "AIMS-2125";
    private static final String STRANGE_THREAT = "AIMS-2135";

    private final Diagnostics found;

    ConclusionCheck(Diagnostics found) {
        this.found = found;
    }

    /** Tells what makes no sense. */
    void check(PlacedRule placed) {
        Rule rule = placed.rule();
        if (rule.contributes() != null
                && (rule.raises().isEmpty() || rule.threatens().isEmpty())) {
            error(
                    placed,
                    placed.places().key("likelihood"),
                    "contributes a likelihood but " + (rule.raises().isEmpty() ? "raises" : "threatens") + " nothing",
                    "Maybe name the risk source that it raises and the objective that it threatens.");
        }
        if (rule.floor() != null && rule.threatens().isEmpty()) {
            error(
                    placed,
                    placed.places().key("severityFloor"),
                    "sets a severity floor but threatens nothing",
                    "Maybe name the objectives it is meant for.");
        }
        if (concludesNothing(rule)) {
            error(
                    placed,
                    placed.places().begin(),
                    "concludes nothing",
                    "Maybe it should require a control or contribute a likelihood.");
        }
    }

    /** Tells what somebody should look at. */
    void checkEffect(PlacedRule placed) {
        Rule rule = placed.rule();
        if (!rule.raises().isEmpty()
                && !rule.threatens().isEmpty()
                && rule.contributes() == null
                && rule.floor() == null) {
            Place place = placed.places().key("threatens");
            found.warning(
                    NO_EFFECT,
                    place,
                    placed.subject(place) + " raises (" + ids(rule.raises()) + ") and threatens ("
                            + ids(rule.threatens()) + ") without a likelihood, so that no level of risk rises.",
                    "Maybe add a likelihood, or leave one of the two out.");
        }
        if (rule.floor() == Severity.values()[0]) {
            Place place = placed.places().key("severityFloor");
            found.warning(
                    NO_LIFT,
                    place,
                    placed.subject(place) + " sets the severity floor (" + rule.floor()
                            + "), below which nothing can be.",
                    "Maybe leave it out, or name a higher severity.");
        }
    }

    /** Tells which threats the catalogue does not know. */
    void checkThreats(PlacedRule placed, Catalogue catalogue) {
        Rule rule = placed.rule();
        if (rule.contributes() == null) {
            return;
        }
        for (ObjectiveId objective : rule.threatens()) {
            String sources = rule.raises().stream()
                    .flatMap(source -> catalogue.riskSource(source).stream())
                    .filter(source ->
                            !source.threatens().isEmpty() && !source.threatens().contains(objective))
                    .map(source -> source.id().value())
                    .collect(Collectors.joining(", "));
            if (!sources.isEmpty()) {
                Place place = placed.places().key("threatens");
                found.warning(
                        STRANGE_THREAT,
                        place,
                        placed.subject(place) + " raises (" + sources + ") and threatens (" + objective
                                + "), which catalogue (" + catalogue.id() + ") does not say of one another.",
                        "Maybe another risk source or another objective is meant.");
            }
        }
    }

    private static boolean concludesNothing(Rule rule) {
        return rule.contributes() == null
                && rule.floor() == null
                && rule.raises().isEmpty()
                && rule.requires().isEmpty()
                && !rule.stop();
    }

    private void error(PlacedRule placed, @Nullable Place place, String what, String advice) {
        found.error(CONCLUSION, place, placed.subject(place) + " " + what + ".", advice);
    }

    private static String ids(Iterable<?> ids) {
        StringBuilder text = new StringBuilder();
        ids.forEach(id -> text.append(text.isEmpty() ? "" : ", ").append(id));
        return text.toString();
    }
}
