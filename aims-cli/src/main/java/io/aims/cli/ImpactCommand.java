package io.aims.cli;

import io.aims.Aims;
import io.aims.reasoning.proof.Detail;
import io.aims.treatment.ResidualProfile;
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
            Narrative narrative = clauses
                    ? aims.clauses().add(profile).profile().narrative()
                    : aims.impact(profile).narrative(all ? Detail.FULL : Detail.SHORT);
            session.out()
                    .print(
                            switch (format) {
                                case TEXT ->
                                    NarrativePage.page(colour.page(session), narrative)
                                            .toString();
                                case MD -> narrative.markdown();
                                case JSON -> "";
                            });
            return ExitStatus.DONE;
        }
    }
}
