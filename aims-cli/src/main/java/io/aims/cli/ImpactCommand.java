package io.aims.cli;

import io.aims.Aims;
import io.aims.interchange.ClauseWriter;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.ImpactWriter;
import io.aims.reasoning.proof.Detail;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.assessment.ClauseProfile;
import io.aims.treatment.assessment.ImpactAssessment;
import io.aims.treatment.assessment.Narrative;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Drafts the impact assessment of a system. */
@Command(
        name = "impact",
        sortOptions = false,
        description = {
            "Drafts the AI system impact assessment of a system: whether one is called for, what the facts say of the"
                    + " consequences for individuals, groups and societies, what is not known, and what people have to judge.",
            "",
            "With --clauses it tells instead what the evaluation evidences of clauses 4 to 10 of ISO/IEC 42001.%n"
        },
        footerHeading = "%nExample%n",
        footer = "  aims impact examples/systems/loan-scoring.yaml --as-of 2026-03-01 --format md")
final class ImpactCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private DescribedSystem described = new DescribedSystem();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, md (Markdown) or json.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--clauses", description = "Tells what the evaluation evidences of clauses 4 to 10.")
    private boolean clauses;

    @Option(
            names = {"-a", "--all"},
            description = "Names all possible findings, not only the strongest.")
    private boolean all;

    @Mixin
    private StateOptions states = new StateOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    ImpactCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Aims aims = rules.aims()) {
            ResidualProfile profile = states.residual(aims, described.read(aims, session));
            session.out().print(clauses ? clauses(aims, profile) : draft(aims, profile));
            return ExitStatus.DONE;
        }
    }

    private String draft(Aims aims, ResidualProfile profile) {
        ImpactAssessment draft = aims.impact(profile);
        return switch (format) {
            case TEXT -> page(draft.narrative(detail()));
            case MD -> draft.narrative(detail()).markdown();
            case JSON -> new ImpactWriter(EvaluationWriter.Layout.INDENTED).text(draft) + "\n";
        };
    }

    private Detail detail() {
        return all ? Detail.FULL : Detail.SHORT;
    }

    private String clauses(Aims aims, ResidualProfile profile) {
        ClauseProfile evidenced = aims.clauses().add(profile).profile();
        return switch (format) {
            case TEXT -> page(evidenced.narrative());
            case MD -> evidenced.narrative().markdown();
            case JSON -> new ClauseWriter(EvaluationWriter.Layout.INDENTED).text(evidenced) + "\n";
        };
    }

    private String page(Narrative narrative) {
        return NarrativePage.page(colour.page(session), narrative).toString();
    }
}
