package io.aims.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.error.Diagnostic;
import io.aims.error.Fault;
import io.aims.error.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackReportTest {

    private static final Diagnostic WARNING = Diagnostic.warning(
            new Fault("AIMS-2105", "The rule is not done.", "Write it.", new Place("acme/acme.yaml", 3, 5)));
    private static final Diagnostic ERROR =
            Diagnostic.error(new Fault("AIMS-2001", "It is wrong.", "Maybe not.", new Place("acme/acme.yaml", 9, 1)));

    @Test
    void what_was_found_is_sorted_by_place_and_told_once() {
        PackReport report = new PackReport(List.of(), List.of(ERROR, WARNING, ERROR));

        assertThat(report.diagnostics()).containsExactly(WARNING, ERROR);
        assertThat(report.errors()).containsExactly(ERROR);
        assertThat(report.warnings()).containsExactly(WARNING);
        assertThat(report.isLoadable()).isFalse();
        assertThat(report).hasToString("""
                WARNING AIMS-2105: The rule is not done.
                Write it.

                ERROR AIMS-2001: It is wrong.
                Maybe not.

                1 error, 1 warning.""");
    }

    @Test
    void warnings_forbid_nothing() {
        PackReport report = new PackReport(List.of(), List.of(WARNING));

        assertThat(report.isLoadable()).isTrue();
        assertThat(report.toString()).endsWith("0 errors, 1 warning.");
    }

    @Test
    void a_pack_that_is_wrong_does_not_hide_what_is_wrong_with_the_next() {
        PackReport report = PackLoader.standard()
                .verify(
                        PackSource.files("one", Map.of("pack.yaml", "pack: one\n")),
                        PackSource.files("two", Map.of("pack.yaml", "- two\n")),
                        PackSource.files("three", Map.of()));

        assertThat(report.packs()).isEmpty();
        assertThat(report.isLoadable()).isFalse();
        assertThat(report.errors())
                .extracting(error -> error.fault().message())
                .anySatisfy(message -> assertThat(message).contains("(one/pack.yaml:1:1) has no chapters"))
                .anySatisfy(message -> assertThat(message).contains("(two/pack.yaml:1:1) must be a map"))
                .anySatisfy(message -> assertThat(message).contains("The pack (three) has no file"));
    }
}
