package io.aims.cli;

import io.aims.error.Place;
import io.aims.packs.CaseResult;
import io.aims.packs.PackTests;
import io.aims.packs.PackUnderTest;
import io.aims.packs.output.CaseResultsWriter;
import io.aims.packs.output.JUnitXmlWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tests packs. */
@Command(
        name = "test",
        sortOptions = false,
        description = "Runs the examples of the rules of packs, and their files of tests.%n",
        footerHeading = "%nHow it ends%n",
        footer = {
            "  0  everything came out as expected",
            "  1  something did not",
            "  2  wrong usage, or a pack or its tests cannot be read"
        })
final class PackTestCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private PackInput input = new PackInput();

    @Mixin
    private PackOutput output = new PackOutput();

    PackTestCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PackFormat format = output.format("aims pack test", PackFormat.TEXT, PackFormat.JSON, PackFormat.JUNIT);
        List<PackPlace> places = input.places();
        List<PackUnderTest> packs = input.underTest();
        List<CaseResult> results =
                packs.stream().flatMap(pack -> PackTests.run(pack).stream()).toList();
        String name = packs.stream()
                .map(pack -> pack.pack().id() + " " + pack.pack().version())
                .collect(Collectors.joining(", "));
        output.write(
                session,
                switch (format) {
                    case JSON -> new CaseResultsWriter().text(name, results);
                    case JUNIT -> new JUnitXmlWriter(name, document -> PackPlace.path(places, document)).text(results);
                    default -> text(name, results);
                });
        return count(results, CaseResult.Status.FAILED) > 0 ? ExitStatus.BEYOND : ExitStatus.DONE;
    }

    private static int count(List<CaseResult> results, CaseResult.Status status) {
        return (int)
                results.stream().filter(result -> result.status() == status).count();
    }

    private String text(String name, List<CaseResult> results) {
        Page page = output.page(session);
        for (CaseResult result : results) {
            if (result.status() != CaseResult.Status.PASSED) {
                write(page, result);
            }
        }
        int failed = count(results, CaseResult.Status.FAILED);
        int skipped = count(results, CaseResult.Status.SKIPPED);
        int passed = results.size() - failed - skipped;
        page.blank()
                .text(
                        0,
                        Span.strong(name),
                        Span.plain(": "),
                        Span.plain(Wording.count(passed, "case", "cases") + " passed, "),
                        failed == 0 ? new Span("none failed", Style.CALM) : new Span(failed + " failed", Style.SEVERE),
                        Span.plain(skipped == 0 ? "." : ", " + skipped + " not run."));
        return page.toString();
    }

    private static void write(Page page, CaseResult result) {
        Place place = result.place();
        page.blank()
                .text(
                        0,
                        Span.name(place == null ? "(no place)" : place.toString()),
                        Span.plain(" "),
                        result.status() == CaseResult.Status.FAILED
                                ? new Span("failed", Style.SEVERE)
                                : new Span("not run", Style.ELEVATED));
        page.text(2, Span.strong(result.suite() + ": "), Span.plain(result.name()));
        page.text(2, Span.plain(result.message()));
        result.details()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> page.hanging(4 + indent(line), 6 + indent(line), Span.quiet(line.strip())));
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
