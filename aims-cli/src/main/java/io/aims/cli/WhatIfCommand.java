package io.aims.cli;

import io.aims.Aims;
import io.aims.interchange.DiffWriter;
import io.aims.interchange.EvaluationWriter;
import io.aims.reasoning.change.EvaluationDiff;
import io.aims.reasoning.change.WhatIf;
import io.aims.system.AiSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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

    @Mixin
    private DescribedSystem described = new DescribedSystem();

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
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private DayOption day = new DayOption();

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
            AiSystem system = described.read(aims, session).system();
            WhatIf whatIf = day.day().map(asOf -> aims.whatIf(system, asOf)).orElseGet(() -> aims.whatIf(system));
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
