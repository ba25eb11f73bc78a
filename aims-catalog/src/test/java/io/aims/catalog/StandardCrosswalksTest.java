package io.aims.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aims.catalog.document.CsvReader;
import io.aims.catalog.document.CsvRecord;
import io.aims.control.Catalogue;
import io.aims.control.ControlId;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.FrameworkId;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.MappingBasis;
import io.aims.crosswalk.Relation;
import io.aims.text.CanonicalForm;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardCrosswalksTest {

    private static final Crosswalks CROSSWALKS = CrosswalkFiles.standard();
    private static final FrameworkId HOME = CROSSWALKS.home().id();

    /** The words of the source for the relations. */
    private static final Map<Relation, String> WORDS = Map.of(
            Relation.EQUAL, "equal",
            Relation.INTERSECTS_WITH, "intersects",
            Relation.RELATED, "related",
            Relation.NONE, "no_relationship");

    @ParameterizedTest(name = "{0}: {1} rows")
    @CsvSource({
        "eu-ai-act, 80, 29",
        "hitrust-ai-risk, 9, 1",
        "hitrust-ai-security, 32, 30",
        "iso-23894-2023, 18, 18",
        "iso-27001-2022, 84, 94",
        "iso-27701-2019, 32, 31",
        "iso-27701-2025, 32, 19",
        "iso-42005-2025, 9, 5",
        "iso-9001-2015, 58, 31",
        "nist-ai-rmf-1.0, 300, 72"
    })
    void every_row_is_kept(String framework, int rows, int elements) {
        FrameworkId id = new FrameworkId(framework);

        assertThat(CROSSWALKS.between(HOME, id)).hasSize(rows);
        assertThat(CROSSWALKS.framework(id).orElseThrow().elements()).hasSize(elements);
    }

    @Test
    void there_are_654_rows_of_which_280_are_published() {
        assertThat(CROSSWALKS.stated())
                .hasSize(654)
                .allMatch(mapping -> mapping.from().framework().equals(HOME));
        assertThat(CROSSWALKS.frameworks()).hasSize(11);
        assertThat(count(Mapping::basis))
                .isEqualTo(Map.of(
                        MappingBasis.PUBLISHED,
                        280L,
                        MappingBasis.EXPERT_CORROBORATED,
                        46L,
                        MappingBasis.EXPERT,
                        328L));
        assertThat(count(Mapping::relation))
                .isEqualTo(Map.of(
                        Relation.EQUAL,
                        18L,
                        Relation.INTERSECTS_WITH,
                        295L,
                        Relation.RELATED,
                        336L,
                        Relation.NONE,
                        5L));
    }

    private static <K> Map<K, Long> count(Function<Mapping, K> key) {
        return CROSSWALKS.stated().stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    @Test
    void no_published_row_changes_unnoticed() {
        assertThat(fingerprint(mapping -> mapping.basis() == MappingBasis.PUBLISHED))
                .as(
                        "The published rows are facts about a publication: correct them against it, with a note that says so")
                .isEqualTo("d9cda318f91cf9fdc3bb2d5dbed5ef59fd330a7989193596a49ef3f999a8f573");
    }

    @Test
    void no_row_changes_unnoticed() {
        assertThat(fingerprint(mapping -> true))
                .as("If the change of a judgement is meant, say why in the change log")
                .isEqualTo("9ad8800224a1d9bc1f48b6cc7b49fa16fda783c263fe14e4e29d0e93d5845435");
    }

    private static String fingerprint(Predicate<Mapping> which) {
        List<List<String>> rows = CROSSWALKS.stated().stream()
                .filter(which)
                .map(StandardCrosswalksTest::row)
                .sorted(Comparator.comparing(row -> String.join("\n", row)))
                .toList();
        return new CanonicalForm()
                .list(rows, (form, row) -> form.list(row, CanonicalForm::text))
                .sha256();
    }

    /** The same rows as in the source from which they were taken, cell by cell. */
    @Test
    void every_row_says_what_its_source_says() throws IOException {
        String chosen = System.getProperty("aims.shared", "");
        Path shared = chosen.isEmpty()
                ? Path.of(System.getProperty("aims.root", ".")).resolveSibling("shared")
                : Path.of(chosen);
        Path source = shared.resolve("knowledge").resolve("crosswalk.csv");
        assumeTrue(Files.isRegularFile(source), "Skipped: no crosswalk.csv in ../shared/knowledge");

        List<List<String>> expected = new ArrayList<>();
        try (Reader in = Files.newBufferedReader(source)) {
            CsvReader reader = new CsvReader("source", "crosswalk.csv", in, ',');
            reader.header();
            for (CsvRecord record = reader.next(); record != null; record = reader.next()) {
                expected.add(record.cells());
            }
        }

        assertThat(expected).hasSize(654);
        assertThat(CROSSWALKS.stated().stream().map(StandardCrosswalksTest::row))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Returns a mapping as the cells of the source. */
    private static List<String> row(Mapping mapping) {
        Framework framework = CROSSWALKS.framework(mapping.to().framework()).orElseThrow();
        Element target = CROSSWALKS.element(mapping.to()).orElseThrow();
        boolean topics = framework.id().equals(new FrameworkId("hitrust-ai-security"));
        return List.of(
                mapping.from().value(),
                framework.title(),
                framework.edition(),
                topics ? target.section() : target.id().value(),
                target.label(),
                WORDS.get(mapping.relation()),
                mapping.basis().name(),
                mapping.sources().get(0).citation(),
                mapping.confidence().name(),
                mapping.note());
    }

    @Test
    void ids_of_the_home_framework_are_those_of_the_catalogue() {
        Catalogue catalogue = Catalogues.iso42001();

        assertThat(HOME).hasToString("iso-42001-2023");
        assertThat(CROSSWALKS.home()).isEqualTo(Framework.of(catalogue));
        assertThat(CROSSWALKS.home().elements()).hasSize(38 + 12 + 7 + 43);
        Set<String> mapped = CROSSWALKS.stated().stream()
                .map(mapping -> mapping.from().value())
                .collect(Collectors.toSet());
        assertThat(catalogue.controls())
                .as("every control of Annex A is mapped")
                .allMatch(control -> mapped.contains(control.id().value()));
        assertThat(mapped).hasSize(27 + 38 + 11 + 7);
    }

    @Test
    void elements_of_a_framework_that_lists_only_what_is_mapped_are_mapped() {
        for (Framework framework : CROSSWALKS.frameworks()) {
            for (Element element : framework.elements()) {
                assertThat(framework.extent() == Framework.Extent.COMPLETE
                                || !CROSSWALKS.of(element.id()).isEmpty())
                        .as(element.id().toString())
                        .isTrue();
            }
        }
    }

    @Test
    void ids_that_are_not_the_frameworks_own_are_marked_and_say_why() {
        Map<String, Long> marked = new TreeMap<>();
        CROSSWALKS.frameworks().stream()
                .flatMap(framework -> framework.elements().stream())
                .filter(element -> element.standing() != Element.Standing.RESOLVED)
                .forEach(element -> marked.merge(element.id().framework() + " " + element.standing(), 1L, Long::sum));

        assertThat(marked)
                .isEqualTo(Map.of(
                        "hitrust-ai-risk WHOLE", 1L,
                        "hitrust-ai-security OWN", 19L,
                        "iso-23894-2023 DERIVED", 11L,
                        "iso-27001-2022 WHOLE", 1L,
                        "iso-27701-2025 DERIVED", 11L,
                        "iso-9001-2015 WHOLE", 1L));
    }

    @Test
    void elements_of_standards_with_a_known_form_have_it() {
        assertForm("iso-27001-2022", "A\\.[5-8]\\.[1-9][0-9]?");
        assertForm("iso-27701-2019", "A\\.7\\.[2-5]\\.[1-9][0-9]?");
        assertForm("iso-27701-2025", "A\\.1\\.[2-5]\\.[1-9][0-9]?");
        assertForm("nist-ai-rmf-1.0", "(GOVERN|MAP|MEASURE|MANAGE) [1-6]\\.[1-9][0-9]?");
        assertForm("eu-ai-act", "Art\\. [1-9][0-9]{0,2}(\\([0-9]\\))?");
        assertForm("iso-9001-2015", "([4-9]|10)(\\.[1-9]){1,2}");
    }

    private static void assertForm(String framework, String form) {
        assertThat(CROSSWALKS
                        .framework(new FrameworkId(framework))
                        .orElseThrow()
                        .parts())
                .isNotEmpty()
                .allSatisfy(element -> assertThat(element.id().value()).matches(form));
    }

    @Test
    void complete_frameworks_are_complete() {
        assertThat(CROSSWALKS.frameworks())
                .filteredOn(framework -> framework.extent() == Framework.Extent.COMPLETE)
                .extracting(
                        framework -> framework.id() + " " + framework.parts().size())
                .containsExactly(
                        "iso-23894-2023 18",
                        "iso-27001-2022 93",
                        "iso-27701-2019 31",
                        "iso-42001-2023 100",
                        "nist-ai-rmf-1.0 72");
    }

    @Test
    void the_published_crosswalk_reaches_every_subcategory() {
        assertThat(CROSSWALKS
                        .coverage(HOME, new FrameworkId("nist-ai-rmf-1.0"))
                        .to()
                        .unmapped())
                .isEmpty();
    }

    @Test
    void nobody_claims_that_a_control_contains_or_equals_one_elsewhere() {
        assertThat(CROSSWALKS.stated())
                .filteredOn(mapping -> mapping.relation() == Relation.EQUAL
                        || mapping.relation() == Relation.SUBSET_OF
                        || mapping.relation() == Relation.SUPERSET_OF)
                .allMatch(mapping -> mapping.from().value().startsWith("C.")
                        && mapping.to().framework().equals(new FrameworkId("iso-23894-2023")));
    }

    @Test
    void a_control_shows_what_else_it_serves() {
        assertThat(CROSSWALKS.serves(new ControlId("A.6.2.8")))
                .extracting(mapping -> mapping.relation() + " " + mapping.to())
                .startsWith("INTERSECTS_WITH eu-ai-act Art. 12")
                .contains("INTERSECTS_WITH iso-27001-2022 A.8.15");
        assertThat(CROSSWALKS.serves(new ControlId("A.5.5")))
                .noneMatch(mapping -> mapping.to().framework().equals(new FrameworkId("iso-27001-2022")));
        assertThat(CROSSWALKS.of(new ElementId(HOME, "A.5.5")))
                .anyMatch(mapping -> mapping.relation() == Relation.NONE);
    }

    @Test
    void through_two_of_the_stated_mappings_nothing_stronger_follows_than_a_common_element() {
        int ways = 0;
        for (Framework from : CROSSWALKS.frameworks()) {
            for (Framework to : CROSSWALKS.frameworks()) {
                if (!from.equals(to) && !from.id().equals(HOME) && !to.id().equals(HOME)) {
                    List<Mapping> composed = CROSSWALKS.composed(from.id(), to.id());
                    ways += composed.size();
                    assertThat(composed)
                            .allMatch(mapping -> mapping.relation() == Relation.RELATED)
                            .allMatch(mapping -> mapping.basis() != MappingBasis.PUBLISHED)
                            .allMatch(mapping ->
                                    mapping.steps().stream().noneMatch(step -> step.basis() == MappingBasis.PUBLISHED));
                }
            }
        }
        assertThat(ways).isGreaterThan(1_000);
    }
}
