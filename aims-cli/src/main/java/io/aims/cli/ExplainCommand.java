package io.aims.cli;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.ProofWriter;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Explanation;
import io.aims.reasoning.proof.Proof;
import io.aims.reasoning.proof.ProofGraph;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells why a result is as it is. */
@Command(
        name = "explain",
        sortOptions = false,
        description =
                "Tells why a control is required or not, why a risk source is present, how a level came about, or why"
                        + " a rule holds, down to the answers.%n",
        footerHeading = "%nExamples%n",
        footer = {
            "  aims explain examples/systems/loan-scoring.yaml A.9.3",
            "  aims explain examples/systems/loan-scoring.yaml C.2.5 --all",
            "  aims explain examples/systems/loan-scoring.yaml level --format mermaid"
        })
final class ExplainCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private DescribedSystem described = new DescribedSystem();

    @Parameters(
            index = "1",
            paramLabel = "ID",
            description = "A control, objective, risk source or rule by its id, or level for the overall level.")
    private String id = "";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, md (Markdown), json, mermaid or dot (Graphviz).")
    private Format format = Format.TEXT;

    @Option(
            names = {"-a", "--all"},
            description = "Tells every reason with its sources, not only the strongest.")
    private boolean all;

    @Mixin
    private DayOption day = new DayOption();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    ExplainCommand(Session session) {
        this.session = session;
    }

    /** How a proof is written. */
    enum Format {
        TEXT,
        MD,
        JSON,
        MERMAID,
        DOT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        try (Aims aims = rules.aims()) {
            Evaluation evaluation =
                    day.evaluate(aims, described.read(aims, session).system());
            Proof proof = Subjects.of(aims).proof(aims.explain(evaluation), id);
            session.out().print(text(proof));
        }
        return ExitStatus.DONE;
    }

    private String text(Proof proof) {
        Detail detail = all ? Detail.FULL : Detail.SHORT;
        return switch (format) {
            case TEXT ->
                ExplanationText.page(colour.page(session), Explanation.of(proof, detail))
                        .toString();
            case MD -> Explanation.of(proof, detail).markdown();
            case JSON -> new ProofWriter(EvaluationWriter.Layout.INDENTED).text(proof) + "\n";
            case MERMAID -> ProofGraph.of(proof, detail).mermaid();
            case DOT -> ProofGraph.of(proof, detail).dot();
        };
    }
}
