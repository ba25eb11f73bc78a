package io.aims.cli;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.evaluation.Evaluation;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemReader;
import io.aims.risk.RiskLevel;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
            description = "text, json (one document) or jsonl (one evaluation a line, for any number of systems).")
    private Format format = Format.TEXT;

    @Option(
            names = {"-a", "--all"},
            description = "Text: shows every safeguard with its reasons, and every objective.")
    private boolean all;

    @Mixin
    private DayOption day = new DayOption();

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "Ends with 1 if the low end of a level reaches this: the facts known are enough for it. "
                    + "${COMPLETION-CANDIDATES}.")
    private @Nullable RiskLevel failOn;

    @Option(
            names = "--fail-on-possible",
            paramLabel = "LEVEL",
            description = "Ends with 1 if the high end of a level reaches this: it cannot be ruled out yet.")
    private @Nullable RiskLevel failOnPossible;

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
        JSONL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        try (Aims aims = rules.aims();
                InOrder<Evaluated> work = new InOrder<>()) {
            ResultWriter writer = writer(aims);
            Batch batch = new Batch(session);
            SystemReader reader = new SystemReader(aims.vocabulary(), aims.catalogue());
            for (String file : input.files()) {
                try (Stream<SystemEntry> entries = input.entries(reader, session, file)) {
                    for (Iterator<SystemEntry> each = entries.iterator(); each.hasNext(); ) {
                        SystemEntry entry = each.next();
                        work.submit(() -> evaluate(aims, writer, entry)).ifPresent(done -> emit(done, batch, writer));
                    }
                }
            }
            work.rest(done -> emit(done, batch, writer));
            writer.end();
            session.out().flush();
            batch.end();
            if (batch.refused() > 0) {
                return ExitStatus.WRONG_INPUT;
            }
            return batch.beyond() > 0 ? ExitStatus.BEYOND : ExitStatus.DONE;
        }
    }

    /** What became of an entry: the text of an evaluation, or faults. */
    private record Evaluated(SystemEntry entry, ResultWriter.@Nullable Result result, List<Fault> faults) {}

    private Evaluated evaluate(Aims aims, ResultWriter writer, SystemEntry entry) {
        if (entry instanceof SystemEntry.Refused refused) {
            return new Evaluated(entry, null, refused.faults());
        }
        SystemEntry.Accepted accepted = (SystemEntry.Accepted) entry;
        try {
            Evaluation evaluation = day.evaluate(aims, accepted.document().system());
            return new Evaluated(
                    entry,
                    new ResultWriter.Result(
                            writer.text(evaluation, accepted, input.place(entry)),
                            evaluation.level(),
                            evaluation.isStopped(),
                            isBeyond(evaluation)),
                    List.of());
        } catch (AimsException e) {
            return new Evaluated(entry, null, e.faults());
        }
    }

    private static void emit(Evaluated done, Batch batch, ResultWriter writer) {
        ResultWriter.Result result = done.result();
        if (result == null) {
            writer.refused();
            batch.refuse(done.faults());
        } else {
            batch.accept((SystemEntry.Accepted) done.entry(), result.beyond());
            writer.write(result);
        }
    }

    private ResultWriter writer(Aims aims) {
        List<String> limits = aims.criteria().limits();
        return switch (format) {
            case TEXT -> new ResultWriter.AsText(session, () -> colour.page(session), all);
            case JSON ->
                new ResultWriter.AsJson(session, new EvaluationWriter(limits, EvaluationWriter.Layout.INDENTED));
            case JSONL ->
                new ResultWriter.AsLines(session, new EvaluationWriter(limits, EvaluationWriter.Layout.ONE_LINE));
        };
    }

    private boolean isBeyond(Evaluation evaluation) {
        RiskLevel certain = failOn;
        RiskLevel possible = failOnPossible;
        if (certain == null && possible == null) {
            return false;
        }
        return evaluation.isStopped()
                || certain != null && evaluation.level().low().compareTo(certain) >= 0
                || possible != null && evaluation.level().high().compareTo(possible) >= 0;
    }
}
