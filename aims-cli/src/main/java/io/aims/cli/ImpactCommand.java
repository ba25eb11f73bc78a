package io.aims.cli;

import io.aims.Aims;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.ImpactWriter;
import io.aims.reasoning.proof.Detail;
import io.aims.treatment.ResidualProfile;
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
                    + " consequences for individuals, groups and societies, what is not known, and what people have to judge.%n"
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
            session.out().print(draft(aims, profile));
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

    private String page(Narrative narrative) {
        return NarrativePage.page(colour.page(session), narrative).toString();
    }
}
