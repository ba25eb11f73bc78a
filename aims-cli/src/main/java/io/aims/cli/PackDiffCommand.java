package io.aims.cli;

import io.aims.error.Diagnostic;
import io.aims.error.Faults;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemReader;
import io.aims.packs.difference.OutcomeChange;
import io.aims.packs.difference.PackDifference;
import io.aims.packs.output.PackDifferenceWriter;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.rules.PackLoader;
import io.aims.system.AiSystem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two versions of a pack. */
@Command(
        name = "diff",
        sortOptions = false,
        description =
                "Tells what differs between two versions of a pack and what it means: which rules ask for more or for"
                        + " less, which controls gain or lose reasons, how far the version has to move and, for given"
                        + " systems, what comes out otherwise.%n",
        footerHeading = "%nHow it ends%n",
        footer = {
            "  0  compared",
            "  1  with --fail-on-weaker: the new version asks for less somewhere, or a system",
            "     comes to less; with --fail-on-version: its version does not grow",
            "  2  wrong usage, or a pack or a system cannot be read: nothing was compared"
        })
final class PackDiffCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "OLD", description = "The folder of the version before.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The folder of the version after.")
    private String now = "";

    @Option(
            names = "--system",
            paramLabel = "FILE",
            description = "Systems to evaluate by both versions: a file or a folder. Repeat it for more.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private DayOption day = new DayOption();

    @Mixin
    private PackCompany company = new PackCompany();

    @Option(
            names = "--fail-on-weaker",
            description = "Ends with 1 if a rule is gone, finds less or other than before, or one of another pack is"
                    + " replaced, or a given system comes to less.")
    private boolean failOnWeaker;

    @Option(
            names = "--fail-on-version",
            description = "Ends with 1 if the version does not grow as the changes call for.")
    private boolean failOnVersion;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, md (Markdown) or json.")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private OutFile out = new OutFile();

    @Mixin
    private SystemInput input = new SystemInput();

    @Mixin
    private ColourOption colour = new ColourOption();

    PackDiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PackPlace before = PackInput.place(old);
        PackPlace after = PackInput.place(now);
        PackLoader loader = company.loader(List.of(before, after));
        RulePack was = loader.read(before.source());
        RulePack is = loader.read(after.source());
        PackDifference difference = PackDifference.between(was, is);
        List<OutcomeChange> outcomes = files.isEmpty()
                ? List.of()
                : OutcomeChange.between(
                        loader.join(was),
                        loader.join(is),
                        systems(loader.join(was)),
                        day.day().orElse(null));
        String result = switch (format) {
            case TEXT -> text(difference, outcomes);
            case MD -> difference.markdown() + OutcomeChange.markdown(outcomes);
            case JSON -> new PackDifferenceWriter().text(difference, outcomes);
        };
        out.write(session, result.getBytes(StandardCharsets.UTF_8));
        return isBeyond(difference, outcomes) ? ExitStatus.BEYOND : ExitStatus.DONE;
    }

    private boolean isBeyond(PackDifference difference, List<OutcomeChange> outcomes) {
        boolean weaker = difference.isWeaker() || outcomes.stream().anyMatch(OutcomeChange::isWeaker);
        return failOnWeaker && weaker
                || failOnVersion && difference.diagnostics().stream().anyMatch(Diagnostic::isError);
    }

    private String text(PackDifference difference, List<OutcomeChange> outcomes) {
        Page page = out.name().isPresent() ? new Page(Terminal.PLAIN_COLUMNS, false) : colour.page(session);
        DiffPage.page(page, difference.text());
        if (!files.isEmpty()) {
            page.heading(Span.strong("Systems"));
            if (outcomes.isEmpty()) {
                page.text(2, Span.plain("None of the given systems comes to anything else."));
            }
            outcomes.forEach(outcome -> page.hanging(2, 4, Span.plain(outcome.text())));
        }
        return page.toString();
    }

    private List<AiSystem> systems(RuleBase base) {
        SystemReader reader = new SystemReader(base.answerable(), base.catalogue());
        Faults faults = new Faults();
        List<AiSystem> systems = new ArrayList<>();
        for (String file : files) {
            try (Stream<SystemEntry> entries = input.entries(reader, session, file)) {
                for (Iterator<SystemEntry> each = entries.iterator(); each.hasNext(); ) {
                    SystemEntry entry = each.next();
                    if (entry instanceof SystemEntry.Refused refused) {
                        faults.addAll(refused.faults());
                    } else {
                        systems.add(((SystemEntry.Accepted) entry).document().system());
                    }
                }
            }
        }
        faults.throwIfAny();
        return systems;
    }
}
