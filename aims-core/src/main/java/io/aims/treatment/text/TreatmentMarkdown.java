package io.aims.treatment.text;

import io.aims.control.ControlId;
import io.aims.reasoning.internal.Markdown;
import io.aims.reasoning.internal.Phrases;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.treatment.CheapestPlan;
import io.aims.treatment.CountedState;
import io.aims.treatment.Gap;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.ResidualRisk;
import io.aims.treatment.Treatment;
import io.aims.treatment.TreatmentPlan;
import io.aims.treatment.reuse.EvidenceReuse;
import io.aims.treatment.reuse.EvidenceSuggestion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells in Markdown what is missing, what would suffice at least cost, and how every risk stands after what was decided.
 * Foreign text stays text; equal input gives equal text. Immutable and thread-safe.
 *
 * @clause ISO/IEC 42001:2023 6.1.3, 8.3
 * @since 0.1
 */
public final class TreatmentMarkdown {

    private static final String CONTROL = "Control";
    private static final String OBJECTIVE = "Objective";

    private final List<String> limits;

    /**
     * Creates a writer.
     *
     * @param limits what every report must say of the method
     */
    public TreatmentMarkdown(List<String> limits) {
        this.limits = List.copyOf(limits);
    }

    /**
     * Tells which controls are needed and not in place, or not shown to work, and what remains of every risk.
     *
     * @param profile the residual risks of a system
     * @return Markdown that ends with a line end
     */
    public String gaps(ResidualProfile profile) {
        return gaps(profile, EvidenceReuse.none());
    }

    /**
     * Tells which controls are needed and not in place, or not shown to work, what other frameworks may have in place for them,
     * and what remains of every risk.
     *
     * @param profile the residual risks of a system
     * @param reuse what may be reused
     * @return Markdown that ends with a line end
     */
    public String gaps(ResidualProfile profile, EvidenceReuse reuse) {
        Markdown page = begun("Gaps: ", profile);
        List<Gap> gaps = profile.gaps();
        List<String> columns = List.of(CONTROL, "Counts as", "Why", "What closing it brings");
        page.table(3, "Not in place", columns, rows(gaps, true));
        page.table(3, "In place and not shown to work", columns, rows(gaps, false));
        reusable(
                page,
                profile,
                gaps.stream().map(gap -> gap.safeguard().control().id()).toList(),
                reuse);
        page.table(
                3,
                "What remains of each risk",
                List.of(OBJECTIVE, "Without controls", "With what is in place", "Controls take", "Most of it"),
                profile.risks().stream().map(TreatmentMarkdown::row).toList());
        return ended(page);
    }

    /**
     * Tells the cheapest controls that suffice.
     *
     * @param profile the residual risks of a system
     * @param plan the cheapest plan for them
     * @return Markdown that ends with a line end
     */
    public String plan(ResidualProfile profile, CheapestPlan plan) {
        return plan(profile, plan, EvidenceReuse.none());
    }

    /**
     * Tells the cheapest controls that suffice, and what other frameworks may have in place for them.
     *
     * @param profile the residual risks of a system
     * @param plan the cheapest plan for them
     * @param reuse what may be reused
     * @return Markdown that ends with a line end
     */
    public String plan(ResidualProfile profile, CheapestPlan plan, EvidenceReuse reuse) {
        Markdown page = begun("Cheapest plan: ", profile);
        page.paragraph("No risk shall pass " + words(plan.tolerance())
                + ", also if everything unknown turns out badly. " + answer(plan));
        page.table(
                3,
                "Bring to work",
                List.of(CONTROL, "Cost"),
                plan.steps().stream()
                        .map(step -> List.of(named(profile, step.control()), Long.toString(step.cost())))
                        .toList());
        reusable(
                page,
                profile,
                plan.steps().stream().map(CheapestPlan.Step::control).toList(),
                reuse);
        page.table(
                3,
                "What that brings",
                List.of(OBJECTIVE, "Now", "Then", "Tolerated"),
                plan.outcomes().stream()
                        .map(outcome -> List.of(
                                named(profile, outcome.objective()),
                                words(outcome.now()),
                                words(outcome.then()),
                                outcome.then().compareTo(plan.tolerance()) > 0 ? "no: out of reach" : "yes"))
                        .toList());
        return ended(page);
    }

