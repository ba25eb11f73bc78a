package io.aims.interchange.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Vocabularies;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Provenance;
import io.aims.treatment.ControlState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InventoryImporterTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String HEADER = "No.;Tool;Use;State;Visitors\u2019 data;Groups;Groups;Policy;Manual\r\n";

    private static final InventoryImporter IMPORTER = InventoryImporter.of(mapping());

    @Test
    void a_value_becomes_an_answer_with_its_column_as_evidence() {
        AiSystem system = first("7;Guide;Tells stories;In  Use;yes;;;;");

        assertThat(system.id()).isEqualTo("7");
        assertThat(system.name()).isEqualTo("Guide");
        assertThat(system.description()).contains("Tells stories");
        assertThat(text(system, "lifecycleStage")).isEqualTo("OPERATION_AND_MONITORING");
        assertThat(answer(system, "lifecycleStage").provenance())
                .isEqualTo(new Provenance(
                        "mapping museum 2.1.0", null, "column (State): In Use", Provenance.Basis.STATED));
    }

    @Test
    void a_beginning_with_a_star_stands_for_every_end() {
        assertThat(text(first("7;Guide;;Trial until May;;;;;"), "lifecycleStage"))
                .isEqualTo("VERIFICATION_AND_VALIDATION or DEPLOYMENT");
    }

    @Test
    void what_holds_of_every_record_is_said_of_every_record() {
        Answer roles = answer(first("7;Guide;;;;;;;"), "aimsRoles");

        assertThat(roles.text()).isEqualTo("AI_CUSTOMER and maybe more");
        assertThat(roles.provenance().evidence()).contains("the museum uses what it lists");
    }

    @Test
    void blank_and_expected_values_leave_a_characteristic_unknown_without_a_warning() {
        ImportedSystem imported = all("7;Guide;;other;N/A;;-;\u00a0;\r\n").get(0);

        assertThat(imported.system().answers()).containsOnlyKeys("aimsRoles");
        assertThat(imported.warnings()).isEmpty();
    }

    @Test
    void an_odd_value_is_unknown_with_a_warning_and_the_record_stays() {
        ImportedSystem imported = all("7;Guide;;broken;yes;;;;\r\n").get(0);

        assertThat(imported.system().answers()).containsOnlyKeys("aimsRoles", "personalDataCategory");
        assertThat(imported.warnings())
                .containsExactly(new ImportWarning(
                        "state", "broken", "The mapping does not know the value; it is taken as unknown."));
    }

    @Test
    void a_blank_word_that_a_column_lists_is_an_answer_there() {
        assertThat(text(first("7;Guide;;none;;;None;;"), "vulnerableGroups")).isEqualTo("none");
        assertThat(first("7;Guide;;none;;;;;").answers()).doesNotContainKey("lifecycleStage");
    }

    @Test
    void the_items_of_a_list_are_put_together_and_an_odd_one_is_left_out() {
        ImportedSystem imported =
                all("7;Guide;;;;;['Pupils', 'staff', 'llamas'];;\r\n").get(0);

        assertThat(text(imported.system(), "vulnerableGroups")).isEqualTo("CHILDREN, WORKERS and maybe more");
        assertThat(imported.warnings()).extracting(ImportWarning::value).containsExactly("llamas");
    }

    @Test
    void the_second_of_two_columns_with_one_header_is_read() {
        assertThat(first("7;Guide;;;;staff;pupils;;").answers().get("vulnerableGroups"))
                .extracting(Answer::text)
                .isEqualTo("CHILDREN and maybe more");
    }

    @Test
    void words_in_texts_give_answers_marked_as_inferred() {
        Answer answer = answer(first("7;Doors;Knows the FACES of friends;;;;;;"), "personalDataCategory");

        assertThat(answer.text()).isEqualTo("SPECIAL_OR_CRIMINAL");
        assertThat(answer.provenance().basis()).isEqualTo(Provenance.Basis.INFERRED);
        assertThat(answer.provenance().evidence()).contains("words in (Use): faces");
    }

    @Test
    void words_that_rule_a_pattern_out_rule_it_out() {
        assertThat(first("7;Doors;Draws faces on a clock face;;;;;;").answers()).containsOnlyKeys("aimsRoles");
    }

    @Test
    void words_beside_a_text_count_for_what_must_come_along_only() {
        assertThat(text(first("7;Guide;;trial;;;;;"), "interactsWithPersons")).isEqualTo("YES");
        assertThat(first("7;Guide;;in use;;;;;").answers()).doesNotContainKey("interactsWithPersons");
    }

    @Test
    void one_option_switches_all_words_off() {
        List<ImportedSystem> systems = new ArrayList<>();
        ImportSummary summary = IMPORTER.withoutTextPatterns()
                .read("museum.csv", bytes(HEADER + "7;Doors;Knows faces;;;;;;\r\n"), systems::add);

        assertThat(systems.get(0).system().answers()).containsOnlyKeys("aimsRoles");
        assertThat(summary.textPatterns()).isFalse();
    }

    @Test
    void what_is_stated_beats_what_is_inferred() {
        ImportedSystem imported = all("7;Doors;Knows faces;;no;;;;\r\n").get(0);

        assertThat(text(imported.system(), "personalDataCategory")).isEqualTo("NONE");
        assertThat(imported.warnings())
                .extracting(ImportWarning::message)
                .containsExactly("That personalDataCategory is SPECIAL_OR_CRIMINAL contradicts another column of the"
                        + " record; it was left out.");
    }

    @Test
    void an_inference_may_narrow_what_is_stated_and_is_then_an_inference() {
        Answer answer = answer(first("7;Doors;Knows faces;;yes;;;;"), "personalDataCategory");

        assertThat(answer.text()).isEqualTo("SPECIAL_OR_CRIMINAL");
        assertThat(answer.provenance().basis()).isEqualTo(Provenance.Basis.INFERRED);
        assertThat(answer.provenance().evidence().orElseThrow())
                .contains("column (Visitors")
                .contains("words in (Use)");
    }

    @Test
    void an_odd_value_that_the_mapping_understands_is_used_and_reported() {
        ImportedSystem imported = all("7;Guide;;;images;;;;\r\n").get(0);

        assertThat(text(imported.system(), "personalDataCategory")).isEqualTo("at least PERSONAL");
        assertThat(imported.warnings())
                .extracting(ImportWarning::message)
                .containsExactly("The value is no yes or no; it was used all the same.");
    }

    @Test
    void control_states_come_with_evidence_and_the_weaker_of_two_counts() {
        ImportedSystem imported = all("7;Guide;;;;;;yes;yes\r\n").get(0);

        assertThat(imported.controls().state(new ControlId("A.2.2")).map(ControlState::stage))
                .contains(ControlState.Stage.IMPLEMENTED);
        assertThat(imported.controls().state(new ControlId("A.6.2.7")))
                .contains(new ControlState(ControlState.Stage.PARTIAL, "column (Policy): yes", null, null, null));
        assertThat(imported.system().answers()).containsOnlyKeys("aimsRoles");
    }

    @Test
    void a_record_without_an_id_gets_one_made_of_its_content() {
        List<ImportedSystem> systems = all(";Guide;a;;;;;;\r\n;Guide;b;;;;;;\r\n");

        assertThat(systems).extracting(s -> s.system().id()).allMatch(id -> id.matches("museum-[0-9a-f]{12}"));
        assertThat(systems.get(0).system().id())
                .isNotEqualTo(systems.get(1).system().id());
        assertThat(all(";Guide;a;;;;;;\r\n").get(0).system().id())
                .isEqualTo(systems.get(0).system().id());
    }

    @Test
    void no_record_is_lost_when_ids_repeat_or_cells_are_missing() {
        List<ImportedSystem> systems = new ArrayList<>();
        ImportSummary summary = IMPORTER.read(
                "museum.csv",
                bytes(HEADER + "7;A\r\n\r\n7;B;;;;;;;;;\r\n7;A\r\n;\"\"quoted\"\";;;;;;;\r\n"),
                systems::add);

        assertThat(systems).extracting(s -> s.system().id()).startsWith("7", "7-2", "7-3");
        assertThat(summary.records()).isEqualTo(4);
        assertThat(summary.repeatedIds()).isEqualTo(2);
        assertThat(summary.unevenRecords()).isEqualTo(3);
        assertThat(summary.generatedIds()).isEqualTo(1);
        assertThat(summary.strayQuotes()).isEqualTo(1);
        assertThat(summary.blankLines()).isEqualTo(1);
    }

    @Test
    void the_summary_counts_what_was_understood_unknown_blank_and_odd() {
        ImportSummary summary = IMPORTER.read(
                "museum.csv",
                bytes(
                        HEADER
                                + "1;A;;in use;;;staff;;\r\n2;B;;other;;;staff, llamas;;\r\n3;C;;gone;;;;;\r\n4;D;;;no;;;;\r\n"),
                system -> {});

        ColumnSummary state = column(summary, "state");
        assertThat(state)
                .extracting(ColumnSummary::understood, ColumnSummary::unknown, ColumnSummary::blank, ColumnSummary::odd)
                .containsExactly(1L, 1L, 1L, 1L);
        assertThat(state.oddValues()).containsExactly(java.util.Map.entry("gone", 1L));
        assertThat(column(summary, "groups").odd()).isEqualTo(1);
        assertThat(summary.odd()).isEqualTo(2);
        assertThat(summary.answers())
                .contains(
                        new AnswerSummary("vulnerableGroups", 0, 2, 0),
                        new AnswerSummary("personalDataCategory", 1, 0, 0));
        assertThat(summary.columns()).allMatch(c -> c.understood() + c.unknown() + c.blank() + c.odd() == 4);
        assertThat(summary.text())
                .startsWith("4 records imported with mapping museum 2.1.0, words in texts read.\n")
                .contains("  1 x gone\n");
    }

    @Test
    void the_same_inventory_gives_the_same_systems() {
        String csv = "1;Faces;Guide;trial;yes;;staff and pupils;yes;\r\n";

        assertThat(all(csv)).isEqualTo(all(csv));
    }

    @Test
    void a_byte_order_mark_says_more_than_the_mapping() {
        List<ImportedSystem> systems = new ArrayList<>();
        IMPORTER.read(
                "museum.csv",
                new ByteArrayInputStream(("\uFEFF" + HEADER + "1;Führer;;;;;;;\r\n").getBytes(StandardCharsets.UTF_8)),
                systems::add);

        assertThat(systems.get(0).system().name()).isEqualTo("Führer");
    }

    @Test
    void bytes_outside_the_encoding_are_reported_with_the_line() {
        InputStream csv = new ByteArrayInputStream((HEADER + "1;\u0081;;;;;;;").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> IMPORTER.read("museum.csv", csv, system -> {}))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-4104")
                .hasMessageContaining("museum.csv");
    }

    @Test
    void every_missing_column_is_reported_at_once_with_the_nearest_header() {
        assertThatThrownBy(() -> IMPORTER.read("museum.csv", bytes("No.;Tool;Us;Groups;Groups\r\n"), system -> {}))
                .isInstanceOfSatisfying(
                        AimsException.class, e -> assertThat(e.faults()).hasSize(5))
                .hasMessageContaining("AIMS-4108")
                .hasMessageContaining("Maybe the header is (us).")
                .hasMessageContaining("position (9)");
    }

    @Test
    void an_empty_file_is_reported() {
        assertThatThrownBy(() -> IMPORTER.read("museum.csv", bytes("\r\n \r\n"), system -> {}))
                .hasMessageContaining("AIMS-4109");
    }

    @Test
    void a_file_without_a_header_is_read_by_position() {
        InventoryMapping mapping = InventoryMapping.read(
                "list.yaml", """
                mapping: list
                version: 1.0.0
                title: A list
                file: {encoding: utf-8, header: false}
                record: {name: name, prefix: list}
                columns:
                  - {id: name, position: 1}
                  - {id: extra, position: 5, optional: true, values: [{is: [yes], says: {profiling: YES}}]}
                  - {id: profiles, position: 2, values: [{is: [yes], says: {profiling: YES}}]}
                """, name -> Optional.empty(), Vocabularies.standard(), Catalogues.iso42001());
        List<ImportedSystem> systems = new ArrayList<>();

        ImportSummary summary =
                InventoryImporter.of(mapping).read("list.csv", bytes("Sorter,no\nScorer,yes\n"), systems::add);

        assertThat(systems).extracting(s -> s.system().name()).containsExactly("Sorter", "Scorer");
        assertThat(systems.get(1).system().answers()).containsOnlyKeys("profiling");
        assertThat(column(summary, "extra").present()).isFalse();
        assertThat(summary.text()).contains("not in the file");
    }

    @Test
    void a_hundred_thousand_records_are_read_one_at_a_time() {
        InputStream endless = new InputStream() {
            private final byte[] head = HEADER.getBytes(WINDOWS_1252);
            private final byte[] record = "1;Guide;Knows faces;in use;yes;;staff;yes;\r\n".getBytes(WINDOWS_1252);
            private long position;

            @Override
            public int read() {
                long at = position++;
                if (at < head.length) {
                    return head[(int) at] & 0xFF;
                }
                long number = (at - head.length) / record.length;
                return number >= 100_000 ? -1 : record[(int) ((at - head.length) % record.length)] & 0xFF;
            }
        };
        long[] seen = new long[1];

        ImportSummary summary = IMPORTER.withoutTextPatterns().read("museum.csv", endless, system -> seen[0]++);

        assertThat(seen[0]).isEqualTo(100_000);
        assertThat(summary.repeatedIds()).isEqualTo(99_999);
    }

    private static ColumnSummary column(ImportSummary summary, String id) {
        return summary.columns().stream()
                .filter(column -> column.column().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static AiSystem first(String record) {
        return all(record + "\r\n").get(0).system();
    }

    private static List<ImportedSystem> all(String records) {
        List<ImportedSystem> systems = new ArrayList<>();
        IMPORTER.read("museum.csv", bytes(HEADER + records), systems::add);
        return systems;
    }

    private static String text(AiSystem system, String characteristic) {
        return answer(system, characteristic).text();
    }

    private static Answer answer(AiSystem system, String characteristic) {
        return Optional.ofNullable(system.answers().get(characteristic)).orElseThrow();
    }

    private static InputStream bytes(String csv) {
        return new ByteArrayInputStream(csv.getBytes(WINDOWS_1252));
    }

    private static InventoryMapping mapping() {
        try (InputStream yaml = InventoryImporterTest.class.getResourceAsStream("museum.yaml")) {
            return InventoryMapping.read(
                    "museum.yaml",
                    new String(Optional.ofNullable(yaml).orElseThrow().readAllBytes(), StandardCharsets.UTF_8),
                    name -> Optional.empty(),
                    Vocabularies.standard(),
                    Catalogues.iso42001());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
