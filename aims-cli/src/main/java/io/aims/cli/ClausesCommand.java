package io.aims.cli;

import io.aims.Aims;
import io.aims.interchange.ClauseWriter;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.StatementReader;
import io.aims.interchange.TreatmentsReader;
import io.aims.treatment.assessment.ClauseCollector;
import io.aims.treatment.assessment.ClauseProfile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what evaluations evidence of the clauses of the management system. */
@Command(
        name = "clauses",
        sortOptions = false,
        description = {
            "Tells of each of clauses 4 to 10 of ISO/IEC 42001 whether the evaluations of all systems together are evidence of"
                    + " it, in full or in part, what is at hand and what is missing.",
            "",
            "That a clause is evidenced does not mean that the organisation conforms.%n"
        },
        footerHeading = "%nExample%n",
        footer = "  aims clauses systems/ --organisation controls.yaml --as-of 2026-03-01")
final class ClausesCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private SystemRun run = new SystemRun();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, md (Markdown) or json.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(
            names = "--statement",
            paramLabel = "FILE",
            description = "The Statement of Applicability of these systems, as aims soa --format json wrote it.")
    private @Nullable Path statement;

    @Option(
            names = "--treatments",
            paramLabel = "FILE",
            description = "What was decided about their risks, as a plan of treatment: YAML or JSON.")
    private @Nullable Path treatments;

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    ClausesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Aims aims = rules.aims()) {
            ClauseCollector collector = collector(aims);
            Batch batch = run.each(aims, session, new FailOptions(), SystemRun.Treated::profile, collector::add);
            session.out().print(text(collector.profile()));
            return batch.end();
        }
    }

    private ClauseCollector collector(Aims aims) {
        ClauseCollector collector = aims.clauses();
        Path stated = statement;
        if (stated != null) {
            collector.withStatement(new StatementReader().read(stated).asOf().orElse(null));
        }
        Path decided = treatments;
        if (decided != null
                && !new TreatmentsReader(aims.catalogue())
                        .read(decided)
                        .systems()
                        .isEmpty()) {
            collector.withPlan();
        }
        return collector;
    }

    private String text(ClauseProfile profile) {
        return switch (format) {
            case TEXT ->
                NarrativePage.page(colour.page(session), profile.narrative()).toString();
            case MD -> profile.narrative().markdown();
            case JSON -> new ClauseWriter(EvaluationWriter.Layout.INDENTED).text(profile) + "\n";
        };
    }
}
