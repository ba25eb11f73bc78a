package io.aims.report.internal.page;

import io.aims.control.ControlStatus;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.OpenQuestion;
import io.aims.evaluation.Priority;
import io.aims.evaluation.Safeguard;
import io.aims.reasoning.internal.Phrases;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Explanation;
import io.aims.reasoning.proof.Proofs;
import io.aims.reasoning.proof.RuleProof;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.Truth;
import io.aims.treatment.CountedState;
import io.aims.treatment.Gap;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.ResidualRisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reader with one minute takes away.
 *
 * @param verdicts the verdicts that nothing lifts, the certain ones first
 * @param inherent the level before controls
 * @param residual the level with the controls as they are
 * @param needed how many controls are needed
 * @param standing how many of them are how far in place, the best first
 * @param answered how many questions have an answer
 * @param asked how many questions there are
 * @param points what else matters, sentence by sentence with a headline each
 * @param next the question to ask next, or {@code null} if no answer could change anything
 * @param prohibitions what laws prohibit, by the facts given
 */
public record Brief(
        List<Verdict> verdicts,
        Range<RiskLevel> inherent,
        Range<RiskLevel> residual,
        int needed,
        List<Count> standing,
        int answered,
        int asked,
        List<Frame.Labelled> points,
        @Nullable OpenQuestion next,
        List<Prohibition> prohibitions) {

    /**
     * A verdict that nothing lifts.
     *
     * @param certain whether it holds for certain
     * @param sentence the verdict
     * @param reasons what it rests on, or depends on
     */
    public record Verdict(boolean certain, String sentence, List<Step> reasons) {}

    /**
     * A prohibited practice that stands.
     *
     * @param law the title of the legal pack
     * @param anchor the section that says more
     * @param reasons the provisions with the facts
     * @param until until when it stands, or an empty text
     */
    public record Prohibition(String law, String anchor, List<String> reasons, String until) {

        /** Copies the list. */
        public Prohibition {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A number of controls.
     *
     * @param number how many
     * @param text what they have in common
     * @param kind the class that marks them
     */
    public record Count(int number, String text, String kind) {}

    /** How core begins the sentence of a verdict that holds; here it is the headline. */
    private static final String STOP = "STOP. ";

    /** Copies the lists. */
    public Brief {
        verdicts = List.copyOf(verdicts);
        standing = List.copyOf(standing);
        points = List.copyOf(points);
        prohibitions = List.copyOf(prohibitions);
    }

    static Brief of(Proofs proofs, ResidualProfile profile, List<LawPart> laws) {
        Evaluation evaluation = proofs.evaluation();
        List<Verdict> verdicts = new ArrayList<>();
        for (Truth truth : new Truth[] {Truth.TRUE, Truth.UNDETERMINED}) {
            proofs.stops().stream().filter(stop -> stop.truth() == truth).forEach(stop -> verdicts.add(verdict(stop)));
        }
        return new Brief(
                verdicts,
                evaluation.level(),
                profile.level(),
                evaluation.safeguards().size(),
                standing(profile),
                (int) proofs.base().vocabulary().ids().stream()
                        .filter(id -> evaluation.system().answers().containsKey(id))
                        .count(),
                proofs.base().vocabulary().ids().size(),
                points(proofs, profile, laws),
                evaluation.nextQuestion().orElse(null),
                laws.stream()
                        .filter(law -> law.classification().stops())
                        .map(law -> new Prohibition(
                                law.title(),
                                law.anchor(),
                                law.stops().stream().map(law::words).toList(),
                                law.standsUntil()))
                        .toList());
    }

    private static Verdict verdict(RuleProof stop) {
        Step told = Step.of(Explanation.of(stop, Detail.SHORT)).get(0);
        String sentence = told.text().startsWith(STOP) ? told.text().substring(STOP.length()) : told.text();
        return new Verdict(stop.truth() == Truth.TRUE, sentence, told.below());
    }

    private static List<Count> standing(ResidualProfile profile) {
        int[] counts = new int[4];
        for (Safeguard safeguard : profile.evaluation().safeguards()) {
            CountedState state = profile.control(safeguard.control().id()).orElseThrow();
            counts[List.of("good", "fair", "bad", "open").indexOf(ControlCard.kind(state))]++;
        }
        return List.of(
                new Count(counts[0], "in place and shown to work", "good"),
                new Count(counts[1], "in place, effect not shown", "fair"),
                new Count(counts[2], "not in place, or only in part", "bad"),
                new Count(counts[3], "not known", "open"));
    }

    private static List<Frame.Labelled> points(Proofs proofs, ResidualProfile profile, List<LawPart> laws) {
        Evaluation evaluation = proofs.evaluation();
        List<Frame.Labelled> points = new ArrayList<>();
        points.add(new Frame.Labelled("What it means", meaning(evaluation, profile.level())));
        points.add(new Frame.Labelled("Where the risk lies", highest(profile)));
        tolerance(proofs, profile).ifPresent(text -> points.add(new Frame.Labelled("Tolerance", text)));
        points.add(new Frame.Labelled("What is needed", needed(evaluation)));
        List<Gap> open = profile.gaps().stream().filter(Gap::isOpen).toList();
        points.add(new Frame.Labelled("What is missing", missing(open, evaluation.safeguards())));
        points.add(new Frame.Labelled("What is unknown", unknown(evaluation)));
        laws.forEach(law -> points.add(new Frame.Labelled(
                law.title(), law.verdict() + (law.application().isEmpty() ? "" : " " + law.application()))));
        return points;
    }

    private static String meaning(Evaluation evaluation, Range<RiskLevel> level) {
        if (evaluation.isStopped()) {
            return "Whatever the levels are: the system must not be used as it is described. What follows tells what the"
                    + " rest of the facts comes to, for what takes its place.";
        }
        return level.isExact()
                ? "With the controls as they are, the system " + attention(level.low()) + "."
                : "With the controls as they are, and on what is known, the system " + attention(level.low())
                        + "; if what is unknown turns out badly, it " + attention(level.high()) + ".";
    }

    private static String attention(RiskLevel level) {
        return switch (level) {
            case VERY_LOW -> "needs no attention beyond the baseline";
            case LOW -> "needs little attention";
            case MODERATE -> "needs attention";
            case HIGH -> "needs attention first";
            case VERY_HIGH -> "needs a decision of top management";
        };
    }

    private static String highest(ResidualProfile profile) {
        RiskLevel certain = profile.level().low();
        RiskLevel possible = profile.level().high();
        List<String> sure = profile.risks().stream()
                .filter(risk -> risk.level().low() == certain)
                .map(Brief::title)
                .toList();
        List<String> feared = profile.risks().stream()
                .filter(risk -> risk.level().high() == possible && risk.level().low() != certain)
                .map(Brief::title)
                .toList();
        int all = profile.risks().size();
        String known = sure.size() == all
                ? "On what is known, no objective is above " + Words.within(certain) + "."
                : "On what is known, " + Words.within(certain) + " for " + Phrases.list(sure, "and") + ".";
        if (feared.isEmpty()) {
            return known;
        }
        return known + " If what is unknown turns out badly, " + Words.within(possible) + " "
                + (sure.size() == all ? "for " : "also for ")
                + (feared.size() > 6 ? feared.size() + " of the " + all + " objectives" : Phrases.list(feared, "and"))
                + ".";
    }

    private static String title(ResidualRisk risk) {
        return Phrases.withinSentence(risk.inherent().objective().title());
    }

    private static Optional<String> tolerance(Proofs proofs, ResidualProfile profile) {
        return proofs.base().criteria().tolerance().map(tolerance -> {
            long certain = profile.risks().stream()
                    .filter(risk -> risk.level().low().compareTo(tolerance) > 0)
                    .count();
            long possible = profile.risks().stream()
                    .filter(risk -> risk.level().high().compareTo(tolerance) > 0)
                    .count();
            return "The organisation tolerates " + Words.within(tolerance) + ". "
                    + (possible == 0
                            ? "No objective passes it."
                            : certain + " of " + profile.risks().size() + " objectives pass it for certain, " + possible
                                    + " may.");
        });
    }

    private static String needed(Evaluation evaluation) {
        List<Safeguard> safeguards = evaluation.safeguards();
        long first = safeguards.stream()
                .filter(safeguard -> safeguard.priority().compareTo(Priority.HIGH) >= 0)
                .count();
        long open = evaluation.controls().stream()
                .filter(result -> result.status() == ControlStatus.UNDETERMINED)
                .count();
        return Phrases.count(safeguards.size(), "control is needed", "controls are needed") + ", " + first
                + " of them with high priority or more."
                + (open == 0
                        ? ""
                        : " Of " + Phrases.count((int) open, "more control", "more controls")
                                + " it is not known yet: they may not be left out.");
    }

    private static String missing(List<Gap> open, List<Safeguard> safeguards) {
        if (open.isEmpty()) {
            return "Every control that is needed is in place.";
        }
        long missing =
                open.stream().filter(gap -> gap.kind() == Gap.Kind.MISSING).count();
        long unknown = open.size() - missing;
        Gap first = open.get(0);
        String all = " of " + safeguards.size() + " controls needed ";
        return (missing == 0
                        ? "Of " + unknown + all + "it is not known whether they are in place."
                        : missing + all + (missing == 1 ? "is" : "are") + " not in place"
                                + (unknown == 0 ? "." : "; of " + unknown + " more it is not known."))
                + " The one that would bring most if it worked: "
                + first.safeguard().control().title() + " ("
                + first.safeguard().control().id() + ").";
    }

    private static String unknown(Evaluation evaluation) {
        int open = evaluation.openQuestions().size();
        long rules = evaluation.findings().stream()
                .filter(finding -> !finding.isCertain())
                .count();
        if (open == 0) {
            return "Nothing that is asked could still change the result.";
        }
        return Phrases.count(open, "open question", "open questions") + " could still change the result. "
                + Phrases.count((int) rules, "rule hangs", "rules hang") + " on them.";
    }
}
