package io.aims.cli;

import io.aims.Aims;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.risk.RiskLevel;
import io.aims.text.Quoted;
import io.aims.treatment.CheapestPlan;
import io.aims.treatment.ControlCosts;
import io.aims.treatment.Gap;
import io.aims.treatment.ResidualProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds the cheapest controls that suffice. */
@Command(
        name = "plan",
        sortOptions = false,
        description = {
            "Finds the cheapest controls that, brought to work and shown to work, bring every objective to a level or below,"
                    + " also if everything unknown turns out badly.",
            "",
            "Without --cost every control that is needed costs one, and the plan has the fewest controls. With it, controls"
                    + " without a cost are left as they are.%n"
        })
final class PlanCommand implements Callable<Integer> {

    private static final int ID = 10;

    private final Session session;

    @Mixin
    private DescribedSystem described = new DescribedSystem();

    @Option(
            names = "--tolerance",
            required = true,
            paramLabel = "LEVEL",
            description = "The level that no objective shall pass: very-low, low, moderate, high.")
    private RiskLevel tolerance = RiskLevel.VERY_LOW;

    @Option(
            names = "--cost",
            paramLabel = "ID=COST",
            description = "What it costs to bring a control to work, in whole units of your own. Repeat it for more.")
    private Map<String, Long> costs = new LinkedHashMap<>();

    @Mixin
    private StateOptions states = new StateOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    PlanCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Aims aims = rules.aims()) {
            ResidualProfile profile = states.residual(aims, described.read(aims, session));
            CheapestPlan plan = profile.cheapestPlan(costs(profile), tolerance);
            session.out().print(text(profile, plan).toString());
            return plan.outOfReach().isEmpty() ? ExitStatus.DONE : ExitStatus.BEYOND;
        }
    }

    private ControlCosts costs(ResidualProfile profile) {
        Map<ControlId, Long> known = new TreeMap<>();
        if (costs.isEmpty()) {
            for (Gap gap : profile.gaps()) {
                known.put(gap.safeguard().control().id(), 1L);
            }
        }
        costs.forEach((id, cost) -> known.put(control(id), cost));
        return ControlCosts.of(known);
    }

    private static ControlId control(String id) {
        if (!ControlId.isWellFormed(id)) {
            throw new AimsException(
                    "AIMS-3063",
                    "The control (" + Quoted.of(id) + ") that has a cost has no id of a control.",
                    "Run aims catalog to see every control.");
        }
        return new ControlId(id);
    }

    private Page text(ResidualProfile profile, CheapestPlan plan) {
        Page page = colour.page(session);
        page.text(0, Span.strong(profile.evaluation().system().name()), Span.plain(": " + answer(plan)));
        if (plan.stopped()) {
            page.text(
                    0,
                    Span.plain(
                            "A verdict that nothing lifts holds or may hold: no control makes such a use permitted."));
        }
        if (!plan.steps().isEmpty()) {
            page.heading(Span.strong("Bring to work"));
            for (CheapestPlan.Step step : plan.steps()) {
                String title = profile.control(step.control())
                        .map(state -> state.control().title())
                        .orElse("");
                page.labelled(
                        2,
                        ID,
                        Span.name(step.control().value()),
                        Span.plain(title + (costs.isEmpty() ? "" : ", at " + step.cost())));
            }
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
        return page;
    }

    private String answer(CheapestPlan plan) {
        String least = plan.isExact()
                ? costs.isEmpty() ? "No fewer do as much." : "Nothing cheaper does as much."
                : "What does as much costs at least " + plan.leastCost() + ".";
        String bought = Wording.count(plan.steps().size(), "control", "controls")
                + (costs.isEmpty() ? "" : " at " + plan.cost());
        if (!plan.outOfReach().isEmpty()) {
            return Wording.words(plan.tolerance()) + " is out of reach for "
                    + Wording.count(plan.outOfReach().size(), "objective", "objectives") + ". "
                    + (plan.steps().isEmpty()
                            ? "No control that has a cost lowers a level."
                            : bought + " bring them as low as controls can. " + least)
                    + " Treat these risks otherwise, answer what is open, or change the system.";
        }
        return plan.steps().isEmpty()
                ? "nothing passes " + Wording.words(plan.tolerance()) + "."
                : bought + (plan.steps().size() == 1 ? " brings" : " bring") + " everything to "
                        + Wording.words(plan.tolerance()) + " or below. " + least;
    }
}
