package io.aims.cli;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.OpenQuestion;
import io.aims.evaluation.QuestionCosts;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.QuestionsWriter;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemReader;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks what is open. */
@Command(
        name = "questions",
        sortOptions = false,
        description =
                "Lists the questions whose answers would settle something, the one that settles most first, each with"
                        + " the answers allowed.%n")
final class QuestionsCommand implements Callable<Integer> {

    private static final int FEW = 10;

    private final Session session;

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = {"-a", "--all"},
            description = "Shows every question, not only the first " + FEW + ".")
    private boolean all;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description = "text (the default), or json: all questions of one system a line.")
    private Format format = Format.TEXT;

    @Option(
            names = "--costs",
            paramLabel = "FILE",
            description =
                    "What answers cost, as a YAML map from characteristics to numbers. What is not named costs 1.")
    private @Nullable Path costs;

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    /** The formats as the command line names them. */
    enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    QuestionsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Aims aims = rules.aims()) {
            Batch batch = new Batch(session);
            Path priced = costs;
            QuestionCosts known = priced == null ? QuestionCosts.equal() : CostsFile.read(priced, aims.vocabulary());
            SystemReader reader = new SystemReader(aims.vocabulary(), aims.catalogue());
            for (String file : input.files()) {
                try (Stream<SystemEntry> entries = input.entries(reader, session, file)) {
                    for (Iterator<SystemEntry> each = entries.iterator(); each.hasNext(); ) {
                        one(aims, each.next(), batch, known);
                    }
                }
            }
            session.out().flush();
            return batch.end();
        }
    }

    private void one(Aims aims, SystemEntry entry, Batch batch, QuestionCosts known) {
        if (entry instanceof SystemEntry.Refused refused) {
            batch.refuse(refused.faults());
            return;
        }
        SystemEntry.Accepted accepted = (SystemEntry.Accepted) entry;
        Evaluation evaluation;
        try {
            evaluation = aims.evaluate(accepted.document().system());
        } catch (AimsException e) {
            batch.refuse(e.faults());
            return;
        }
        if (batch.accepted() > 0 && format == Format.TEXT) {
            session.out().print("\n\n");
        }
        batch.accept(accepted, false);
        if (format == Format.JSON) {
            session.out().println(new QuestionsWriter(EvaluationWriter.Layout.ONE_LINE, known).text(evaluation));
        } else {
            session.out().print(text(evaluation, known).toString());
        }
        session.out().flush();
    }

    private Page text(Evaluation evaluation, QuestionCosts known) {
        Page page = colour.page(session);
        List<OpenQuestion> questions = evaluation.openQuestions(known);
        page.text(
                0,
                Span.strong(evaluation.system().name()),
                Span.plain(
                        questions.isEmpty()
                                ? ": no answer could change the result."
                                : ": " + Wording.count(questions.size(), "open question", "open questions")
                                        + ", the one that settles most first."));
        int shown = all ? questions.size() : Math.min(FEW, questions.size());
        for (int i = 0; i < shown; i++) {
            page.blank();
            QuestionText.write(page, 4, (i + 1) + ".", questions.get(i), evaluation.system());
        }
        if (shown < questions.size()) {
            page.blank().text(0, Span.quiet((questions.size() - shown) + " more with --all."));
        }
        return page;
    }
}
