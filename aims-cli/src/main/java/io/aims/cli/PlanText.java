package io.aims.cli;

import io.aims.error.Place;
import io.aims.treatment.CheapestPlan;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.Treatment;
import io.aims.treatment.TreatmentPlan;
import io.aims.treatment.reuse.EvidenceReuse;
import io.aims.treatment.reuse.EvidenceSuggestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the cheapest plan, and how the risks stand after what was decided, in text for people. */
final class PlanText {

    private static final int ID = 10;

    private final Page page;
    private final ResidualProfile profile;
    private final @Nullable Place place;

    /** Begins to tell something about a system whose place is named, unless nobody could doubt it. */
    PlanText(Page page, ResidualProfile profile, @Nullable Place place) {
        this.page = page;
        this.profile = profile;
        this.place = place;
    }

    /**
     * Tells the controls that suffice at least cost, and what other frameworks may have in place for them; without prices each
     * of them costs one.
     */
    void cheapest(CheapestPlan plan, boolean isPriced, EvidenceReuse reuse) {
        begin(answer(plan, isPriced));
        if (!plan.steps().isEmpty()) {
            page.heading(Span.strong("Bring to work"));
            for (CheapestPlan.Step step : plan.steps()) {
                page.labelled(
                        2,
                        ID,
                        Span.name(step.control().value()),
                        Span.plain(title(step) + (isPriced ? ", at " + step.cost() : "")));
                EvidenceSuggestion.sentences(
                                reuse.about(step.control(), profile.evaluation().system()))
                        .forEach(sentence -> page.text(2 + ID, Span.quiet(sentence)));
            }
        }
        if (plan.steps().stream()
                .flatMap(
                        step -> reuse.about(step.control(), profile.evaluation().system()).stream())
                .anyMatch(EvidenceSuggestion::mayHelp)) {
            page.text(0, Span.plain(EvidenceSuggestion.CAUTION));
        }
        page.heading(Span.strong("What that brings, if everything unknown turns out badly"));
        for (CheapestPlan.Outcome outcome : plan.outcomes()) {
            String levels = outcome.now() == outcome.then()
                    ? "stays " + Wording.words(outcome.now())
                    : "from " + Wording.words(outcome.now()) + " to " + Wording.words(outcome.then());
            boolean isBeyond = outcome.then().compareTo(plan.tolerance()) > 0;
            page.labelled(
                    2,
                    ID,
                    Span.name(outcome.objective().value()),
                    Span.plain(levels + (isBeyond ? ": out of reach" : "")));
        }
    }

    /** Tells how every risk stands on the day of the plan. */
    void decided(TreatmentPlan plan) {
        int open = plan.open().size();
        String answer = open == 0
                ? "nothing is open on " + plan.asOf() + "."
                : Wording.count(open, "risk is", "risks are") + " open on " + plan.asOf() + ": above "
                        + Wording.words(plan.tolerance()) + ", and nothing that holds on this day is decided.";
        begin(answer);
        if (plan.treatments().isEmpty()) {
            page.text(0, Span.plain("The plan decides nothing about this system."));
        }
        page.heading(Span.strong("How every risk stands, if everything unknown turns out badly"));
        for (TreatmentPlan.Outcome outcome : plan.outcomes()) {
            page.labelled(
                    2,
                    ID,
                    Span.name(outcome.objective().value()),
                    new Span(Wording.words(outcome.standing()), style(outcome)),
                    Span.plain(": " + levels(outcome) + "."));
        }
        decisions("Overdue", plan.overdue());
        List<Treatment> holding = new ArrayList<>(plan.treatments());
        holding.removeAll(plan.overdue());
        decisions("Decided", holding);
    }

    private static Style style(TreatmentPlan.Outcome outcome) {
        return outcome.standing() == TreatmentPlan.Standing.OPEN ? Style.ALARM : Style.PLAIN;
    }

    private static String levels(TreatmentPlan.Outcome outcome) {
        return outcome.now() == outcome.then()
                ? Wording.words(outcome.now())
                : Wording.words(outcome.now()) + " now, " + Wording.words(outcome.then())
                        + " once the controls of the plan work";
    }

    private void decisions(String heading, List<Treatment> treatments) {
        if (treatments.isEmpty()) {
            return;
        }
        page.heading(Span.strong(heading + " (" + treatments.size() + ")"));
        for (Treatment treatment : treatments) {
            page.hanging(2, 4, Span.plain(described(treatment)));
            page.text(
                    4,
                    Span.quiet("Until " + treatment.due() + ", " + treatment.owner() + ", approved by "
                            + treatment.approver() + "."));
        }
    }

    private static String described(Treatment treatment) {
        if (treatment instanceof Treatment.Modify modify) {
            return "modify: " + modify.control() + " to " + Wording.words(modify.target());
        }
        if (treatment instanceof Treatment.Share share) {
            return "share: " + share.objective() + " with " + share.with();
        }
        if (treatment instanceof Treatment.Avoid avoid) {
            return "avoid: " + avoid.objective() + " by giving up " + avoid.activity();
        }
        Treatment.Retain retain = (Treatment.Retain) treatment;
        return "retain: " + retain.objective() + " up to " + Wording.words(retain.accepted()) + ", because "
                + retain.reason();
    }

    private void begin(String answer) {
        page.text(0, Span.strong(profile.evaluation().system().name()), Span.plain(": " + answer));
        if (place != null) {
            page.text(0, Span.quiet(place.document() + ":" + place.line()));
        }
        if (!profile.evaluation().stops().isEmpty()) {
            page.text(
                    0,
                    Span.plain(
                            "A verdict that nothing lifts holds or may hold: no control makes such a use permitted."));
        }
    }

    private String title(CheapestPlan.Step step) {
        return profile.control(step.control())
                .map(state -> state.control().title())
                .orElse("");
    }

    private static String answer(CheapestPlan plan, boolean isPriced) {
        String tolerance = Wording.words(plan.tolerance());
        String least = plan.isExact()
                ? isPriced ? "Nothing cheaper does as much." : "No fewer do as much."
                : "What does as much costs at least " + plan.leastCost() + ".";
        String bought = Wording.count(plan.steps().size(), "control", "controls")
                + (isPriced ? " at " + plan.cost() : "")
                + (plan.steps().size() == 1 ? " brings " : " bring ");
        if (!plan.outOfReach().isEmpty()) {
            return tolerance + " is out of reach for "
                    + Wording.count(plan.outOfReach().size(), "objective", "objectives") + ". "
                    + (plan.steps().isEmpty()
                            ? "No control that has a cost lowers a level."
                            : bought + "them as low as controls can. " + least)
                    + " Treat these risks otherwise, answer what is open, or change the system.";
        }
        return plan.steps().isEmpty()
                ? "nothing passes " + tolerance + "."
                : bought + "everything to " + tolerance + " or below. " + least;
    }
}