    /**
     * Tells how every risk stands after what was decided.
     *
     * @param profile the residual risks of a system
     * @param plan the decisions about them
     * @return Markdown that ends with a line end
     */
    public String decided(ResidualProfile profile, TreatmentPlan plan) {
        Markdown page = begun("Treatment: ", profile);
        page.paragraph("A risk above " + words(plan.tolerance()) + " needs a decision. "
                + (plan.open().isEmpty()
                        ? "Nothing is open."
                        : plan.open().size() + (plan.open().size() == 1 ? " risk is open: " : " risks are open: ")
                                + plan.open().stream()
                                        .map(outcome -> outcome.objective().value())
                                        .collect(Collectors.joining(", "))
                                + "."));
        page.table(
                3,
                "How every risk stands",
                List.of(OBJECTIVE, "Now", "Once the controls of the plan work", "Stands"),
                plan.outcomes().stream()
                        .map(outcome -> List.of(
                                named(profile, outcome.objective()),
                                words(outcome.now()),
                                words(outcome.then()),
                                words(outcome.standing())))
                        .toList());
        List<String> columns = List.of("Decision", "Owner", "Until", "Approved by");
        page.table(3, "Overdue", columns, decisions(profile, plan.overdue()));
        List<Treatment> holding = new ArrayList<>(plan.treatments());
        holding.removeAll(plan.overdue());
        page.table(3, "Decided", columns, decisions(profile, holding));
        return ended(page);
    }

    private static Markdown begun(String heading, ResidualProfile profile) {
        Markdown page = new Markdown()
                .heading(2, heading + profile.evaluation().system().name());
        page.paragraph(Phrases.capitalised(words(profile.evaluation().level())) + " without controls, "
                + words(profile.level()) + " with what is in place"
                + profile.asOf().map(day -> " on " + day).orElse("") + ".");
        if (!profile.evaluation().stops().isEmpty()) {
            page.paragraph("A verdict that nothing lifts holds or may hold: no control makes such a use permitted.");
        }
        return page;
    }

    private String ended(Markdown page) {
        page.heading(3, "What this is not");
        limits.forEach(page::paragraph);
        return page.toString();
    }

    private static List<List<String>> rows(List<Gap> gaps, boolean isOpen) {
        return gaps.stream()
                .filter(gap -> gap.isOpen() == isOpen)
                .map(gap -> List.of(
                        gap.safeguard().control().toString(),
                        words(gap.state().stage()),
                        gap.state().reasons().stream()
                                .map(CountedState.Reason::phrase)
                                .collect(Collectors.joining(", and ")),
                        gain(gap.effective())))
                .toList();
    }

    private static void reusable(
            Markdown page, ResidualProfile profile, List<ControlId> controls, EvidenceReuse reuse) {
        List<List<String>> told = new ArrayList<>();
        List<List<String>> reasons = new ArrayList<>();
        for (ControlId control : controls) {
            List<EvidenceSuggestion> suggestions =
                    reuse.about(control, profile.evaluation().system());
            for (String sentence : EvidenceSuggestion.sentences(suggestions)) {
                told.add(List.of(named(profile, control), sentence));
            }
            for (EvidenceSuggestion suggestion : suggestions) {
                reasons.add(List.of(control.value(), suggestion.element(), suggestion.reason(), suggestion.citation()));
            }
        }
        if (!told.isEmpty()) {
            page.table(3, "What other frameworks may have in place", List.of(CONTROL, "From elsewhere"), told);
            page.paragraph(EvidenceSuggestion.CAUTION);
            page.table(
                    3,
                    "The rows behind it",
                    List.of(CONTROL, "Element", "How they compare, and on whose word", "Source and note"),
                    reasons);
        }
    }

