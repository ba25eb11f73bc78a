package io.aims.reasoning.change;

import io.aims.evaluation.Basis;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Priority;
import io.aims.evaluation.Risk;
import io.aims.reasoning.internal.Phrases;
import io.aims.risk.Range;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.Answer;
import io.aims.system.Contradiction;
import io.aims.text.Quoted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a difference in short sentences. */
final class DiffText {

    private static final int FEW = 3;

    private final EvaluationDiff diff;
    private final StringBuilder out = new StringBuilder();

    DiffText(EvaluationDiff diff) {
        this.diff = diff;
        out.append(headline(diff)).append('\n');
        section("What changed", changes());
        section("What follows from it", consequences());
        Map<Trend, List<String>> moves = moves();
        moves.forEach((trend, lines) -> section(heading(trend), lines));
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void section(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            out.append('\n').append(heading).append('\n');
            lines.forEach(line -> out.append("  ").append(line).append('\n'));
        }
    }

    /** The whole difference in one sentence or two. */
    static String headline(EvaluationDiff diff) {
        Evaluation after = diff.after();
        String name = Quoted.of(after.system().name());
        if (diff.isEmpty()) {
            return name + ": nothing changed.";
        }
        String level = words(after.level());
        String moved = diff.levelTrend().isEmpty()
                ? "the level stays " + level
                : "the level was " + words(diff.before().level()) + " and is " + level;
        return name + ": " + moved + ". " + verdict(diff);
    }

    private static String verdict(EvaluationDiff diff) {
        boolean worse = diff.has(Trend.WORSE);
        boolean better = diff.has(Trend.BETTER);
        if (worse && better) {
            return "Some of it got worse and some better.";
        }
        if (worse || better) {
            return worse ? "It got worse." : "It got better.";
        }
        if (diff.has(Trend.KNOWN)) {
            return diff.has(Trend.OPEN) ? "Only what is known differs." : "Only more is known.";
        }
        if (diff.has(Trend.OPEN)) {
            return "Only less is known.";
        }
        return diff.has(Trend.ASIDE) ? "It got neither worse nor better." : "No result moved.";
    }

    static String heading(Trend trend) {
        return switch (trend) {
            case WORSE -> "What got worse";
            case BETTER -> "What got better";
            case KNOWN -> "What was open and is known now";
            case OPEN -> "What was known and is open now";
            case ASIDE -> "What moved otherwise";
        };
    }

    private List<String> changes() {
        List<String> lines = new ArrayList<>();
        Evaluation before = diff.before();
        Evaluation after = diff.after();
        if (diff.isRenamed()) {
            lines.add(renamed(before, after));
        }
        if (diff.isOtherDay()) {
            lines.add("It was evaluated " + day(before) + ", and is " + day(after) + ".");
        }
        diff.basis().forEach(change -> lines.add(sentence(change)));
        diff.facts()
                .forEach(change -> lines.add(Phrases.capitalised(Phrases.name(change.characteristic())) + ": was "
                        + text(change.was()) + ", is " + text(change.now()) + note(change) + "."));
        if (!diff.provenance().isEmpty()) {
            lines.add("The same answer, from another source: " + names(diff.provenance()) + ".");
        }
        return lines;
    }

    private static String renamed(Evaluation before, Evaluation after) {
        String was = Quoted.of(before.system().name()) + " ("
                + Quoted.of(before.system().id()) + ")";
        String is = Quoted.of(after.system().name()) + " ("
                + Quoted.of(after.system().id()) + ")";
        return was.equals(is)
                ? "The description in words is another one."
                : "The system was " + was + ", is " + is + ".";
    }

    private static String day(Evaluation evaluation) {
        return evaluation.asOf().map(day -> "for " + day).orElse("for no day");
    }

    private static String note(FactChange change) {
        return switch (change.kind()) {
            case LEARNED -> change.was() == null ? "" : " (more is known)";
            case FORGOTTEN -> change.now() == null ? "" : " (less is known)";
            case CHANGED, RESTATED -> "";
        };
    }

    static String sentence(BasisChange change) {
        if (change.was() == null) {
            return Phrases.capitalised(name(change)) + " is new: version " + version(change.now()) + ".";
        }
        if (change.now() == null) {
            return Phrases.capitalised(name(change)) + " is no longer used.";
        }
        String was = version(change.was());
        String is = version(change.now());
        boolean sameId = change.was().id().equals(change.now().id());
        if (!sameId) {
            return Phrases.capitalised(kind(change)) + " was "
                    + Quoted.of(change.was().id()) + ", is "
                    + Quoted.of(change.now().id()) + ".";
        }
        return was.equals(is)
                ? Phrases.capitalised(name(change)) + " has another content under the same version."
                : Phrases.capitalised(name(change)) + " was version " + was + ", is version " + is + ".";
    }

