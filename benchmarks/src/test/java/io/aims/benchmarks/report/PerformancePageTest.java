package io.aims.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.benchmarks.result.Key;
import io.aims.benchmarks.result.Measurement;
import io.aims.benchmarks.result.Results;
import io.aims.benchmarks.result.Unit;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PerformancePageTest {

    private static final Map<String, String> FILES = PerformancePage.files(MadeUpResults.ofSeed(1));
    private static final String PAGE = FILES.get("performance.md");

    @Test
    void the_same_results_give_the_same_bytes_in_any_order_and_language() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(PerformancePage.files(MadeUpResults.ofSeed(2))).isEqualTo(FILES);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_target_is_a_ratio_of_medians_with_the_worst_of_the_quartiles() {
        assertThat(lineOf("cold JVM to first evaluation"))
                .isEqualTo(
                        "| cold JVM to first evaluation | at most 10 × bare JVM | 10 × (9.71 to 10) | met, within the spread |");
        assertThat(lineOf("the same, with AppCDS")).contains("| 6.28 × (6.11 to 6.29) | **not met** |");
        assertThat(lineOf("third-party jars at run time")).contains("| 12 | met |");
        assertThat(lineOf("size of these jars")).contains("| 3.25 MB | met |");
        assertThat(lineOf("one evaluation, Drools, 20 % unknown")).contains("| **not met** |");
        assertThat(lineOf("one evaluation, Drools, nothing unknown")).endsWith("| met, within the spread |");
    }

    @Test
    void what_is_missing_is_told_with_its_reason() {
        assertThat(lineOf("against json-rules-engine"))
                .isEqualTo(
                        "| against json-rules-engine | at least 30 × faster | Node is not installed | not measured |");
        assertThat(lineOf("against Evrete")).contains("| the run has no result of it | not measured |");
        assertThat(PAGE).contains("- not measured: one evaluation, json-rules-engine (20): Node is not installed.");
        assertThat(lineOf("json-rules-engine")).isEqualTo("| json-rules-engine | – | not measured |");
    }

    @Test
    void tables_tell_medians_quartiles_and_ratios() {
        assertThat(lineOf("AIMS")).isEqualTo("| AIMS | 400 ms (398 to 402), 10 × | 251 ms (250 to 252), 6.28 × |");
        assertThat(lineOf("5,000")).isEqualTo("| 5,000 | 100 µs | 1,000 µs, 10 × |");
    }

    @Test
    void every_plot_is_linked_and_tells_what_its_table_tells() throws Exception {
        assertThat(FILES).hasSizeGreaterThan(3);
        for (String file : FILES.keySet()) {
            if (file.endsWith(".svg")) {
                assertThat(PAGE).contains("](" + file + ")");
                String series = file.substring(PerformancePage.PLOTS.length() + 1, file.length() - 4);
                for (Measurement measurement : MadeUpResults.ofSeed(1).series(series)) {
                    assertThat(FILES.get(file))
                            .contains(Numbers.with(
                                    measurement.unit(), measurement.spread().median()));
                }
                checkAccessible(FILES.get(file));
            }
        }
    }

    @Test
    void names_of_others_cannot_become_markup() {
        Results odd = Results.of(
                List.of(Measurement.of(Key.parse("rules/engine/50"), Unit.MICROSECONDS, 1)),
                List.of(),
                Map.of("processor", "<b>Fast</b> | & cheap"));

        assertThat(PerformancePage.files(odd).get("performance.md"))
                .contains("| processor | &lt;b>Fast&lt;/b> \\| &amp; cheap |");
    }

    @Test
    void without_results_the_page_says_so() {
        Map<String, String> files = PerformancePage.files(Results.of(List.of(), List.of(), Map.of()));

        assertThat(files).containsOnlyKeys("performance.md");
        assertThat(files.get("performance.md"))
                .contains("Not measured: the run has no result of it.")
                .doesNotContain("{{", "| met");
    }

    @Test
    void the_words_around_the_numbers_hold_no_result() {
        assertThat(TabFile.text("performance.md"))
                .doesNotContainPattern("[0-9] ?(ms|µs|ns|kB|×)")
                .contains("{{targets}}");
    }

    @Test
    void every_target_and_every_plot_names_a_series_of_the_page() {
        String template = TabFile.text("performance.md");
        assertThat(SeriesTitle.ids())
                .doesNotHaveDuplicates()
                .isNotEmpty()
                .allSatisfy(id -> assertThat(template).contains("{{table " + id + "}}"));
        assertThat(Target.all()).hasSizeGreaterThan(15).allSatisfy(target -> {
            if (target.by().isPresent()) {
                assertThat(SeriesTitle.ids())
                        .contains(target.measured().series(), target.by().get().series());
            }
        });
    }

    private static void checkAccessible(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        Element root = document.getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo("title description");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).contains("medians");
        assertThat(svg).contains("prefers-color-scheme: dark").doesNotContain("<script", "NaN", "href");
    }

    private static String lineOf(String subject) {
        return PAGE.lines()
                .filter(line -> line.startsWith("| " + subject + " |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line about " + subject + " in\n" + PAGE));
    }
}
