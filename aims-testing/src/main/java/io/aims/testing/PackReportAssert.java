package io.aims.testing;

import io.aims.error.Diagnostic;
import io.aims.rules.PackReport;
import io.aims.text.Quoted;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about packs that were verified. Not thread-safe.
 *
 * @since 0.1
 */
public final class PackReportAssert extends OutcomeAssert<PackReportAssert, PackReport> {

    PackReportAssert(@Nullable PackReport actual, Consumer<AssertionError> failures) {
        super(actual, PackReportAssert.class, failures);
    }

    /**
     * Expects that nothing forbids the use of the packs.
     *
     * @return these assertions
     */
    public PackReportAssert isLoadable() {
        return check(
                subject().isLoadable(),
                () -> told("the packs to be loadable", subject().errors()));
    }

    /**
     * Expects that there is nothing to say: neither errors nor warnings.
     *
     * @return these assertions
     */
    public PackReportAssert hasNoFindings() {
        return check(
                subject().diagnostics().isEmpty(),
                () -> told("nothing to be wrong with the packs", subject().diagnostics()));
    }

    /**
     * Expects an error or a warning.
     *
     * @param code its code, for example {@code AIMS-2007}
     * @return these assertions
     */
    public PackReportAssert reports(String code) {
        return check(
                subject().diagnostics().stream()
                        .anyMatch(each -> each.fault().code().equals(code)),
                () -> told("(" + Quoted.of(code) + ") to be reported", subject().diagnostics()));
    }

    /**
     * Expects an error or a warning at a line.
     *
     * @param code its code, for example {@code AIMS-2007}
     * @param document the name of the file, or its end
     * @param line the line, from 1
     * @return these assertions
     */
    public PackReportAssert reports(String code, String document, int line) {
        return check(
                subject().diagnostics().stream()
                        .filter(each -> each.fault().code().equals(code))
                        .flatMap(each -> each.fault().place().stream())
                        .anyMatch(place -> place.document().endsWith(document) && place.line() == line),
                () -> told(
                        "(" + Quoted.of(code) + ") to be reported at (" + Quoted.end(document) + ":" + line + ")",
                        subject().diagnostics()));
    }

    private static String told(String expectation, List<Diagnostic> diagnostics) {
        String found = diagnostics.stream()
                .map(each -> each.level() + " "
                        + each.fault().place().map(place -> place + " ").orElse("") + each.fault())
                .collect(Collectors.joining("\n"));
        return "\nExpected " + expectation + ", but "
                + (found.isEmpty() ? "nothing was found." : "this was found:\n\n" + found);
    }
}
