package io.aims.cli;

import io.aims.packs.output.DiagnosticsWriter;
import io.aims.packs.output.SarifWriter;
import io.aims.rule.Chapter;
import io.aims.rule.RulePack;
import io.aims.rules.PackReport;
import io.aims.rules.PackSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Verifies packs. */
@Command(
        name = "verify",
        sortOptions = false,
        description =
                "Tells everything that is wrong with packs, and everything that somebody should look at, each with its"
                        + " place and what to do: form, ids, conditions, repetitions, examples, cycles.%n",
        footerHeading = "%nHow it ends%n",
        footer = {
            "  0  the packs hold; warnings do not count without --fail-on-warnings",
            "  1  something is wrong with them",
            "  2  wrong usage, or there is no pack"
        })
final class PackVerifyCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private PackInput input = new PackInput();

    @Option(names = "--fail-on-warnings", description = "Ends with 1 also if there are only warnings.")
    private boolean failOnWarnings;

    @Mixin
    private PackOutput output = new PackOutput();

    PackVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PackFormat format = output.format("aims pack verify", PackFormat.TEXT, PackFormat.JSON, PackFormat.SARIF);
        List<PackPlace> places = input.places();
        PackReport report = report(places);
        output.write(
                session,
                switch (format) {
                    case JSON -> new DiagnosticsWriter().text(report.diagnostics());
                    case SARIF ->
                        new SarifWriter(
                                        "aims-pack-verify",
                                        VersionCommand.version(),
                                        document -> PackPlace.path(places, document))
                                .text(report.diagnostics());
                    default -> text(report, places);
                });
        boolean isBeyond =
                !report.isLoadable() || failOnWarnings && !report.diagnostics().isEmpty();
        return isBeyond ? ExitStatus.BEYOND : ExitStatus.DONE;
    }

    /** A pack that only stands beside the others is an input: what is wrong with it ends the run. */
    private PackReport report(List<PackPlace> places) {
        PackSource[] sources = places.stream().map(PackPlace::source).toArray(PackSource[]::new);
        return input.loader(places).verify(sources);
    }

    private String text(PackReport report, List<PackPlace> places) {
        Page page = DiagnosticPage.page(output.page(session), report.diagnostics());
        page.blank();
        if (report.isLoadable()) {
            report.packs().forEach(pack -> holds(page, pack));
            if (!report.warnings().isEmpty()) {
                int warnings = report.warnings().size();
                page.blank()
                        .text(
                                0,
                                new Span(Wording.count(warnings, "warning", "warnings"), Style.ELEVATED),
                                Span.plain(" above: nothing forbids the use, and somebody should look."));
            }
        } else {
            String names = places.stream().map(place -> place.source().name()).collect(Collectors.joining(", "));
            page.text(
                    0,
                    Span.strong(names),
                    new Span(places.size() == 1 ? " does not hold" : " do not hold", Style.SEVERE),
                    Span.plain(": " + DiagnosticPage.counts(report.diagnostics()) + "."));
        }
        return page.toString();
    }

    private static void holds(Page page, RulePack pack) {
        int examples =
                pack.rules().stream().mapToInt(rule -> rule.examples().size()).sum();
        page.text(
                0,
                Span.strong(pack.id() + " " + pack.version()),
                new Span(" holds", Style.CALM),
                Span.plain(": " + Wording.count(pack.rules().size(), "rule", "rules") + " in "
                        + Wording.count(pack.chapters().size(), "chapter", "chapters") + ", "
                        + Wording.count(examples, "example", "examples") + "."));
        for (Chapter chapter : pack.chapters()) {
            page.text(2, Span.plain(chapter.title() + ": " + chapter.rules().size()));
        }
    }
}