    /** Returns a part of the basis as people name it. */
    static String name(BasisChange change) {
        Basis.Part part = change.now() != null ? change.now() : change.was();
        return kind(change) + (part == null ? "" : " " + Quoted.of(part.id()));
    }

    private static String kind(BasisChange change) {
        return Phrases.words(change.kind().name());
    }

    private static String version(Basis.@Nullable Part part) {
        return part == null || part.version().isEmpty() ? "not given" : Quoted.of(part.version());
    }

    private List<String> consequences() {
        List<String> lines = new ArrayList<>();
        for (FindingChange.Kind kind : FindingChange.Kind.values()) {
            List<FindingChange> changes = diff.findings().stream()
                    .filter(change -> change.kind() == kind)
                    .toList();
            List<FindingChange> told =
                    changes.stream().filter(DiffText::isToldAlone).toList();
            told.forEach(change -> lines.add(words(kind) + ": " + name(change.rule()) + because(change) + "."));
            List<FindingChange> counted =
                    changes.stream().filter(change -> !isToldAlone(change)).toList();
            if (!counted.isEmpty()) {
                lines.add(together(kind) + " (" + counted.size() + "): "
                        + counted.stream()
                                .map(change -> change.rule().id().value())
                                .collect(Collectors.joining(", "))
                        + ".");
            }
        }
        diff.contradictionsGained()
                .forEach(one -> lines.add("The answers contradict each other now: " + answers(one) + "."));
        diff.contradictionsLost()
                .forEach(one -> lines.add("The answers contradict each other no longer: " + answers(one) + "."));
        return lines;
    }

    /** What appears or vanishes for certain is told one by one; all else is counted, unless it is a stop. */
    private static boolean isToldAlone(FindingChange change) {
        return switch (change.kind()) {
            case GAINED, CONFIRMED, LOST, DOUBTED -> true;
            case POSSIBLE, RULED_OUT -> change.rule().stop();
            case OTHER_REASON -> change.ruleChanged();
        };
    }

    static String words(FindingChange.Kind kind) {
        return switch (kind) {
            case GAINED -> "Found now";
            case CONFIRMED -> "Certain now";
            case POSSIBLE -> "Possible now";
            case LOST -> "No longer found";
            case RULED_OUT -> "Ruled out";
            case DOUBTED -> "No longer certain";
            case OTHER_REASON -> "The same, for another reason";
        };
    }

    private static String together(FindingChange.Kind kind) {
        return switch (kind) {
            case POSSIBLE -> "Rules that are possible now";
            case RULED_OUT -> "Rules that are ruled out";
            case OTHER_REASON -> "Rules that come to the same, by other facts";
            case GAINED, CONFIRMED, LOST, DOUBTED -> words(kind);
        };
    }

    /** Returns what is behind a changed finding. */
    static String because(FindingChange change) {
        List<String> causes = new ArrayList<>();
        if (change.ruleChanged()) {
            causes.add("of what the rule says now");
        }
        if (!change.causes().isEmpty()) {
            causes.add("of " + names(change.causes()));
        }
        return causes.isEmpty() ? "" : ", because " + String.join(" and ", causes);
    }

    static String names(Collection<FactChange> changes) {
        return Phrases.list(
                changes.stream()
                        .map(change -> Phrases.name(change.characteristic()))
                        .toList(),
                "and");
    }

    private static String answers(Contradiction contradiction) {
        return Phrases.list(
                contradiction.answers().stream()
                        .map(answer -> Phrases.name(answer.characteristic()) + " " + Phrases.words(answer))
                        .toList(),
                "and");
    }

    private Map<Trend, List<String>> moves() {
        Map<Trend, List<String>> moves = new EnumMap<>(Trend.class);
        for (FindingChange stop : diff.stops()) {
            add(
                    moves,
                    diff.trendOf(stop),
                    "STOP, whatever else is done: " + stopped(stop) + ": " + name(stop.rule()) + ".");
        }
        diff.levelTrend()
                .ifPresent(trend -> add(
                        moves,
                        trend,
                        "The overall level was " + words(diff.before().level()) + ", is "
                                + words(diff.after().level()) + "."));
        diff.objectives().forEach(change -> add(moves, change.trend(), sentence(change)));
        diff.riskSources()
                .forEach(change -> add(
                        moves,
                        change.trend(),
                        "Risk source " + Quoted.whole(change.source().toString()) + " " + was(change.was()) + ", "
                                + is(change.now()) + by(change.by()) + "."));
        diff.controls().forEach(change -> add(moves, change.trend(), sentence(change)));
        return moves;
    }

