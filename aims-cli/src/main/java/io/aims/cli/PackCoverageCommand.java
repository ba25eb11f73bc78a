package io.aims.cli;

import io.aims.error.Diagnostic;
import io.aims.packs.PackUnderTest;
import io.aims.packs.coverage.PackCoverage;
import io.aims.packs.coverage.Tally;
import io.aims.packs.output.CoverageWriter;
import io.aims.packs.output.SarifWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures how much of packs their examples show. */
@Command(
        name = "coverage",
        sortOptions = false,
        description =
                "Tells which rules, branches of conditions and thresholds no example shows, each with an example that"
                        + " would.%n",
        footerHeading = "%nHow it ends%n",
        footer = {
            "  0  measured",
            "  1  with --fail-under: rules, branches or thresholds are covered less",
            "  2  wrong usage, or a pack cannot be read"
        })
final class PackCoverageCommand implements Callable<Integer> {

    private static final int LABEL = 12;

    private final Session session;

    @Mixin
    private PackInput input = new PackInput();

    @Mixin
    private ShareOption share = new ShareOption();

    @Mixin
    private PackOutput output = new PackOutput();

    PackCoverageCommand(Session session) {
        this.session = session;
    }

    /** A pack with what was measured of it. */
    private record Measured(String name, PackCoverage coverage) {}

    @Override
    public Integer call() {
        PackFormat format = output.format("aims pack coverage", PackFormat.TEXT, PackFormat.JSON, PackFormat.SARIF);
        List<Measured> packs =
                input.underTest().stream().map(PackCoverageCommand::measured).toList();
        output.write(
                session,
                switch (format) {
                    case JSON ->
                        OneOrMore.json(packs.stream()
                                .map(pack -> new CoverageWriter().text(pack.name(), pack.coverage()))
                                .toList());
                    case SARIF -> sarif(packs);
                    default -> text(packs);
                });
        boolean isUnder = packs.stream()
                .flatMap(pack -> tallies(pack.coverage()))
                .anyMatch(tally -> share.isUnder(tally.share()));
        return isUnder ? ExitStatus.BEYOND : ExitStatus.DONE;
    }

    private static Measured measured(PackUnderTest pack) {
        return new Measured(pack.pack().id() + " " + pack.pack().version(), PackCoverage.of(pack));
    }

    private static Stream<Tally> tallies(PackCoverage coverage) {
        return Stream.of(coverage.rules(), coverage.branches(), coverage.thresholds());
    }

    private String sarif(List<Measured> packs) {
        List<Diagnostic> all = packs.stream()
                .flatMap(pack -> pack.coverage().diagnostics().stream())
                .toList();
        List<PackPlace> places = input.places();
        return new SarifWriter(
                        "aims-pack-coverage", VersionCommand.version(), document -> PackPlace.path(places, document))
                .text(all);
    }

    private String text(List<Measured> packs) {
        Page page = output.page(session);
        for (Measured pack : packs) {
            PackCoverage coverage = pack.coverage();
            DiagnosticPage.page(page, coverage.diagnostics());
            page.heading(Span.strong(pack.name()), Span.plain(": what its examples show"));
            tally(page, "rules", coverage.rules());
            tally(page, "branches", coverage.branches());
            tally(page, "thresholds", coverage.thresholds());
            if (!coverage.idle().isEmpty()) {
                page.text(
                        2,
                        Span.quiet(Wording.count(coverage.idle().size(), "part", "parts")
                                + " of conditions can never decide, and is not counted."));
            }
        }
        return page.toString();
    }

    private static void tally(Page page, String label, Tally tally) {
        page.labelled(
                2,
                LABEL,
                Span.quiet(label),
                new Span(tally.toString(), tally.isComplete() ? Style.CALM : Style.ELEVATED));
    }
}
