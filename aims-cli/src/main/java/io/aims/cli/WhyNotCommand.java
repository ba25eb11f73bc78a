package io.aims.cli;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.ProofWriter;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Explanation;
import io.aims.reasoning.proof.WhyNot;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells why something is not so. */
@Command(
        name = "why-not",
        sortOptions = false,
        description =
                "Tells why a control is not required, or a rule does not hold: the nearest rules, the answers that"
                        + " stop them, and what these would have to be.%n",
        footerHeading = "%nExample%n",
        footer = "  aims why-not examples/systems/meeting-notes.yaml A.5.5")
final class WhyNotCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private DescribedSystem described = new DescribedSystem();

    @Parameters(index = "1", paramLabel = "ID", description = "A control or a rule by its id.")
    private String id = "";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, md (Markdown) or json.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(
            names = {"-a", "--all"},
            description = "Tells every rule, not only the nearest.")
    private boolean all;

    @Mixin
    private DayOption day = new DayOption();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    WhyNotCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Aims aims = rules.aims()) {
            Evaluation evaluation =
                    day.evaluate(aims, described.read(aims, session).system());
            WhyNot whyNot = Subjects.of(aims).whyNot(aims.explain(evaluation), id);
            Explanation explanation = Explanation.of(whyNot, all ? Detail.FULL : Detail.SHORT);
            session.out()
                    .print(
                            switch (format) {
                                case TEXT ->
                                    ExplanationText.page(colour.page(session), explanation)
                                            .toString();
                                case MD -> explanation.markdown();
                                case JSON -> new ProofWriter(EvaluationWriter.Layout.INDENTED).text(whyNot) + "\n";
                            });
        }
        return ExitStatus.DONE;
    }
}
