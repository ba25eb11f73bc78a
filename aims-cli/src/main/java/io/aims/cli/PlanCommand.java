package io.aims.cli;

import io.aims.Aims;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.ResidualWriter;
import io.aims.interchange.TreatmentsReader;
import io.aims.interchange.TreatmentsWriter;
import io.aims.risk.RiskLevel;
import io.aims.text.Quoted;
import io.aims.treatment.CheapestPlan;
import io.aims.treatment.ControlCosts;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.TreatmentPlan;
import io.aims.treatment.Treatments;
import io.aims.treatment.reuse.EvidenceReuse;
import io.aims.treatment.text.TreatmentMarkdown;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds the cheapest controls that suffice, or tells how the risks stand after what was decided. */
@Command(
        name = "plan",
        sortOptions = false,
        description = {
            "Finds the cheapest controls that, brought to work and shown to work, bring every objective to a level or below,"
                    + " also if everything unknown turns out badly. With --treatments tells how every risk stands on a day"
                    + " after what was decided.",
            "",
            "Without --cost every control that is needed costs one, and the plan has the fewest controls. With it, controls"
                    + " without a cost are left as they are.%n"
        },
        footerHeading = "%nHow it ends%n",
        footer = {
            "  0  every risk is brought to the level, or decided about",
            "  1  the level is out of reach, or a risk is open",
            "  2  wrong usage or input; the systems that could be read were done",
            "",
            "Examples",
            "  aims plan examples/systems --tolerance moderate --propose > plan.yaml",
            "  aims plan examples/systems --treatments plan.yaml --as-of 2026-03-01"
        })
