package io.aims.treatment.assessment;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.evaluation.Basis;
import io.aims.reasoning.internal.Phrases;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.rule.PackReference;
import io.aims.text.Quoted;
import io.aims.treatment.assessment.AtHand.Extent;
import io.aims.treatment.assessment.ClauseTally.ControlCount;
import io.aims.treatment.assessment.ClauseTally.DecisionCount;
import io.aims.treatment.assessment.ClauseTally.ObjectiveCount;
import io.aims.treatment.assessment.ClauseTally.StateCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what is at hand, and how far that is. */
final class ClauseSentences {

    /** How many objectives are named as threatened most. */
    private static final int FEW = 3;

    private static final Comparator<Map.Entry<ObjectiveId, ObjectiveCount>> MOST_THREATENED_FIRST =
            Comparator.comparing((Map.Entry<ObjectiveId, ObjectiveCount> each) -> each.getValue().highest)
                    .thenComparing(each -> each.getValue().atHighest)
                    .reversed()
                    .thenComparing(Map.Entry::getKey);

    private final ClauseTally tally;

    ClauseSentences(ClauseTally tally) {
        this.tally = tally;
    }

    AtHand read(ClauseNeed need) {
        if (tally.systems == 0) {
            return new AtHand(need, Extent.NONE, "No system was evaluated.");
        }
        return switch (need.kind()) {
            case SYSTEMS -> all(need, systems(tally.systems) + " evaluated.");
            case DAYS -> counted(need, tally.dated, days());
            case BASIS -> new AtHand(need, tally.bases.size() == 1 ? Extent.ALL : Extent.SOME, bases());
            case CRITERIA ->
                new AtHand(need, tally.criteria.tolerance().isPresent() ? Extent.ALL : Extent.SOME, criteria());
            case DESCRIPTIONS -> counted(need, tally.described, descriptions());
            case FACTS -> facts(need);
            case OBJECTIVES -> objectives(need);
            case LEVELS -> counted(need, tally.settled, levels());
            case RANKING -> new AtHand(need, tally.settled == tally.systems ? Extent.ALL : Extent.SOME, ranking());
            case NEEDS -> needs(need);
            case CONTROLS -> controls(need);
            case DECISIONS -> decisions(need);
            case STATES -> states(need);
            case RESIDUAL -> residual(need);
            case MISSING -> missing(need);
            case STOPS -> all(need, stops());
            case OPEN ->
                counted(
                        need,
                        tally.systems - tally.withOpen,
                        tally.withOpen == 0
                                ? "No fact that a rule needs is unknown."
                                : "Facts that rules need are not known"
                                        + (tally.systems == 1 ? "" : " for " + of(tally.withOpen)) + "; "
                                        + count(tally.undetermined, "control is", "controls are") + " undetermined.");
            case COMPARISONS -> counted(need, Math.min(tally.comparisons, tally.systems), comparisons());
            case STATEMENT ->
                given(
                        need,
                        tally.hasStatement,
                        "A Statement of Applicability is at hand, "
                                + (tally.statementDay == null ? "without a day." : "for " + tally.statementDay + "."),
                        "No Statement of Applicability is at hand.");
            case PLAN -> given(need, tally.hasPlan, "A treatment plan is at hand.", "No treatment plan is at hand.");
        };
    }

    private static AtHand all(ClauseNeed need, String sentence) {
        return new AtHand(need, Extent.ALL, sentence);
    }

    private static AtHand given(ClauseNeed need, boolean isThere, String there, String absent) {
        return isThere ? all(need, there) : new AtHand(need, Extent.NONE, absent);
    }

    private AtHand counted(ClauseNeed need, long count, String sentence) {
        return new AtHand(need, extent(count, tally.systems), sentence);
    }

    private static Extent extent(long some, long all) {
        return some == 0 ? Extent.NONE : some == all ? Extent.ALL : Extent.SOME;
    }

    private static String systems(long count) {
        return count == 1 ? "1 system was" : count + " systems were";
    }

    /** Tells of how many of the systems something holds. */
    private String of(long count) {
        if (tally.systems == 1) {
            return count == 1 ? "the system" : "no system";
        }
        return count == tally.systems
                ? "all " + count + " systems"
                : count == 0
                        ? "none of the " + tally.systems + " systems"
                        : count + " of " + tally.systems + " systems";
    }

    private String descriptions() {
        if (tally.systems == 1) {
            return "What the system is for is " + (tally.described == 1 ? "" : "not ") + "said in words.";
        }
        return "What a system is for is said in words for " + of(tally.described) + ".";
    }

