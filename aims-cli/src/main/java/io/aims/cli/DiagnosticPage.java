package io.aims.cli;

import io.aims.error.Diagnostic;
import io.aims.error.Place;
import java.util.Collection;

/** Lays out diagnostics for people: where, what is wrong, what to do. */
final class DiagnosticPage {

    private static final int INDENT = 2;

    private DiagnosticPage() {}

    static Page page(Page page, Collection<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            page.blank()
                    .text(
                            0,
                            Span.name(diagnostic
                                    .fault()
                                    .place()
                                    .map(Place::toString)
                                    .orElse("(no place)")),
                            Span.plain(" "),
                            diagnostic.isError()
                                    ? new Span("error", Style.SEVERE)
                                    : new Span("warning", Style.ELEVATED),
                            Span.quiet(" " + diagnostic.fault().code()));
            page.text(INDENT, Span.plain(diagnostic.fault().message()));
            diagnostic.fault().advice().lines().forEach(line -> page.text(INDENT, Span.quiet(line)));
        }
        return page;
    }

    /** Returns how many there are, in words. */
    static String counts(Collection<Diagnostic> diagnostics) {
        int errors = (int) diagnostics.stream().filter(Diagnostic::isError).count();
        return Wording.count(errors, "error", "errors") + ", "
                + Wording.count(diagnostics.size() - errors, "warning", "warnings");
    }
}