final class PlanCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SystemRun run = new SystemRun();

    @Option(
            names = "--tolerance",
            paramLabel = "LEVEL",
            description = "The level that no objective shall pass: very-low, low, moderate, high. With --treatments, if"
                    + " another than theirs.")
    private @Nullable RiskLevel tolerance;

    @Option(
            names = "--cost",
            paramLabel = "ID=COST",
            description = "What it costs to bring a control to work, in whole units of your own. Repeat it for more.")
    private Map<String, Long> costs = new LinkedHashMap<>();

    @Option(
            names = "--treatments",
            paramLabel = "FILE",
            description = "What was decided about the risks, as a plan of treatment: YAML or JSON.")
    private @Nullable Path decisions;

    @Option(
            names = "--propose",
            description =
                    "Writes the cheapest plan as a plan of treatment (YAML) in which owners, days and approvers are"
                            + " left to be filled in.")
    private boolean propose;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, md (Markdown), json (one document) or jsonl (one system a line).")
    private TreatmentFormat format = TreatmentFormat.TEXT;

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    PlanCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path file = decisions;
        RiskLevel level = tolerance;
        if (file != null && (propose || !costs.isEmpty())) {
            throw new ParameterException(
                    spec.commandLine(), "What was decided (--treatments) is no cheapest plan (--cost, --propose)");
        }
        if (propose && format != TreatmentFormat.TEXT) {
            throw new ParameterException(spec.commandLine(), "A proposal (--propose) has one format (--format)");
        }
        if (file == null && level == null) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required option: '--tolerance=LEVEL' or '--treatments=FILE'");
        }
        try (Aims aims = rules.aims()) {
            if (file != null) {
                return decided(aims, file);
            }
            RiskLevel most = Objects.requireNonNull(level);
            return propose ? proposal(aims, most) : cheapest(aims, most);
        }
    }

    /** What became of a system: its text, and whether something is out of reach or open. */
    private record Told(String id, String text, boolean isLeft) {}

    private int cheapest(Aims aims, RiskLevel most) {
        List<String> limits = aims.criteria().limits();
        EvidenceReuse reuse = run.reuse(aims);
        return write(
                aims,
                treated -> {
                    ResidualProfile profile = treated.profile();
                    CheapestPlan plan = cheapest(profile, most);
                    String text = switch (format) {
                        case TEXT -> text(treated, page -> page.cheapest(plan, !costs.isEmpty(), reuse));
                        case MD -> new TreatmentMarkdown(limits).plan(profile, plan, reuse);
                        case JSON, JSONL ->
                            json(limits, treated, new ResidualWriter.Beside(treated.place(), plan, null, reuse));
                    };
                    return new Told(id(profile), text, !plan.outOfReach().isEmpty());
                },
                told -> {});
    }

    private int decided(Aims aims, Path file) {
        Treatments decided = new TreatmentsReader(aims.catalogue()).read(file);
        if (run.day().isEmpty()) {
            throw new AimsException(
                    "AIMS-3090",
                    "What is decided in (" + Quoted.of(file.toString()) + ") ends on a day, and no day is given.",
                    "Give --as-of DATE: the clock is not read.");
        }
        RiskLevel most = tolerance == null ? decided.tolerance() : tolerance;
        List<String> limits = aims.criteria().limits();
        DecidedSystems systems = new DecidedSystems(decided);
        int status = write(
                aims,
                treated -> {
                    ResidualProfile profile = treated.profile();
                    TreatmentPlan plan = TreatmentPlan.of(profile, decided.of(id(profile)), most);
                    String text = switch (format) {
                        case TEXT -> text(treated, page -> page.decided(plan));
                        case MD -> new TreatmentMarkdown(limits).decided(profile, plan);
                        case JSON, JSONL ->
                            json(limits, treated, new ResidualWriter.Beside(treated.place(), null, plan, null));
                    };
                    return new Told(id(profile), text, !plan.open().isEmpty());
                },
                told -> systems.see(told.id()));
        systems.end(file, session);
        return status;
    }

    private int write(Aims aims, Function<SystemRun.Treated, Told> work, Consumer<Told> also) {
        TreatmentOutput output = new TreatmentOutput(session, format);
        AtomicBoolean isLeft = new AtomicBoolean();
        Batch batch = run.each(aims, session, new FailOptions(), work, told -> {
            output.add(told.text());
            isLeft.compareAndSet(false, told.isLeft());
            also.accept(told);
        });
        output.end(batch);
        return ended(batch, isLeft.get());
    }

    private record Planned(String id, CheapestPlan plan) {}

    private int proposal(Aims aims, RiskLevel most) {
        SortedMap<String, CheapestPlan> plans = new TreeMap<>();
        Batch batch = run.each(
                aims,
                session,
                new FailOptions(),
                treated -> new Planned(id(treated.profile()), cheapest(treated.profile(), most)),
                planned -> {
                    if (plans.putIfAbsent(planned.id(), planned.plan()) != null) {
                        throw new AimsException(
                                "AIMS-3091",
                                "The id (" + Quoted.of(planned.id()) + ") stands twice, and a plan of treatment tells"
                                        + " systems apart by their ids.",
                                "Maybe propose a plan for each of the files.");
                    }
                });
        session.out().print(TreatmentsWriter.proposal(most, plans));
        return ended(
                batch,
                plans.values().stream().anyMatch(plan -> !plan.outOfReach().isEmpty()));
    }

    private static int ended(Batch batch, boolean isLeft) {
        return Math.max(batch.end(), isLeft ? ExitStatus.BEYOND : ExitStatus.DONE);
    }

    private String text(SystemRun.Treated treated, Consumer<PlanText> content) {
        Page page = colour.page(session);
        content.accept(new PlanText(page, treated.profile(), treated.place()));
        return page.toString();
    }

    private String json(List<String> limits, SystemRun.Treated treated, ResidualWriter.Beside beside) {
        EvaluationWriter.Layout layout =
                format == TreatmentFormat.JSON ? EvaluationWriter.Layout.INDENTED : EvaluationWriter.Layout.ONE_LINE;
        return new ResidualWriter(limits, layout).text(treated.profile(), beside);
    }

    private static String id(ResidualProfile profile) {
        return profile.evaluation().system().id();
    }

    private CheapestPlan cheapest(ResidualProfile profile, RiskLevel most) {
        if (costs.isEmpty()) {
            return profile.cheapestPlan(most);
        }
        Map<ControlId, Long> known = new TreeMap<>();
        costs.forEach((id, cost) -> known.put(control(id), cost));
        return profile.cheapestPlan(ControlCosts.of(known), most);
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
}
