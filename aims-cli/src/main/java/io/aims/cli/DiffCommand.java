package io.aims.cli;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.evaluation.Evaluation;
import io.aims.interchange.DiffWriter;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemReader;
import io.aims.reasoning.change.EvaluationDiff;
import io.aims.reasoning.change.Trend;
import io.aims.system.AiSystem;
import io.aims.text.NaturalOrder;
import io.aims.text.Quoted;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares systems before and after. */
@Command(
        name = "diff",
        sortOptions = false,
        description =
                "Tells what differs between two descriptions of a system, what was gained and lost by it, and which"
                        + " controls and levels moved. If they hold several systems, those of one id are compared.%n",
        footerHeading = "%nHow it ends%n",
        footer = {
            "  0  compared",
            "  1  with --fail-on-worse: something got worse, not only known",
            "  2  wrong usage, or a system could not be read: nothing was compared",
            "",
            "A result that aims evaluate --format json or jsonl wrote stands for the description it was made of, and is"
                    + " evaluated again."
        })
final class DiffCommand implements Callable<Integer> {

    private static final String TWICE = "AIMS-5035";
    private static final String BOTH_FROM_STDIN = "AIMS-5036";

    private final Session session;

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "Systems as they were: a file, a folder, or - for the standard input.")
    private String old = "";

    @Parameters(
            index = "1",
            paramLabel = "NEW",
            description = "Systems as they are: a file, a folder, or - for the standard input.")
    private String now = "";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, md (Markdown) or json.")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private DayOption day = new DayOption();

    @Option(
            names = "--fail-on-worse",
            description = "Ends with 1 if a level rose, a stop or a risk source appeared, or a control became needed,"
                    + " and not only because more is known.")
    private boolean failOnWorse;

    @Mixin
    private SystemInput input = new SystemInput();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    DiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (old.equals("-") && now.equals("-")) {
            throw new AimsException(
                    BOTH_FROM_STDIN,
                    "The standard input (-) cannot be both OLD and NEW.",
                    "Maybe put one of the two into a file.");
        }
        try (Aims aims = rules.aims()) {
            SystemReader reader = new SystemReader(aims.vocabulary(), aims.catalogue());
            Faults faults = new Faults();
            SortedMap<String, AiSystem> before = systems(reader, old, faults);
            SortedMap<String, AiSystem> after = systems(reader, now, faults);
            faults.throwIfAny();
            boolean worse = before.size() == 1 && after.size() == 1
                    ? one(
                            aims,
                            before.values().iterator().next(),
                            after.values().iterator().next())
                    : several(aims, before, after);
            return worse && failOnWorse ? ExitStatus.BEYOND : ExitStatus.DONE;
        }
    }

    private SortedMap<String, AiSystem> systems(SystemReader reader, String file, Faults faults) {
        SortedMap<String, AiSystem> systems = new TreeMap<>(NaturalOrder.comparator());
        try (Stream<SystemEntry> entries = input.entries(reader, session, file)) {
            for (Iterator<SystemEntry> each = entries.iterator(); each.hasNext(); ) {
                SystemEntry entry = each.next();
                if (entry instanceof SystemEntry.Refused refused) {
                    faults.addAll(refused.faults());
                    continue;
                }
                AiSystem system = ((SystemEntry.Accepted) entry).document().system();
                if (systems.put(system.id(), system) != null) {
                    faults.add(
                            TWICE,
                            entry.place(),
                            "The id (" + Quoted.of(system.id()) + ", " + entry.place() + ") stands twice in ("
                                    + Quoted.of(file) + ").",
                            "Maybe one of the two is an old copy: systems are compared by their ids.");
                }
            }
        }
        return systems;
    }

    private boolean one(Aims aims, AiSystem before, AiSystem after) {
        EvaluationDiff diff = EvaluationDiff.between(day.evaluate(aims, before), day.evaluate(aims, after));
        session.out()
                .print(
                        switch (format) {
                            case TEXT ->
                                DiffPage.page(colour.page(session), diff.text()).toString();
                            case MD -> diff.markdown();
                            case JSON -> new DiffWriter(EvaluationWriter.Layout.INDENTED).text(diff) + "\n";
                        });
        return diff.has(Trend.WORSE);
    }

    private boolean several(Aims aims, SortedMap<String, AiSystem> before, SortedMap<String, AiSystem> after) {
        List<EvaluationDiff> diffs = new ArrayList<>();
        List<Evaluation> added = new ArrayList<>();
        List<Evaluation> removed = new ArrayList<>();
        int same = 0;
        for (AiSystem system : after.values()) {
            AiSystem was = before.get(system.id());
            if (was == null) {
                added.add(day.evaluate(aims, system));
                continue;
            }
            EvaluationDiff diff = EvaluationDiff.between(day.evaluate(aims, was), day.evaluate(aims, system));
            if (diff.isEmpty()) {
                same++;
            } else {
                diffs.add(diff);
            }
        }
        before.values().stream()
                .filter(system -> !after.containsKey(system.id()))
                .forEach(system -> removed.add(day.evaluate(aims, system)));
        session.out()
                .print(
                        switch (format) {
                            case TEXT -> text(diffs, added, removed, same);
                            case MD -> markdown(diffs, added, removed, same);
                            case JSON -> json(diffs, added, removed);
                        });
        return diffs.stream().anyMatch(diff -> diff.has(Trend.WORSE));
    }

    private String text(List<EvaluationDiff> diffs, List<Evaluation> added, List<Evaluation> removed, int same) {
        Page page = colour.page(session);
        page.text(0, Span.strong(summary(diffs, added, removed, same)));
        diffs.forEach(diff -> DiffPage.page(page.blank(), diff.text()));
        listed(page, "New", added);
        listed(page, "Gone", removed);
        return page.toString();
    }

    private static void listed(Page page, String heading, List<Evaluation> evaluations) {
        if (!evaluations.isEmpty()) {
            page.heading(Span.strong(heading));
            evaluations.forEach(evaluation -> page.hanging(2, 4, Span.plain(named(evaluation))));
        }
    }

    private static String markdown(
            List<EvaluationDiff> diffs, List<Evaluation> added, List<Evaluation> removed, int same) {
        StringBuilder out = new StringBuilder("# " + summary(diffs, added, removed, same) + "\n");
        diffs.forEach(diff -> out.append('\n').append(diff.markdown()));
        listed(out, "New", added);
        listed(out, "Gone", removed);
        return out.toString();
    }

    private static void listed(StringBuilder out, String heading, List<Evaluation> evaluations) {
        if (!evaluations.isEmpty()) {
            out.append("\n## ").append(heading).append("\n\n");
            evaluations.forEach(evaluation -> out.append("- `")
                    .append(Quoted.of(evaluation.system().id()).replace('`', '\''))
                    .append("`, ")
                    .append(Wording.words(evaluation.level()))
                    .append('\n'));
        }
    }

    private static String named(Evaluation evaluation) {
        return evaluation.system().name() + " (" + evaluation.system().id() + "), " + Wording.words(evaluation.level());
    }

    private static String summary(
            List<EvaluationDiff> diffs, List<Evaluation> added, List<Evaluation> removed, int same) {
        long worse = diffs.stream().filter(diff -> diff.has(Trend.WORSE)).count();
        return Wording.count(diffs.size(), "system", "systems") + " changed"
                + (worse == 0 ? "" : ", " + worse + " of them for the worse") + "; "
                + added.size() + " new, " + removed.size() + " gone, " + same + " as before.";
    }

    private static String json(List<EvaluationDiff> diffs, List<Evaluation> added, List<Evaluation> removed) {
        StringWriter out = new StringWriter();
        try {
            new DiffWriter(EvaluationWriter.Layout.INDENTED).writeAll(diffs, ids(added), ids(removed), out);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can be written", e);
        }
        return out + "\n";
    }

    private static List<String> ids(List<Evaluation> evaluations) {
        return evaluations.stream().map(evaluation -> evaluation.system().id()).toList();
    }
}