    private String levels() {
        if (tally.settled == tally.systems) {
            return "The overall level of risk is settled"
                    + (tally.systems == 1 ? "." : " for " + of(tally.settled) + ".");
        }
        return tally.systems == 1
                ? "The overall level of risk is a range, because facts are not known."
                : "The overall level of risk is settled for " + of(tally.settled)
                        + "; for the rest it is a range, because facts are not known.";
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private String days() {
        if (tally.dated == 0) {
            return "No evaluation names the day for which it was made.";
        }
        String when = String.valueOf(tally.first).equals(String.valueOf(tally.last))
                ? "for " + tally.first
                : "for days from " + tally.first + " to " + tally.last;
        return tally.systems == 1
                ? "The evaluation was made " + when + "."
                : Phrases.capitalised(of(tally.dated)) + " were evaluated " + when + ".";
    }

    private String bases() {
        if (tally.bases.size() == 1) {
            return tally.bases.first() + " Each result can be sealed and re-performed.";
        }
        return "The systems were not all evaluated by the same rules. " + String.join(" ", tally.bases);
    }

    static String basis(Basis basis) {
        return "Evaluated by vocabulary " + Quoted.of(basis.vocabulary().id()) + " "
                + Quoted.of(basis.vocabulary().version()) + ", catalogue "
                + Quoted.of(basis.catalogue().id()) + ", criteria "
                + Quoted.of(basis.criteria().id()) + " "
                + Quoted.of(basis.criteria().version()) + " and "
                + basis.packs().stream()
                        .map(ClauseSentences::pack)
                        .collect(Collectors.joining(", ", basis.packs().size() == 1 ? "pack " : "packs ", "."));
    }

    private static String pack(PackReference pack) {
        String replaced = pack.replaces().stream()
                .map(replacement -> replacement.rule().value())
                .collect(Collectors.joining(", "));
        return Quoted.of(pack.id()) + " " + Quoted.of(pack.version())
                + (replaced.isEmpty() ? "" : " (in place of " + replaced + ")");
    }

    private String criteria() {
        return "Scales, bands and table of levels are those of criteria " + Quoted.of(tally.criteria.id()) + " "
                + Quoted.of(tally.criteria.version()) + ". "
                + tally.criteria
                        .tolerance()
                        .map(level ->
                                "Without treatment no more than " + Phrases.words(level.name()) + " is tolerated.")
                        .orElse("What is tolerated without treatment is not stated.");
    }

    private AtHand facts(ClauseNeed need) {
        long most = 0;
        long sum = 0;
        List<String> parts = new ArrayList<>();
        for (String id : need.of()) {
            long known = tally.known.getOrDefault(id, 0L);
            most = Math.max(most, known);
            sum += known == tally.systems ? 1 : 0;
            parts.add(Phrases.nameOf(id)
                    + (tally.systems == 1 ? known == 1 ? " known" : " not known" : " known for " + of(known)));
        }
        Extent extent = sum == need.of().size() ? Extent.ALL : most == 0 ? Extent.NONE : Extent.SOME;
        return new AtHand(need, extent, Phrases.capitalised(String.join("; ", parts)) + ".");
    }

    private AtHand objectives(ClauseNeed need) {
        long settled = 0;
        List<String> parts = new ArrayList<>();
        for (String id : need.of()) {
            ObjectiveId objective = new ObjectiveId(id);
            ObjectiveCount count = tally.objectives.getOrDefault(objective, new ObjectiveCount());
            settled += count.settled;
            parts.add("The level of risk to " + title(objective) + " is "
                    + (tally.systems == 1
                            ? count.settled == 1 ? "settled" : "not settled"
                            : "settled for " + of(count.settled))
                    + ".");
        }
        return new AtHand(need, extent(settled, tally.systems * need.of().size()), String.join(" ", parts));
    }

    private String title(ObjectiveId id) {
        return tally.catalogue
                        .objective(id)
                        .map(Objective::title)
                        .map(Quoted::whole)
                        .orElse("an objective") + " (" + id + ")";
    }

    private String ranking() {
        List<Map.Entry<ObjectiveId, ObjectiveCount>> threats = tally.objectives.entrySet().stream()
                .filter(each -> each.getValue().highest.compareTo(RiskLevel.LOW) > 0)
                .sorted(MOST_THREATENED_FIRST)
                .toList();
        String more = tally.settled == tally.systems ? "" : " What is not known may threaten more.";
        if (threats.isEmpty()) {
            return "On what is known, no objective is threatened above low." + more;
        }
        return "On what is known, threatened most: "
                + threats.stream()
                        .limit(FEW)
                        .map(threat -> title(threat.getKey()) + ", "
                                + Phrases.words(threat.getValue().highest.name())
                                + (tally.systems == 1 ? "" : " for " + of(threat.getValue().atHighest)))
                        .collect(Collectors.joining("; "))
                + "." + more;
    }

    private AtHand needs(ClauseNeed need) {
        long open = 0;
        List<String> parts = new ArrayList<>();
        for (String id : need.of()) {
            ControlCount count = control(id);
            open += count.open;
            parts.add(title(new ControlId(id)) + " " + needed(count));
        }
        long all = tally.systems * need.of().size();
        return new AtHand(need, extent(all - open, all), String.join("; ", parts) + ".");
    }

    private AtHand controls(ClauseNeed need) {
        long there = 0;
        long wanting = 0;
        List<String> parts = new ArrayList<>();
        for (String id : need.of()) {
            ControlCount count = control(id);
            there += count.inPlace;
            wanting += count.needed - count.inPlace + count.open;
            parts.add(title(new ControlId(id)) + " " + needed(count) + place(count));
        }
        Extent extent = wanting == 0 ? Extent.ALL : there == 0 ? Extent.NONE : Extent.SOME;
        return new AtHand(need, extent, String.join("; ", parts) + ".");
    }

    private String needed(ControlCount count) {
        if (tally.systems == 1) {
            return count.needed == 1
                    ? "is needed"
                    : count.open == 1 ? "may be needed" : count.excluded == 1 ? "is for others to do" : "is not needed";
        }
        return "is needed for " + of(count.needed) + (count.open == 0 ? "" : ", maybe for " + count.open + " more");
    }

    private String place(ControlCount count) {
        if (count.needed == 0) {
            return "";
        }
        if (tally.systems == 1) {
            return count.inPlace == 1
                    ? " and in place"
                    : count.silent == 1 ? ", and nothing is said of it" : ", and not certain to be in place";
        }
        long doubtful = count.needed - count.inPlace - count.silent;
        return ": in place for " + count.inPlace
                + (doubtful == 0 ? "" : ", not certain to be for " + doubtful)
                + (count.silent == 0 ? "" : ", nothing said for " + count.silent);
    }

    private ControlCount control(String id) {
        return tally.controls.getOrDefault(new ControlId(id), new ControlCount());
    }

    private String title(ControlId id) {
        return tally.catalogue
                        .control(id)
                        .map(Control::title)
                        .map(Quoted::whole)
                        .orElse("A control") + " (" + id + ")";
    }

    private AtHand decisions(ClauseNeed need) {
        DecisionCount count = tally.decisions.getOrDefault(need.of(), new DecisionCount());
        long not = tally.systems - count.called - count.open;
        String sentence = tally.systems == 1
                ? count.called == 1
                        ? "An impact assessment is called for."
                        : count.open == 1
                                ? "Whether an impact assessment is called for is not settled."
                                : "No impact assessment is called for: the screening is the outcome."
                : "An impact assessment is called for in " + of(count.called) + ", not in " + not
                        + (count.open == 0 ? "." : ", and not settled in " + count.open + ".");
        return counted(need, tally.systems - count.open, sentence);
    }

    private AtHand states(ClauseNeed need) {
        StateCount count = tally.states;
        if (count.needed == 0) {
            return all(need, "No control is needed.");
        }
        long said = count.needed - count.silent;
        String sentence = said == 0
                ? "Nothing is said of how far the " + count.needed + " controls needed are in place."
                : "Controls needed: " + count.needed + ". Shown to work: " + count.shown + "; in place: "
                        + count.inPlace + "; not certain to be: " + (said - count.shown - count.inPlace)
                        + "; nothing said of: " + count.silent + ".";
        return new AtHand(need, extent(said, count.needed), sentence);
    }

    private AtHand residual(ClauseNeed need) {
        return new AtHand(
                need,
                states(need).extent(),
                "With the controls as they are stated, the overall level is "
                        + (tally.systems == 1
                                ? tally.lowered == 1 ? "lower." : "not lower."
                                : "lower for " + of(tally.lowered) + "."));
    }

    private AtHand missing(ClauseNeed need) {
        StateCount count = tally.states;
        Extent extent = states(need).extent();
        if (extent == Extent.NONE) {
            return new AtHand(need, extent, "No state of a control is given, so that none can be found missing.");
        }
        return new AtHand(
                need,
                extent,
                count.missing == 0
                        ? "Of the controls of which a state is given, none that is needed is stated as missing."
                        : count(count.missing, "control that is needed is", "controls that are needed are")
                                + " stated as missing: candidates for nonconformity.");
    }

    private String stops() {
        if (tally.stopped == 0 && tally.maybeStopped == 0) {
            return "No verdict that nothing lifts holds or may hold.";
        }
        return tally.systems == 1
                ? "A verdict that nothing lifts " + (tally.stopped == 1 ? "holds." : "may hold: that is not known yet.")
                : "A verdict that nothing lifts holds for " + of(tally.stopped)
                        + (tally.maybeStopped == 0 ? "." : " and may hold for " + tally.maybeStopped + ".");
    }

    private String comparisons() {
        return tally.comparisons == 0
                ? "No comparison with an earlier evaluation is at hand."
                : count(tally.comparisons, "comparison", "comparisons") + " with an earlier evaluation at hand; in "
                        + tally.worse + " something got worse.";
    }
}