    /** Names the rules behind a move, if they are few. */
    private static String by(List<RuleId> rules) {
        if (rules.isEmpty()) {
            return "";
        }
        return rules.size() > FEW
                ? ", by " + rules.size() + " rules"
                : ", by " + Phrases.list(rules.stream().map(RuleId::value).toList(), "and");
    }

    private static void add(Map<Trend, List<String>> moves, Trend trend, String line) {
        moves.computeIfAbsent(trend, key -> new ArrayList<>()).add(line);
    }

    private static String stopped(FindingChange stop) {
        return words(stop.kind()).toLowerCase(Locale.ROOT);
    }

    private static String was(Truth truth) {
        return switch (truth) {
            case FALSE -> "was absent";
            case UNDETERMINED -> "was possible";
            case TRUE -> "was present";
        };
    }

    private static String is(Truth truth) {
        return was(truth).replaceFirst("was", "is");
    }

    private static String sentence(ObjectiveChange change) {
        String subject = Quoted.whole(change.objective().toString());
        Risk was = change.was();
        Risk now = change.now();
        if (was == null || now == null) {
            return subject + (was == null ? " is new in the catalogue." : " is no longer in the catalogue.");
        }
        List<String> moves = new ArrayList<>();
        moves.add(
                change.levelMoved()
                        ? "level was " + words(was.level()) + ", is " + words(now.level())
                        : "level stays " + words(now.level()));
        move(moves, "severity", was, now, Risk::severity);
        move(moves, "likelihood", was, now, Risk::likelihood);
        if (was.likelihood().equals(now.likelihood()) && !points(was).equals(points(now))) {
            moves.add("points of likelihood were " + points(was) + ", are " + points(now));
        }
        return subject + ": " + String.join("; ", moves) + by(change.by()) + ".";
    }

    private static void move(List<String> moves, String what, Risk was, Risk now, Function<Risk, Range<?>> range) {
        if (!range.apply(was).equals(range.apply(now))) {
            moves.add(what + " was " + words(range.apply(was)) + ", is " + words(range.apply(now)));
        }
    }

    /** The rates in hundredths, as people add them by hand. */
    static String points(Risk risk) {
        String low = points(risk.lowRate());
        String high = points(risk.highRate());
        return low.equals(high) ? low : low + " to " + high;
    }

    private static String points(double rate) {
        return BigDecimal.valueOf(rate)
                .movePointRight(2)
                .setScale(1, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static String sentence(ControlChange change) {
        String subject = Quoted.whole(change.control().toString());
        ControlResult was = change.was();
        ControlResult now = change.now();
        if (was != null && now != null && was.status() == now.status()) {
            String status = " " + words(now);
            if (was.needed() != now.needed()) {
                return subject + status + ": whether anybody needs it was " + need(was) + ", is " + need(now) + ".";
            }
            return subject + status + ": priority was " + priority(was) + ", is " + priority(now) + by(change.by())
                    + ".";
        }
        return subject + " " + past(was) + ", " + (now == null ? "is no longer in the catalogue" : words(now))
                + (now != null && now.status().isSafeguard() ? " (priority " + priority(now) + ")" : "")
                + by(change.by()) + ".";
    }

    private static String past(@Nullable ControlResult was) {
        return was == null ? "was not in the catalogue" : words(was).replaceFirst("is", "was");
    }

    static String words(ControlResult result) {
        return switch (result.status()) {
            case REQUIRED -> "is needed";
            case VIA_SUPPLIER -> "is needed from the supplier";
            case ROLE_EXCLUDED -> "is for another role";
            case UNDETERMINED -> result.needed() == Truth.TRUE ? "is needed, for which role is open" : "is not decided";
            case NOT_REQUIRED -> "is not needed";
        };
    }

    private static String need(ControlResult result) {
        return switch (result.needed()) {
            case TRUE -> "certain";
            case UNDETERMINED -> "open";
            case FALSE -> "ruled out";
        };
    }

    static String priority(ControlResult result) {
        return result.priority().map(Priority::name).map(Phrases::words).orElse("none");
    }

    static String text(@Nullable Answer answer) {
        return answer == null ? "unknown" : Phrases.words(answer);
    }

    static String words(Range<?> range) {
        String low = Phrases.words(range.low().name());
        return range.isExact() ? low : low + " to " + Phrases.words(range.high().name());
    }

    static String name(Rule rule) {
        return Quoted.whole(rule.toString());
    }
}
