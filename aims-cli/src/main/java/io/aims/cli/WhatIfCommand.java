package io.aims.cli;

import io.aims.Aims;
import io.aims.interchange.DiffWriter;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.SystemReader;
import io.aims.reasoning.change.EvaluationDiff;
import io.aims.reasoning.change.WhatIf;
import io.aims.system.AiSystem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what would change. */
@Command(
        name = "what-if",
        sortOptions = false,
        description =
                "Tells what would change if some answers about a system were others. The description stays as it is.%n",
        footerHeading = "%nExamples%n",
        footer = {
            "  aims what-if examples/systems/loan-scoring.yaml humanOversightMode=NONE",
            "  aims what-if examples/systems/loan-scoring.yaml 'vulnerableGroups=[CHILDREN, WORKERS]'",
            "  aims what-if examples/systems/loan-scoring.yaml 'automationLevel={atLeast: HIGH_AUTOMATION}'"
                    + " profiling=unknown"
        })
final class WhatIfCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "The description of a system: YAML, JSON, JSON Lines, or - for the standard input.")
    private String file = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "NAME=VALUE",
            description = "A characteristic with its supposed answer, written as in the description of a system, or"
                    + " unknown.")
    private List<String> answers = new ArrayList<>();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, md (Markdown) or json.")
    private DiffFormat format = DiffFormat.TEXT;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day for which to evaluate, for example 2026-03-01.")
    private @Nullable LocalDate asOf;

    @Mixin
    private OneSystem one = new OneSystem();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    WhatIfCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Aims aims = rules.aims()) {
            SupposedAnswers supposed = SupposedAnswers.read(answers, aims.vocabulary());
            AiSystem system = one.read(new SystemReader(aims.vocabulary(), aims.catalogue()), session, file)
                    .system();
            LocalDate day = asOf;
            WhatIf whatIf = day == null ? aims.whatIf(system) : aims.whatIf(system, day);
            session.out().print(text(supposed.of(whatIf).diff()));
        }
        return ExitStatus.DONE;
    }

    private String text(EvaluationDiff diff) {
        return switch (format) {
            case TEXT -> DiffPage.page(colour.page(session), diff.text()).toString();
            case MD -> diff.markdown();
            case JSON -> new DiffWriter(EvaluationWriter.Layout.INDENTED).text(diff) + "\n";
        };
    }
}