    private static String gain(Gap.Gain gain) {
        if (gain.rate() == 0 && gain.steps() == 0) {
            return "nothing by itself";
        }
        String lowered = gain.lowered().stream().map(ObjectiveId::value).collect(Collectors.joining(", "));
        return points(gain.rate()) + " points"
                + (gain.steps() == 0
                        ? ""
                        : ", " + gain.steps() + (gain.steps() == 1 ? " level step: " : " level steps: ") + lowered);
    }

    private static List<String> row(ResidualRisk risk) {
        return List.of(
                risk.inherent().objective().toString(),
                words(risk.inherent().level()),
                words(risk.level()),
                percent(risk),
                risk.effects().stream()
                        .filter(effect -> effect.highRate() > 0 || effect.highSteps() > 0)
                        .limit(3)
                        .map(effect -> effect.control().value())
                        .collect(Collectors.joining(", ")));
    }

    private static String percent(ResidualRisk risk) {
        long one = Math.round(risk.highReduction() * 100);
        long other = Math.round(risk.lowReduction() * 100);
        long least = Math.min(one, other);
        long most = Math.max(one, other);
        return least == most ? least + " % of the rate" : least + " to " + most + " % of the rate";
    }

    private static String answer(CheapestPlan plan) {
        String steps =
                plan.steps().size() + (plan.steps().size() == 1 ? " control" : " controls") + " at " + plan.cost();
        String least = plan.isExact()
                ? "Nothing cheaper does as much."
                : "What does as much costs at least " + plan.leastCost() + ".";
        if (plan.outOfReach().isEmpty()) {
            return plan.steps().isEmpty() ? "Nothing does." : "It takes " + steps + ". " + least;
        }
        String beyond = "That is out of reach for " + plan.outOfReach().size()
                + (plan.outOfReach().size() == 1 ? " objective. " : " objectives. ");
        return plan.steps().isEmpty()
                ? beyond + "No control that has a cost lowers a level."
                : beyond + "As low as controls can bring them takes " + steps + ". " + least;
    }

    private static List<List<String>> decisions(ResidualProfile profile, List<Treatment> treatments) {
        return treatments.stream()
                .map(treatment -> List.of(
                        described(profile, treatment),
                        treatment.owner(),
                        treatment.due().toString(),
                        treatment.approver()))
                .toList();
    }

    private static String described(ResidualProfile profile, Treatment treatment) {
        if (treatment instanceof Treatment.Modify modify) {
            return "Bring to " + words(modify.target()) + ": " + named(profile, modify.control());
        }
        if (treatment instanceof Treatment.Share share) {
            return "Share with " + share.with() + ": " + named(profile, share.objective());
        }
        if (treatment instanceof Treatment.Avoid avoid) {
            return "Avoid by giving up " + avoid.activity() + ": " + named(profile, avoid.objective());
        }
        Treatment.Retain retain = (Treatment.Retain) treatment;
        return "Retain up to " + words(retain.accepted()) + ", because " + retain.reason() + ": "
                + named(profile, retain.objective());
    }

    private static String named(ResidualProfile profile, ControlId control) {
        return profile.control(control).map(state -> state.control().toString()).orElse(control.value());
    }

    private static String named(ResidualProfile profile, ObjectiveId objective) {
        return profile.risk(objective)
                .map(risk -> risk.inherent().objective().toString())
                .orElse(objective.value());
    }

    private static String words(Range<? extends Enum<?>> range) {
        return range.isExact() ? words(range.low()) : words(range.low()) + " to " + words(range.high());
    }

    private static String words(Enum<?> constant) {
        return Phrases.words(constant.name());
    }

    private static String points(double rate) {
        return BigDecimal.valueOf(rate * 100)
                .setScale(1, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
