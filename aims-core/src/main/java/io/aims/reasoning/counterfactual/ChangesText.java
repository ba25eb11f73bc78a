package io.aims.reasoning.counterfactual;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Finding;
import io.aims.evaluation.Risk;
import io.aims.evaluation.RiskSourceResult;
import io.aims.evaluation.UsedFact;
import io.aims.reasoning.internal.Markup;
import io.aims.reasoning.internal.Phrases;
import io.aims.risk.Objective;
import io.aims.risk.RiskSource;
import io.aims.rule.Condition;
import io.aims.system.Answer;
import io.aims.system.Characteristic;
import io.aims.system.Contradiction;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells in sentences which changes reach a target, and how certain it is that there are no smaller ones. */
final class ChangesText {

    private final SmallestChanges result;
    private final List<Line> lines = new ArrayList<>();

    /** What a line is to the one before it. */
    private enum Kind {
        SENTENCE,
        NUMBERED,
        ITEM
    }

    private record Line(Kind kind, String text) {}

    ChangesText(SmallestChanges result) {
        this.result = result;
        if (result.isReachedAlready()) {
            sentence("Nothing has to change: " + words(result.target()) + ".");
        } else if (result.sets().isEmpty()) {
            unreachable();
        } else {
            ways();
        }
    }

    String plain() {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (Line line : lines) {
            switch (line.kind()) {
                case SENTENCE -> text.append(text.isEmpty() ? "" : "\n").append(Quoted.whole(line.text()));
                case NUMBERED -> text.append("  ").append(++number).append(". ").append(Quoted.whole(line.text()));
                case ITEM -> text.append(number == 0 ? "  - " : "     - ").append(Quoted.whole(line.text()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        int number = 0;
        Kind before = Kind.SENTENCE;
        for (Line line : lines) {
            String escaped = Markup.markdown(line.text());
            if (line.kind() == Kind.SENTENCE || before == Kind.SENTENCE) {
                text.append(text.isEmpty() ? "" : "\n");
            }
            switch (line.kind()) {
                case SENTENCE -> text.append(escaped);
                case NUMBERED -> text.append(++number).append(". ").append(escaped);
                case ITEM -> text.append(number == 0 ? "- " : "   - ").append(escaped);
            }
            text.append('\n');
            before = line.kind();
        }
        return text.toString();
    }

    /** A target in words, with the titles of what it names. */
    private String words(Target target) {
        return Phrases.list(target.parts().stream().map(this::titled).toList(), "and");
    }

    private String titled(Target part) {
        if (part instanceof Target.ObjectiveLevel level) {
            return titled(
                    part,
                    level.objective(),
                    result.before().risk(level.objective()).map(Risk::objective).map(Objective::title));
        }
        if (part instanceof Target.NotNeeded needed) {
            return titled(part, needed.control(), control(needed.control()));
        }
        if (part instanceof Target.NotRequired required) {
            return titled(part, required.control(), control(required.control()));
        }
        if (part instanceof Target.Absent absent) {
            return titled(
                    part,
                    absent.source(),
                    result.before().riskSources().stream()
                            .map(RiskSourceResult::source)
                            .filter(source -> source.id().equals(absent.source()))
                            .map(RiskSource::title)
                            .findFirst());
        }
        return part.words();
    }

    private Optional<String> control(ControlId control) {
        return result.before().control(control).map(ControlResult::control).map(Control::title);
    }

    private static String titled(Target part, Object id, Optional<String> title) {
        return title.map(text -> part.words().replace(id.toString(), id + " (" + text + ")"))
                .orElse(part.words());
    }

    private String head() {
        return "So that " + words(result.target()) + ", ";
    }

    private void ways() {
        List<ChangeSet> sets = result.sets();
        sentence(head() + (sets.size() == 1 ? "this is enough:" : "each of these is enough:"));
        sets.forEach(this::way);
        sentence(certainty());
    }

    private void way(ChangeSet set) {
        List<Change> changes = set.changes();
        add(
                Kind.NUMBERED,
                (changes.size() == 1 ? "One change" : changes.size() + " changes")
                        + (set.cost() == changes.size() ? ":" : ", cost " + set.cost() + ":"));
        changes.forEach(change -> add(Kind.ITEM, change.words()));
        for (Contradiction contradiction : set.contradictions()) {
            add(
                    Kind.ITEM,
                    "but then "
                            + Phrases.list(
                                    contradiction.answers().stream()
                                            .map(ChangesText::statement)
                                            .toList(),
                                    "and")
                            + " contradict one another: " + contradiction.why());
        }
    }

    private static String statement(Answer answer) {
        return Phrases.name(answer.characteristic()) + " (" + Phrases.words(answer) + ")";
    }

    private String certainty() {
        if (result.isProvenMinimal()) {
            return "It is proven that no other changes cost less"
                    + (result.isComplete() ? ", and that there is no other way." : ". There may be other ways.");
        }
        return "Not proven minimal: the search was cut off after " + result.steps()
                + " trials. It is certain that no changes cost less than " + result.leastCost() + ".";
    }

    private void unreachable() {
        sentence(head() + "no change of what may be changed is enough"
                + (result.isComplete() ? "." : ", as far as was searched."));
        for (Obstacle obstacle : result.obstacles()) {
            sentence("Even with all of that at its most harmless, these rules keep it from being so that "
                    + words(obstacle.target()) + ":");
            obstacle.findings().forEach(finding -> add(Kind.ITEM, finding(finding)));
        }
    }

    private static String finding(Finding finding) {
        Map<String, Characteristic<?>> read = new HashMap<>();
        for (Condition.Test test : finding.rule().condition().tests()) {
            if (test instanceof Condition.SystemTest systemTest) {
                read.put(systemTest.characteristic().id(), systemTest.characteristic());
            }
        }
        List<String> facts =
                finding.facts().stream().map(fact -> fact(fact, read)).toList();
        return finding.rule()
                + (finding.isCertain() ? "" : ", which is not ruled out")
                + (facts.isEmpty() ? ", which always holds" : ": " + String.join("; ", facts));
    }

    private static String fact(UsedFact fact, Map<String, Characteristic<?>> read) {
        Characteristic<?> characteristic = read.get(fact.subject());
        String name = characteristic == null ? fact.subject() : Phrases.name(characteristic);
        return fact.answer().map(ChangesText::statement).orElse(name + " (" + fact.text() + ")");
    }

    private void sentence(String text) {
        add(Kind.SENTENCE, text);
    }

    private void add(Kind kind, String text) {
        lines.add(new Line(kind, text));
    }
}
