package io.aims.cli;

import io.aims.Aims;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.reasoning.counterfactual.Target;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads targets as they print themselves, in any case. */
final class Targets {

    private static final String FORMS =
            "Say level<=MODERATE, C.2.5<=LOW, not-needed:A.9.2, not-required:A.9.2, absent:C.3.3,"
                    + " silent:ADM-14 or not-stopped.";
    private static final String AT_MOST = "<=";
    private static final String LEVEL = "level";
    private static final String NOT_STOPPED = "not-stopped";
    private static final List<String> KINDS = List.of("not-needed", "not-required", "absent", "silent");

    private final Aims aims;

    Targets(Aims aims) {
        this.aims = aims;
    }

    /**
     * Reads a target.
     *
     * @throws AimsException AIMS-5040, if it has no form that is known, or names what does not exist
     */
    Target read(String text) {
        int limit = text.indexOf(AT_MOST);
        if (limit >= 0) {
            return atMost(
                    text,
                    text.substring(0, limit).strip(),
                    text.substring(limit + AT_MOST.length()).strip());
        }
        if (text.strip().toLowerCase(Locale.ROOT).equals(NOT_STOPPED)) {
            return Target.notStopped();
        }
        int colon = Math.max(0, text.indexOf(':'));
        String id = text.substring(Math.min(text.length(), colon + 1)).strip();
        return switch (text.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
            case "not-needed" -> Target.notNeeded(new ControlId(find(text, id, controls())));
            case "not-required" -> Target.notRequired(new ControlId(find(text, id, controls())));
            case "absent" ->
                Target.absent(new RiskSourceId(
                        find(text, id, aims.catalogue().riskSources().stream().map(RiskSource::id))));
            case "silent" ->
                Target.silent(new RuleId(find(text, id, aims.rules().stream().map(Rule::id))));
            default -> throw wrong(text, nearForm(text).orElse(FORMS));
        };
    }

    private Target atMost(String text, String what, String level) {
        RiskLevel most = RiskLevel.valueOf(find(
                text, level.replace('-', '_'), Arrays.stream(RiskLevel.values()).map(RiskLevel::name)));
        if (what.toLowerCase(Locale.ROOT).equals(LEVEL)) {
            return Target.levelAtMost(most);
        }
        Stream<Object> objectives = aims.catalogue().objectives().stream().map(Objective::id);
        return Target.levelAtMost(new ObjectiveId(find(text, what, Stream.concat(Stream.of(LEVEL), objectives))), most);
    }

    private Stream<ControlId> controls() {
        return aims.catalogue().controls().stream().map(Control::id);
    }

    private static String find(String text, String word, Stream<?> known) {
        List<String> words = known.map(Object::toString).toList();
        return words.stream()
                .filter(each -> each.equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> wrong(
                        text,
                        Nearest.to(word, words)
                                .map(near -> "Maybe you meant (" + near + ").")
                                .orElse(FORMS)));
    }

    private static Optional<String> nearForm(String text) {
        List<String> forms = new ArrayList<>(KINDS);
        forms.add(NOT_STOPPED);
        String kind = text.substring(0, text.indexOf(':') < 0 ? text.length() : text.indexOf(':'));
        return Nearest.to(kind, forms).map(near -> "Maybe you meant (" + near + ").");
    }

    private static AimsException wrong(String text, String advice) {
        return new AimsException(
                "AIMS-5040", "The target (" + Quoted.of(text) + ") is none that can be reached.", advice);
    }
}
