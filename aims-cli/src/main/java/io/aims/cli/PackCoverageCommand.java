package io.aims.cli;

import io.aims.error.Diagnostic;
import io.aims.packs.PackUnderTest;
import io.aims.packs.coverage.PackCoverage;
import io.aims.packs.coverage.Tally;
import io.aims.packs.output.CoverageWriter;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

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
final class PackCoverageCommand extends PackMeasurement<PackCoverage> {

    private static final int LABEL = 12;

    PackCoverageCommand(Session session) {
        super(session, "coverage");
    }

    @Override
    PackCoverage measure(PackUnderTest pack) {
        return PackCoverage.of(pack);
    }

    @Override
    List<Diagnostic> diagnostics(PackCoverage coverage) {
        return coverage.diagnostics();
    }

    @Override
    String json(String pack, PackCoverage coverage) {
        return new CoverageWriter().text(pack, coverage);
    }

    @Override
    boolean isBeyond(PackCoverage coverage, ShareOption wanted) {
        return Stream.of(coverage.rules(), coverage.branches(), coverage.thresholds())
                .anyMatch(tally -> wanted.isUnder(tally.share()));
    }

    @Override
    void write(Page page, String pack, PackCoverage coverage) {
        DiagnosticPage.page(page, coverage.diagnostics());
        page.heading(Span.strong(pack), Span.plain(": what its examples show"));
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

    private static void tally(Page page, String label, Tally tally) {
        page.labelled(
                2,
                LABEL,
                Span.quiet(label),
                new Span(tally.toString(), tally.isComplete() ? Style.CALM : Style.ELEVATED));
    }
}
