package io.aims.treatment.statement;

import io.aims.reasoning.internal.Phrases;
import io.aims.risk.Range;
import io.aims.text.Quoted;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.reuse.EvidenceSuggestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words that all parts of a statement share. */
final class StatementWords {

    private static final Range<Stage> ANYTHING = new Range<>(Stage.NOT_IMPLEMENTED, Stage.EFFECTIVE);

    private StatementWords() {}

    static String of(@Nullable Range<Stage> stage) {
        if (stage == null) {
            return "not applicable";
        }
        if (stage.equals(ANYTHING)) {
            return "not known";
        }
        String low = Phrases.words(stage.low().name());
        return stage.isExact() ? low : low + " to " + Phrases.words(stage.high().name());
    }

    /** One text stands alone; several are told with their systems. */
    static String of(Said said) {
        List<String> parts = new ArrayList<>();
        boolean isAlone = said.texts().size() == 1 && said.others() == 0;
        for (Said.Text text : said.texts()) {
            parts.add(Quoted.whole(text.text())
                    + (isAlone
                            ? ""
                            : text.ofOrganisation() ? " (organisation)" : " (" + systems(text.systems()) + ")"));
        }
        if (said.others() > 0) {
            parts.add("something else (" + systems(said.others()) + ")");
        }
        return String.join("; ", parts);
    }

    static String systems(int number) {
        return Phrases.count(number, "system", "systems");
    }

    /** Names up to a number; those beyond it are counted, unless only one is left. */
    static String some(List<String> names, int all, int most) {
        if (names.size() == all && all - 1 <= most) {
            return Phrases.list(names, "and");
        }
        List<String> first = names.subList(0, Math.min(most, names.size()));
        return String.join(", ", first) + " and " + (all - first.size()) + " more";
    }

    static List<String> summary(StatementOfApplicability statement) {
        List<String> sentences = new ArrayList<>();
        int applicable = statement.entries(Applicability.APPLICABLE).size();
        int undecided = statement.entries(Applicability.UNDECIDED).size();
        int excluded = statement.entries(Applicability.NOT_APPLICABLE).size();
        sentences.add(Phrases.count(statement.entries().size(), "control", "controls") + " of "
                + Quoted.whole(statement.title()) + " for "
                + systems(statement.systems().size())
                + statement.asOf().map(day -> " on " + day).orElse("") + ": " + applicable + " applicable, " + excluded
                + " not applicable, " + undecided + " undecided.");
        if (undecided > 0) {
            sentences.add("What is undecided may not be excluded: the facts that would settle it are not known.");
        }
        if (excluded > 0) {
            sentences.add(
                    "Not applicable means that the facts give no reason for a control, not that it would be unwise.");
        }
        int reusable = (int) statement.entries().stream()
                .filter(entry -> entry.reuse().stream()
                        .anyMatch(each -> each.suggestion().mayHelp()))
                .count();
        if (reusable > 0) {
            sentences.add("For " + Phrases.count(reusable, "control", "controls")
                    + " something from other frameworks may be reused. " + EvidenceSuggestion.CAUTION);
        }
        addDecisions(statement, sentences);
        return List.copyOf(sentences);
    }

    private static void addDecisions(StatementOfApplicability statement, List<String> sentences) {
        add(statement, Decision.Standing.REFUSED, "is refused: a system needs the control, or may need it", sentences);
        add(statement, Decision.Standing.ENDED, "has ended and changes nothing", sentences);
        add(statement, Decision.Standing.NOT_BEGUN, "has not begun and changes nothing yet", sentences);
    }

    private static void add(
            StatementOfApplicability statement, Decision.Standing standing, String what, List<String> sentences) {
        List<String> controls = statement.decisions().stream()
                .filter(decision -> decision.standing() == standing)
                .map(decision -> decision.decision().control().value())
                .toList();
        for (String control : controls) {
            sentences.add("The decision about " + control + " " + what + ".");
        }
    }
}
