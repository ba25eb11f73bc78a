package io.aims.cli;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.interchange.EvaluationTable;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.SystemEntry;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluates systems. */
@Command(
        name = "evaluate",
        sortOptions = false,
        description =
                "Tells for each system how high the risk is, which safeguards it needs, why, and what to find out next.%n",
        footerHeading = "%nHow it ends%n",
        footer = {
            "  0  every system was read and evaluated",
            "  1  a system is beyond --fail-on or --fail-on-possible; with either of",
            "     them, a certain STOP is always beyond",
            "  2  wrong usage, or a system could not be read; the others were evaluated",
            "",
            "The level of a system is a range. Its low end holds if everything unknown turns out harmless, its high end"
                    + " if it turns out badly. Nothing reads the clock: give --as-of if the day matters."
        })
final class EvaluateCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description =
                    "text, json (one document), jsonl (one evaluation a line, for any number of systems) or csv (one row a"
                            + " system: levels and statuses without reasons).")
    private Format format = Format.TEXT;

    @Option(
            names = {"-a", "--all"},
            description = "Text: shows every safeguard with its reasons, and every objective.")
    private boolean all;

    @Mixin
    private DayOption day = new DayOption();

    @Option(
            names = "--evaluator",
            paramLabel = "WHICH",
            defaultValue = "ENGINE",
            description =
                    "Who runs the rules: engine, or plain, the plain evaluator, which is faster for many systems. Results"
                            + " are equal; those of the plain evaluator say so.")
    private Who who = Who.ENGINE;

    @Mixin
    private FailOptions fail = new FailOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    EvaluateCommand(Session session) {
        this.session = session;
    }

    /** How results are written. */
    enum Format {
        TEXT,
        JSON,
        JSONL,
        CSV;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who runs the rules. */
    enum Who {
        ENGINE,
        PLAIN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        try (Aims owned = rules.aims()) {
            Aims aims = who == Who.PLAIN ? owned.byPlainEvaluator() : owned;
            ResultWriter writer = writer(aims);
            Batch batch = input.each(
                    aims,
                    session,
                    accepted -> result(aims, writer, accepted),
                    judged -> writer.write(judged.result()),
                    writer::refused);
            writer.end();
            session.out().flush();
            return batch.end();
        }
    }

    private InputOptions.Judged<ResultWriter.Result> result(
            Aims aims, ResultWriter writer, SystemEntry.Accepted accepted) {
        Evaluation evaluation = day.evaluate(aims, accepted.document().system());
        byte[] text = writer.text(evaluation, accepted, input.place(accepted));
        return new InputOptions.Judged<>(
                new ResultWriter.Result(text, evaluation.level(), evaluation.isStopped()), fail.isBeyond(evaluation));
    }

    private ResultWriter writer(Aims aims) {
        List<String> limits = aims.criteria().limits();
        return switch (format) {
            case TEXT -> new ResultWriter.AsText(session, () -> colour.page(session), all);
            case JSON ->
                new ResultWriter.AsJson(session, new EvaluationWriter(limits, EvaluationWriter.Layout.INDENTED));
            case JSONL ->
                new ResultWriter.AsLines(session, new EvaluationWriter(limits, EvaluationWriter.Layout.ONE_LINE));
            case CSV -> new ResultWriter.AsRows(session, new EvaluationTable(aims.catalogue()));
        };
    }
}
