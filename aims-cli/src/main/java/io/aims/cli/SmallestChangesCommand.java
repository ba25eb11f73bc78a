package io.aims.cli;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.interchange.ChangesWriter;
import io.aims.interchange.EvaluationWriter;
import io.aims.reasoning.counterfactual.Changeable;
import io.aims.reasoning.counterfactual.SearchLimits;
import io.aims.reasoning.counterfactual.SmallestChanges;
import io.aims.reasoning.counterfactual.Target;
import io.aims.system.Characteristic;
import io.aims.system.Vocabulary;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the smallest changes that reach a target. */
@Command(
        name = "smallest-changes",
        sortOptions = false,
        description =
                "Finds the smallest sets of changed answers that reach a target for certain: a level, a control that is"
                        + " not needed, a risk source or rule that is gone. Of several targets all are reached together.%n",
        footerHeading = "%nExamples%n",
        footer = {
            "  aims smallest-changes examples/systems/loan-scoring.yaml C.2.7<=MODERATE",
            "  aims smallest-changes examples/systems/loan-scoring.yaml not-needed:A.10.4"
        })
final class SmallestChangesCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private DescribedSystem described = new DescribedSystem();

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "TARGET",
            description =
                    "level<=LEVEL, OBJECTIVE<=LEVEL, not-needed:CONTROL, not-required:CONTROL, absent:RISK_SOURCE,"
                            + " silent:RULE or not-stopped.")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Changes these characteristics alone. If absent, those that the organisation chooses.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--also", paramLabel = "NAME", split = ",", description = "Changes these characteristics too.")
    private List<String> also = new ArrayList<>();

    @Option(
            names = "--keep",
            paramLabel = "NAME",
            split = ",",
            description = "Leaves these characteristics as they are.")
    private List<String> keep = new ArrayList<>();

    @Option(
            names = "--cost",
            paramLabel = "NAME=COST",
            split = ",",
            description = "What a change costs, a whole number. If absent, 1.")
    private Map<String, Integer> costs = new LinkedHashMap<>();

    @Option(
            names = "--sets",
            paramLabel = "COUNT",
            defaultValue = "10",
            description = "How many sets to list, the cheapest first. Default: 10.")
    private int sets;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, md (Markdown) or json.")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private DayOption day = new DayOption();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private ColourOption colour = new ColourOption();

    SmallestChangesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (sets < 1) {
            throw new AimsException(
                    "AIMS-5042", "The number of sets (" + sets + ") must be 1 or more.", "Maybe leave --sets out.");
        }
        try (Aims aims = rules.aims()) {
            Targets reader = new Targets(aims);
            Target target =
                    targets.stream().map(reader::read).reduce(Target::and).orElseThrow();
            Changeable changeable = changeable(aims.vocabulary());
            Evaluation evaluation =
                    day.evaluate(aims, described.read(aims, session).system());
            SmallestChanges changes = aims.smallestChanges(
                    evaluation, target, changeable, new SearchLimits(sets, SearchLimits.STANDARD.steps()));
            session.out()
                    .print(
                            switch (format) {
                                case TEXT -> page(changes).toString();
                                case MD -> changes.markdown();
                                case JSON -> new ChangesWriter(EvaluationWriter.Layout.INDENTED).text(changes) + "\n";
                            });
        }
        return ExitStatus.DONE;
    }

    private Changeable changeable(Vocabulary vocabulary) {
        Changeable changeable = (only.isEmpty()
                        ? Changeable.chosen(vocabulary)
                        : Changeable.only(characteristics(vocabulary, only)))
                .and(characteristics(vocabulary, also))
                .except(characteristics(vocabulary, keep));
        for (Map.Entry<String, Integer> cost : costs.entrySet()) {
            changeable = changeable.costing(characteristic(vocabulary, cost.getKey()), cost.getValue());
        }
        return changeable;
    }

    private static Characteristic<?>[] characteristics(Vocabulary vocabulary, List<String> names) {
        return names.stream().map(name -> characteristic(vocabulary, name)).toArray(Characteristic<?>[]::new);
    }

    private static Characteristic<?> characteristic(Vocabulary vocabulary, String name) {
        return vocabulary
                .characteristic(name)
                .orElseThrow(() -> new AimsException(
                        "AIMS-5041",
                        "There is no characteristic (" + Quoted.of(name) + ").",
                        Nearest.to(name, vocabulary.ids())
                                .map(near -> "Maybe you meant (" + near + ").")
                                .orElse("Run aims catalog to see all of them.")));
    }

    /** Lays the text out for the width of the terminal. */
    private Page page(SmallestChanges changes) {
        Page page = colour.page(session);
        for (String line : changes.text().lines().toList()) {
            String text = line.strip();
            int indent = line.length() - line.stripLeading().length();
            if (text.isEmpty()) {
                page.blank();
            } else if (indent == 0) {
                page.text(0, Span.strong(text));
            } else {
                page.hanging(indent, indent + (text.startsWith("-") ? 2 : 3), Span.plain(text));
            }
        }
        return page;
    }
}
