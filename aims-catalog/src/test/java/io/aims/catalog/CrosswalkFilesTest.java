package io.aims.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.catalog.document.Documents;
import io.aims.crosswalk.Crosswalk;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.FrameworkId;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.MappingBasis;
import io.aims.crosswalk.Relation;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.source.Confidence;
import io.aims.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrosswalkFilesTest {

    private static final Crosswalks STANDARD = CrosswalkFiles.standard();
    private static final FrameworkId HOME = STANDARD.home().id();
    private static final FrameworkId ACME = new FrameworkId("acme-2026");

    private static final String YAML = """
            crosswalk: Controls of Acme
            from: iso-42001-2023
            to: acme-2026
            framework:
              id: acme-2026
              title: Acme control set
              edition: "2026"
              about: What Acme does about models.
              extent: COMPLETE
            sources:
              gap: Gap analysis of Acme, 2026
            notes:
              pilot: So far for one product.
            elements:
              - section: Models
                ids:
                  ACM-1: Register of models
                  ACM-2: {label: Model owner, standing: OWN, remark: Numbered by us., see: pilot}
              - ids:
                  ACM-3: Review of decisions
            mappings:
              - relation: SUBSET_OF
                basis: PUBLISHED
                source: gap
                confidence: HIGH
                see: pilot
                rows:
                  A.4.2: [ACM-1]
                  A.3.2:
                    - {to: ACM-2, note: Owners are named., confidence: LOW}
              - relation: INTERSECTS_WITH
                source: gap
                rows:
                  A.9.2: ACM-3
            """;

    private static final String CSV = """
            from_framework,from,relation,to_framework,to,to_label,source,confidence,note,to_title,to_edition
            iso-42001-2023,A.4.2,SUBSET_OF,acme-2026,ACM-1,Register of models,"Gap analysis, 2026",HIGH,,Acme control set,2026

            iso-42001-2023,A.9.2,INTERSECTS_WITH,acme-2026,ACM-3,Review of decisions,"Gap analysis, 2026",,"For ""loans"" alone",,
            iso-27001-2022,A.5.9,EQUAL,acme-2026,ACM-1,,"Gap analysis, 2026",,,,
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_crosswalk_in_yaml_is_read_and_stands_beside_the_others() {
        Crosswalk own = yaml(YAML);

        assertThat(own.name()).isEqualTo("Controls of Acme");
        assertThat(own.frameworks())
                .containsExactly(new Framework(
                        ACME,
                        "Acme control set",
                        "2026",
                        "What Acme does about models.",
                        Framework.Extent.COMPLETE,
                        List.of(
                                Element.resolved(acme("ACM-1"), "Register of models", "Models"),
                                new Element(
                                        acme("ACM-2"),
                                        "Model owner",
                                        "Models",
                                        Element.Standing.OWN,
                                        "Numbered by us. So far for one product."),
                                Element.resolved(acme("ACM-3"), "Review of decisions", ""))));
        Source source = new Source("Gap analysis of Acme, 2026");
        assertThat(own.rows())
                .extracting(Crosswalk.Row::mapping)
                .containsExactly(
                        Mapping.stated(
                                home("A.4.2"),
                                acme("ACM-1"),
                                Relation.SUBSET_OF,
                                MappingBasis.PUBLISHED,
                                source,
                                Confidence.HIGH,
                                "So far for one product."),
                        Mapping.stated(
                                home("A.3.2"),
                                acme("ACM-2"),
                                Relation.SUBSET_OF,
                                MappingBasis.PUBLISHED,
                                source,
                                Confidence.LOW,
                                "Owners are named. So far for one product."),
                        Mapping.stated(
                                home("A.9.2"),
                                acme("ACM-3"),
                                Relation.INTERSECTS_WITH,
                                MappingBasis.EXPERT,
                                source,
                                Confidence.MEDIUM,
                                ""));
        assertThat(own.rows().get(0).where()).hasToString("own.yaml:28:15");
        assertThat(STANDARD.with(own).stated()).hasSize(657);
    }

    @Test
    void a_crosswalk_in_csv_is_read_and_stands_beside_the_others() {
        Crosswalk own = csv(CSV);

        assertThat(own.frameworks())
                .containsExactly(new Framework(
                        ACME,
                        "Acme control set",
                        "2026",
                        "",
                        Framework.Extent.MAPPED_ONLY,
                        List.of(
                                Element.resolved(acme("ACM-1"), "Register of models", ""),
                                Element.resolved(acme("ACM-3"), "Review of decisions", ""))));
        assertThat(own.rows())
                .extracting(row -> row.mapping() + ", " + row.mapping().basis() + ", "
                        + row.mapping().confidence() + ", " + row.mapping().note() + ", " + row.where())
                .containsExactly(
                        "iso-42001-2023 A.4.2 SUBSET_OF acme-2026 ACM-1, EXPERT, HIGH, , own.csv:2:1",
                        "iso-42001-2023 A.9.2 INTERSECTS_WITH acme-2026 ACM-3, EXPERT, MEDIUM, For \"loans\" alone, own.csv:4:1",
                        "iso-27001-2022 A.5.9 EQUAL acme-2026 ACM-1, EXPERT, MEDIUM, , own.csv:5:1");
        assertThat(STANDARD.with(own).composed(ACME, new FrameworkId("nist-ai-rmf-1.0")))
                .isNotEmpty();
    }

    @Test
    void semicolons_and_tabs_stand_between_cells_too() {
        assertThat(csv(CSV.replace("\"Gap analysis, 2026\"", "Gap analysis").replace(',', ';'))
                        .rows())
                .hasSize(3);
        assertThat(csv(CSV.replace("\"Gap analysis, 2026\"", "Gap analysis").replace(',', '\t'))
                        .rows())
                .hasSize(3);
        assertThat(csv(CSV.replace("\n", "\r\n")).rows()).hasSize(3);
    }

    @Test
    void files_are_read_by_the_end_of_their_name() throws IOException {
        Path yaml = Files.writeString(folder.resolve("own.yaml"), YAML);
        Path csv = Files.writeString(folder.resolve("own.CSV"), '\uFEFF' + CSV);

        assertThat(CrosswalkFiles.read(yaml, STANDARD).rows()).hasSize(3);
        assertThat(CrosswalkFiles.read(csv, STANDARD).rows()).hasSize(3);
        assertThatThrownBy(() -> CrosswalkFiles.read(folder.resolve("none.csv"), STANDARD))
                .hasMessageContaining("AIMS-1008");
        assertThatThrownBy(() -> CrosswalkFiles.read(folder, STANDARD)).hasMessageContaining("AIMS-1008");
    }

    @Test
    void a_text_at_hand_is_read_as_a_file_of_its_name() {
        assertThat(CrosswalkFiles.read("tenant", YAML, STANDARD).rows()).hasSize(3);
        assertThat(CrosswalkFiles.read("tenant.csv", CSV, STANDARD).rows()).hasSize(3);
        assertThatThrownBy(() -> CrosswalkFiles.read("tenant\u202e", "a: [", STANDARD))
                .hasMessageContaining("AIMS-1010")
                .hasMessageNotContaining("\u202e");
    }

    @Test
    void rows_between_known_frameworks_need_no_description() {
        Crosswalk own = yaml("""
                crosswalk: More rows
                from: iso-27001-2022
                to: iso-42001-2023
                sources: {audit: Internal audit 2026}
                mappings:
                  - {relation: INTERSECTS_WITH, source: audit, rows: {A.8.13: [A.4.5]}}
                """);

        assertThat(STANDARD.with(own).between(HOME, new FrameworkId("iso-27001-2022")))
                .hasSize(85)
                .anyMatch(mapping -> mapping.to().value().equals("A.8.13")
                        && mapping.from().value().equals("A.4.5"));
    }

    @Test
    void a_row_takes_the_place_of_one_of_ours_only_if_it_says_so() {
        String own = """
                crosswalk: Other judgement
                from: iso-42001-2023
                to: iso-27001-2022
                sources: {audit: Internal audit 2026}
                mappings:
                  - relation: RELATED
                    source: audit
                    rows: {A.6.2.8: [A.8.15]}
                """;

        assertThatThrownBy(() -> STANDARD.with(yaml(own)))
                .hasMessage(
                        "AIMS-2075: The row (iso-42001-2023 A.6.2.8 RELATED iso-27001-2022 A.8.15, own.yaml:8:22) stands"
                                + " on the same two elements as the row (iso-42001-2023 A.6.2.8 INTERSECTS_WITH iso-27001-2022"
                                + " A.8.15, EXPERT).\n"
                                + "Maybe leave it out, or add replaces: YES if yours is to take its place.");
        Crosswalks replaced = STANDARD.with(yaml(own.replace("source: audit\n", "source: audit\n    replaces: YES\n")));
        assertThat(replaced.stated()).hasSize(654);
        assertThat(replaced.of(home("A.6.2.8")))
                .filteredOn(mapping -> mapping.to().value().equals("A.8.15"))
                .extracting(Mapping::relation)
                .containsExactly(Relation.RELATED);
        assertThat(yaml(own.replace("[A.8.15]", "[{to: A.8.15, replaces: YES}]"))
                        .rows())
                .allMatch(Crosswalk.Row::replaces);
        assertThat(csv("from_framework,from,relation,to_framework,to,source,replaces\n"
                                + "iso-42001-2023,A.6.2.8,RELATED,iso-27001-2022,A.8.15,Audit,YES\n"
                                + "iso-42001-2023,A.6.2.8,RELATED,iso-27001-2022,A.8.13,Audit,\n")
                        .rows())
                .extracting(Crosswalk.Row::replaces)
                .containsExactly(true, false);
    }

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "crosswalk: Controls | crosswalks: Controls | AIMS-2070 | Maybe you meant (crosswalk)",
                "from: iso-42001-2023 | from: iso-42001-2032 | AIMS-2071 | Maybe you meant (iso-42001-2023)",
                "to: acme-2026 | to: acme-2027 | AIMS-2071 | Maybe you meant (acme-2026)",
                "to: acme-2026 | to: iso-42001-2023 | AIMS-2070 | to itself",
                "to: acme-2026 | to: a b | AIMS-2071 | (a b, own.yaml:3:5)",
                "id: acme-2026 | id: acme 2026 | AIMS-2070 | The id (acme 2026",
                "id: acme-2026 | id: iso-27001-2022 | AIMS-2076 | known already",
                "title: Acme control set | title: Acme control set\\n  more: x | AIMS-2070 | field (more)",
                "extent: COMPLETE | extent: ALL | AIMS-2070 | extent (ALL)",
                "gap: Gap analysis of Acme, 2026 | gap: ' ' | AIMS-2070 | says nothing",
                "gap: Gap analysis of Acme, 2026 | [gap] | AIMS-2070 | must be a map",
                "ACM-1: Register of models | ACM-1: ' ' | AIMS-2070 | needs a label",
                "ACM-1: Register of models | ACM;1: Register of models | AIMS-2070 | The id (ACM;1",
                "ACM-3: Review of decisions | ACM-1: Review of decisions | AIMS-2072 | described twice",
                "standing: OWN, | '' | AIMS-2070 | needs no remark",
                "'remark: Numbered by us., see: pilot' | 'remark: \"\"' | AIMS-2070 | needs a remark",
                "see: pilot} | see: pilots} | AIMS-2070 | Maybe you meant (pilot)",
                "relation: SUBSET_OF | relation: SUBSET | AIMS-2070 | Maybe you meant (SUBSET_OF)",
                "relation: SUBSET_OF | relations: SUBSET_OF | AIMS-2070 | has no relation",
                "basis: PUBLISHED | basis: PUBLISH | AIMS-2070 | Maybe you meant (PUBLISHED)",
                "source: gap | source: gaps | AIMS-2070 | Maybe you meant (gap)",
                "source: gap | source: hearsay | AIMS-2070 | Maybe add it there",
                "A.4.2: [ACM-1] | A.6.2.88: [ACM-1] | AIMS-2071 | Maybe you meant (A.6.2.8)",
                "A.4.2: [ACM-1] | A.4.2: [ACM-11] | AIMS-2071 | Maybe you meant (ACM-1)",
                "A.4.2: [ACM-1] | A.4.2: [A.4.2] | AIMS-2071 | another edition",
                "A.4.2: [ACM-1] | A.4.2: [[ACM-1]] | AIMS-2070 | must be a map",
                "to: ACM-2 | too: ACM-2 | AIMS-2070 | has no to",
                "confidence: LOW | confidence: LOWEST | AIMS-2070 | confidence (LOWEST)",
                "confidence: LOW | replaces: true | AIMS-2070 | replaces (true)"
            })
    void what_is_wrong_in_yaml_is_told_with_its_place(String right, String wrong, String code, String told) {
        String text = YAML.replace(right, wrong.replace("\\n", "\n"));

        assertThat(text).isNotEqualTo(YAML);
        assertThatThrownBy(() -> yaml(text)).isInstanceOfSatisfying(AimsException.class, e -> {
            assertThat(e.faults()).extracting(Fault::code).contains(code);
            assertThat(e.faults()).allMatch(fault -> fault.place().isPresent());
            assertThat(e.getMessage()).contains(told).contains("own.yaml:");
        });
    }

    @Test
    void all_faults_are_told_at_once() {
        String text = YAML.replace("SUBSET_OF", "SUBSETOF")
                .replace("A.9.2: ACM-3", "A.9.9: ACM-4")
                .replace("extent: COMPLETE", "extent: ALL");

        assertThatThrownBy(() -> yaml(text))
                .isInstanceOfSatisfying(
                        AimsException.class,
                        e -> assertThat(e.faults())
                                .extracting(Fault::code)
                                .containsExactly("AIMS-2070", "AIMS-2070", "AIMS-2071", "AIMS-2071"));
    }

    @Test
    void a_crosswalk_without_rows_or_with_elements_of_nothing_is_refused() {
        assertThatThrownBy(() -> yaml(YAML.substring(0, YAML.indexOf("  - relation"))))
                .hasMessageContaining("no row");
        int start = YAML.indexOf("framework:");
        int end = YAML.indexOf("sources:");
        assertThatThrownBy(() -> yaml(YAML.substring(0, start) + YAML.substring(end)))
                .hasMessageContaining("belong to no framework");
        assertThatThrownBy(() -> yaml("[]")).hasMessageContaining("AIMS-2070");
        assertThatThrownBy(() -> yaml("crosswalk: &a [*a]")).hasMessageContaining("AIMS-1010");
    }

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "to_label | to_labels | AIMS-2074 | Maybe you meant (to_label)",
                "to_label | note | AIMS-2074 | stands twice",
                "from_framework,from, | from_framework,from_label, | AIMS-2074 | has no column from",
                "A.4.2,SUBSET_OF | A.6.2.88,SUBSET_OF | AIMS-2071 | Maybe you meant (A.6.2.8)",
                "A.4.2,SUBSET_OF | ,SUBSET_OF | AIMS-2074 | has no from",
                "A.4.2,SUBSET_OF | A.4.2,SUBSET | AIMS-2074 | Maybe you meant (SUBSET_OF)",
                "A.4.2,SUBSET_OF | SUBSET_OF | AIMS-2074 | must have 11 cells, not 10",
                "iso-27001-2022,A.5.9 | iso-27001-2202,A.5.9 | AIMS-2071 | Maybe you meant (iso-27001-2022)",
                "iso-27001-2022,A.5.9 | acme-2026,ACM-1 | AIMS-2074 | to itself",
                "iso-27001-2022,A.5.9 | iso 27001,A.5.9 | AIMS-2074 | from_framework (iso 27001",
                "acme-2026,ACM-3,Review of decisions | acme-2026,ACM-3, | AIMS-2071 | tells its label",
                "acme-2026,ACM-1,, | acme-2026,ACM-1,Other label, | AIMS-2074 | was (Register of models)",
                "acme-2026,ACM-1,, | acme-2026,'A,CM',X, | AIMS-2074 | must have 11 cells",
                "acme-2026,ACM-1,, | acme-2026,ACM;1,X, | AIMS-2074 | The id (ACM;1",
                "acme-2026,ACM-1,, | acme-2062,ACM-1,, | AIMS-2071 | no row tells its title",
                ",Acme control set,2026 | ,Acme control set, | AIMS-2071 | tells its edition",
                "Acme control set,2026 | ISO/IEC 27001,2022 | AIMS-2076 | Maybe you meant (iso-27001-2022)",
                "HIGH | HIGHER | AIMS-2074 | confidence (HIGHER,",
                "\"For \"\"loans\"\" alone\" | For \"loans\" | AIMS-2074 | quotation marks"
            })
    void what_is_wrong_in_csv_is_told_with_its_place(String right, String wrong, String code, String told) {
        String text = CSV.replace(right, wrong);

        assertThat(text).isNotEqualTo(CSV);
        assertThatThrownBy(() -> csv(text)).isInstanceOfSatisfying(AimsException.class, e -> {
            assertThat(e.faults()).extracting(Fault::code).contains(code);
            assertThat(e.faults()).allMatch(fault -> fault.place().isPresent());
            assertThat(e.getMessage()).contains(told).contains("own.csv:");
        });
    }

    @Test
    void a_table_that_is_cut_off_or_without_rows_is_refused() {
        assertThatThrownBy(() -> csv(CSV + "\"x"))
                .hasMessageContaining("AIMS-4106")
                .hasMessageContaining("The crosswalk (own.csv:6:1) opens a quotation mark");
        assertThatThrownBy(() -> csv("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> csv(CSV.substring(0, CSV.indexOf('\n')))).hasMessageContaining("no row");
    }

    @Test
    void foreign_text_is_escaped_in_messages() {
        assertThatThrownBy(() -> yaml(YAML.replace("A.4.2: [ACM-1]", "\"A\\e[31m\\u202E\": [\"\\e[2J\"]")))
                .isInstanceOfSatisfying(AimsException.class, CrosswalkFilesTest::assertPlain);
        assertThatThrownBy(() -> csv(CSV.replace("A.4.2", "A\u001b[31m").replace("SUBSET_OF", "\u202e")))
                .isInstanceOfSatisfying(AimsException.class, CrosswalkFilesTest::assertPlain);
    }

    private static void assertPlain(AimsException e) {
        assertThat(e.getMessage().chars()).noneMatch(c -> c != '\n' && Character.isISOControl(c) || c == '\u202e');
    }

    @Test
    void limits_are_kept() {
        StringBuilder rows = new StringBuilder(YAML.substring(0, YAML.indexOf("A.9.2")) + "A.9.2: [");
        rows.append("ACM-1, ".repeat(CrosswalkFiles.MOST)).append("ACM-1]\n");
        assertThatThrownBy(() -> yaml(rows.toString()))
                .hasMessageContaining("AIMS-2073")
                .hasMessageContaining("20000 rows");
        String row = CSV.lines().skip(1).findFirst().orElseThrow() + "\n";
        assertThatThrownBy(() -> csv(CSV.lines().findFirst().orElseThrow() + "\n" + row.repeat(20_001)))
                .hasMessageContaining("AIMS-2073")
                .hasMessageContaining("own.csv:20002:1");
        StringBuilder elements = new StringBuilder(YAML.substring(0, YAML.indexOf("      ACM-3")));
        for (int i = 0; i < CrosswalkFiles.MOST; i++) {
            elements.append("      X").append(i).append(": x\n");
        }
        assertThatThrownBy(() -> yaml(elements.append(YAML.substring(YAML.indexOf("mappings:")))
                        .toString()))
                .hasMessageContaining("20000 elements");
        String tooLong = "x".repeat(CrosswalkFiles.LONGEST_TEXT + 1);
        for (String text : List.of("Register of models", "So far for one product.", "Acme control set", "Models")) {
            assertThatThrownBy(() -> yaml(YAML.replace(text, tooLong))).hasMessageContaining("AIMS-2073");
        }
        assertThatThrownBy(() -> csv(CSV.replace("Register of models", tooLong)))
                .hasMessageContaining("AIMS-2073");
    }

    @Test
    void a_file_full_of_faults_is_read_in_good_time() {
        StringBuilder csv = new StringBuilder(CSV.lines().findFirst().orElseThrow()).append('\n');
        for (int i = 0; i < CrosswalkFiles.MOST; i++) {
            csv.append("iso-42001-2023,A.9.")
                    .append(i)
                    .append(",X,acme-2026,ACM-")
                    .append(i)
                    .append(",,S,,,,\n");
        }

        assertThatThrownBy(() -> csv(csv.toString()))
                .isInstanceOfSatisfying(
                        AimsException.class, e -> assertThat(e.faults()).hasSize(1_000));
    }

    @Property(tries = 200)
    void any_text_is_read_or_refused_with_faults(@ForAll @StringLength(max = 60) String text) {
        assertReadOrRefused(() -> csv(CSV.replace("ACM-1", text)));
        assertReadOrRefused(() -> yaml(YAML.replace("ACM-1", text)));
    }

    private static void assertReadOrRefused(Supplier<Crosswalk> reading) {
        try {
            STANDARD.with(reading.get());
        } catch (AimsException e) {
            assertThat(e.faults()).isNotEmpty();
        }
    }

    private static Crosswalk yaml(String text) {
        return CrosswalkFiles.yaml("own.yaml", Documents.yaml("own.yaml", text), STANDARD);
    }

    private static Crosswalk csv(String text) {
        return CrosswalkFiles.csv("own.csv", text, STANDARD);
    }

    private static ElementId home(String id) {
        return new ElementId(HOME, id);
    }

    private static ElementId acme(String id) {
        return new ElementId(ACME, id);
    }
}
