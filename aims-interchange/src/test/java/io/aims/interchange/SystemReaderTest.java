package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Place;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.vocabulary.Characteristics;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlStates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemReaderTest {

    private static final String LINE = "{\"id\": \"%s\", \"characteristics\": {\"profiling\": \"YES\"}}\n";

    @TempDir
    Path folder;

    @Test
    void a_description_gives_a_system_and_the_states_of_controls() {
        SystemDocument document = Given.yaml("""
                id: loan
                name: Loan scoring
                description: Scores loans.
                characteristics:
                  automationLevel: HIGH_AUTOMATION
                controls:
                  A.2.2: IMPLEMENTED
                  A.9.2: {state: EFFECTIVE, evidence: audit, owner: risk office, since: 2026-01-01, until: 2027-02-28}
                """);

        assertThat(document.system().name()).isEqualTo("Loan scoring");
        assertThat(document.system().description()).contains("Scores loans.");
        assertThat(document.system()
                        .answer(Characteristics.AUTOMATION_LEVEL)
                        .orElseThrow()
                        .certainValues())
                .containsExactly(AutomationLevel.HIGH_AUTOMATION.id());
        assertThat(document.controls().state(new ControlId("A.2.2")))
                .contains(ControlState.of(ControlState.Stage.IMPLEMENTED));
        assertThat(document.controls().state(new ControlId("A.9.2")))
                .contains(new ControlState(
                        ControlState.Stage.EFFECTIVE,
                        "audit",
                        "risk office",
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 2, 28)));
    }

    @Test
    void an_id_is_enough_and_everything_else_is_unknown() {
        SystemDocument document = Given.yaml("id: loan\n");

        assertThat(document.system().name()).isEqualTo("loan");
        assertThat(document.system().answers()).isEmpty();
        assertThat(document.controls()).isEqualTo(ControlStates.unknown());
    }

    @Test
    void every_fault_is_told_at_once_with_its_place_and_the_nearest_right_word() {
        List<Fault> faults = Given.faults(SystemFormat.YAML, """
                id: loan
                owner: me
                characteristics:
                  automationLevel: high_automation
                  automatonLevel: ASSISTANCE
                  technologyReadinessLevel: 12
                controls:
                  A.9.7: IMPLEMENTED
                  A.2.2: implemented
                  A.9.2: {state: DONE, until: 2026-02-30}
                """);

        assertThat(faults)
                .extracting(fault -> fault.code() + " " + fault.place().orElseThrow())
                .containsExactly(
                        "AIMS-1003 given:4:20",
                        "AIMS-1004 given:5:3",
                        "AIMS-1003 given:6:29",
                        "AIMS-1021 given:8:3",
                        "AIMS-1022 given:9:10",
                        "AIMS-1022 given:10:18",
                        "AIMS-1022 given:10:31",
                        "AIMS-1020 given:2:1");
        assertThat(faults.get(0).message()).contains("(high_automation)", "NOT_AUTOMATED");
        assertThat(faults.get(0).advice()).isEqualTo("Maybe you meant (HIGH_AUTOMATION).");
        assertThat(faults.get(1).advice()).isEqualTo("Maybe you meant (automationLevel).");
        assertThat(faults.get(3).message()).contains("(A.9.7)", "(loan)", "iso-42001:2023");
        assertThat(faults.get(3).advice()).isEqualTo("Maybe you meant (A.9.2).");
        assertThat(faults.get(4).advice()).isEqualTo("Maybe you meant (IMPLEMENTED).");
        assertThat(faults.get(6).message()).contains("2026-02-30");
    }

    @Test
    void a_state_of_a_control_that_ends_before_it_begins_is_a_fault() {
        assertThat(Given.faults(
                        SystemFormat.YAML,
                        "id: a\ncontrols:\n  A.9.2: {state: PLANNED, since: 2026-05-01, until: 2026-04-01}\n"))
                .extracting(Fault::code)
                .containsExactly("AIMS-1022");
    }

    @Test
    void a_system_without_an_id_is_a_fault() {
        assertThat(Given.faults(SystemFormat.YAML, "name: Loan\n").get(0).message())
                .isEqualTo("The description of a system (given:1:1) has no id.");
        assertThat(Given.faults(SystemFormat.JSON, "{\"id\": \"  \"}").get(0).code())
                .isEqualTo("AIMS-1001");
    }

    @Test
    void an_empty_document_holds_no_system() {
        for (String text : List.of("", "\n", "# nothing\n", "[]\n")) {
            assertThat(Given.faults(SystemFormat.YAML, text))
                    .extracting(Fault::code)
                    .containsExactly("AIMS-1024");
        }
        assertThat(Given.faults(SystemFormat.JSON, "")).extracting(Fault::code).containsExactly("AIMS-1024");
        assertThat(Given.faults(SystemFormat.JSON_LINES, "\n \n"))
                .extracting(Fault::code)
                .containsExactly("AIMS-1024");
    }

    @Test
    void a_document_may_hold_a_list_of_systems_and_one_that_is_wrong_does_not_spoil_the_others() {
        List<SystemEntry> entries = Given.entries(
                SystemFormat.YAML, "- id: a\n- name: no id\n- id: c\n  characteristics: {profiling: YES}\n");

        assertThat(entries)
                .extracting(SystemEntry::place)
                .containsExactly(new Place("given", 1, 3), new Place("given", 2, 3), new Place("given", 3, 3));
        assertThat(entries.get(0)).isInstanceOf(SystemEntry.Accepted.class);
        assertThat(entries.get(1)).isInstanceOf(SystemEntry.Refused.class);
        assertThat(entries.get(2)).isInstanceOf(SystemEntry.Accepted.class);
    }

    @Test
    void a_wrong_line_is_a_fault_with_its_number_and_the_next_line_is_read() {
        List<SystemEntry> entries = Given.entries(
                SystemFormat.JSON_LINES,
                "\uFEFF" + LINE.formatted("a") + "\n{\"id\": \"b\"\n"
                        + LINE.formatted("c").stripTrailing());

        assertThat(entries).hasSize(3);
        assertThat(entries.get(0).place()).isEqualTo(new Place("given", 1, 1));
        assertThat(Given.faults(entries.get(1)).get(0).place().orElseThrow().line())
                .isEqualTo(3);
        assertThat(((SystemEntry.Accepted) entries.get(2)).document().system().id())
                .isEqualTo("c");
    }

    @Test
    void a_line_with_windows_line_ends_is_read() {
        assertThat(Given.entries(SystemFormat.JSON_LINES, "{\"id\": \"a\"}\r\n\r\n{\"id\": \"b\"}\r\n"))
                .hasSize(2)
                .allMatch(entry -> entry instanceof SystemEntry.Accepted);
    }

    @Test
    void a_line_beyond_the_limit_is_a_fault_and_is_not_held_in_memory() {
        InputStream endless = new InputStream() {
            private long left = 64L * SystemReader.LONGEST_LINE;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                int count = (int) Math.min(length, left);
                java.util.Arrays.fill(buffer, offset, offset + count, (byte) 'x');
                left -= count;
                return count == 0 ? -1 : count;
            }
        };
        InputStream bytes = new SequenceInputStream(
                endless, new ByteArrayInputStream("\n{\"id\": \"after\"}".getBytes(StandardCharsets.UTF_8)));

        try (Stream<SystemEntry> entries = Given.READER.stream("given", bytes, Optional.of(SystemFormat.JSON_LINES))) {
            List<SystemEntry> all = entries.toList();
            assertThat(Given.faults(all.get(0))).extracting(Fault::code).containsExactly("AIMS-1023");
            assertThat(all.get(1).place()).isEqualTo(new Place("given", 2, 1));
            assertThat(all.get(1)).isInstanceOf(SystemEntry.Accepted.class);
        }
    }

    @Test
    void a_stream_reads_no_further_than_it_is_asked() {
        InputStream failing = new InputStream() {
            private final InputStream first = new ByteArrayInputStream(
                    (LINE.formatted("a") + " ".repeat(70_000)).getBytes(StandardCharsets.UTF_8));

            @Override
            public int read() throws IOException {
                int next = first.read();
                if (next < 0) {
                    throw new IOException("read too far");
                }
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = first.read(buffer, offset, length);
                if (count < 0) {
                    throw new IOException("read too far");
                }
                return count;
            }
        };

        try (Stream<SystemEntry> entries =
                Given.READER.stream("given", failing, Optional.of(SystemFormat.JSON_LINES))) {
            assertThat(entries.findFirst().orElseThrow()).isInstanceOf(SystemEntry.Accepted.class);
        }
    }

    @Test
    void text_that_is_not_utf8_is_refused_whatever_the_format() {
        for (SystemFormat format : SystemFormat.values()) {
            for (byte[] bytes : List.of(
                    "{\"id\": \"a\"}".getBytes(StandardCharsets.UTF_16),
                    "{\"id\": \"a\"}".getBytes(StandardCharsets.UTF_16LE),
                    "{\"id\": \"a\"}".getBytes(StandardCharsets.UTF_16BE),
                    "{\"id\": \"Büro\"}".getBytes(StandardCharsets.ISO_8859_1))) {
                assertThat(Given.faults(Given.entries(format, bytes).get(0)))
                        .extracting(Fault::code)
                        .containsExactly("AIMS-1009");
            }
        }
    }

    @Test
    void a_byte_order_mark_of_utf8_is_no_fault() {
        for (SystemFormat format : SystemFormat.values()) {
            assertThat(Given.entries(format, "\uFEFF{\"id\": \"a\"}").get(0)).isInstanceOf(SystemEntry.Accepted.class);
        }
    }

    @Test
    void the_first_line_tells_the_format_if_nothing_else_does() {
        assertThat(ids("id: a\nname: x\n")).containsExactly("a");
        assertThat(ids("\n  {\"id\": \"a\"}\n{\"id\": \"b\"}\n")).containsExactly("a", "b");
        assertThat(ids("{\n \"id\": \"a\"\n}\n")).containsExactly("a");
        assertThat(ids("[{\"id\": \"a\"}, {\"id\": \"b\"}]")).containsExactly("a", "b");
        assertThat(ids("\uFEFF{\"id\": \"a\", \"name\": \"{ \\\" [\"}")).containsExactly("a");
    }

    private static List<String> ids(String text) {
        return Given.entries(null, text.getBytes(StandardCharsets.UTF_8)).stream()
                .map(entry -> ((SystemEntry.Accepted) entry).document().system().id())
                .toList();
    }

    @Test
    void a_folder_is_read_with_its_folders_sorted_by_name() throws IOException {
        Files.writeString(folder.resolve("b10.yaml"), "id: b10\n");
        Files.writeString(folder.resolve("b9.yml"), "id: b9\n");
        Files.writeString(folder.resolve("a.json"), "{\"id\": \"a\"}");
        Files.writeString(folder.resolve("notes.txt"), "id: not read\n");
        Files.createDirectories(folder.resolve("c/.hidden"));
        Files.writeString(folder.resolve("c/more.jsonl"), LINE.formatted("c1") + LINE.formatted("c2"));
        Files.writeString(folder.resolve("c/.hidden/d.yaml"), "id: not read\n");

        assertThat(idsIn(folder)).containsExactly("a", "b9", "b10", "c1", "c2");
    }

    @Test
    void no_link_leads_out_of_a_folder_and_none_reads_a_file_twice() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("systems"));
        Path outside = Files.writeString(folder.resolve("outside.yaml"), "id: outside\n");
        Path real = Files.writeString(inside.resolve("real.yaml"), "id: real\n");
        Files.createSymbolicLink(inside.resolve("again.yaml"), real);
        Files.createSymbolicLink(inside.resolve("out.yaml"), outside);
        Files.createSymbolicLink(inside.resolve("loop"), inside);
        Files.createSymbolicLink(inside.resolve("broken.yaml"), inside.resolve("nothing.yaml"));

        try (Stream<SystemEntry> entries = Given.READER.stream(inside)) {
            List<SystemEntry> all = entries.toList();
            assertThat(all).hasSize(3);
            assertThat(all.get(0)).isInstanceOf(SystemEntry.Accepted.class);
            assertThat(Given.faults(all.get(1)).get(0).message()).contains("broken.yaml", "is not there");
            assertThat(Given.faults(all.get(2)).get(0).message()).contains("out.yaml", "leads out of its folder");
        }
    }

    @Test
    void a_folder_without_systems_and_a_file_that_is_not_there_are_faults() throws IOException {
        try (Stream<SystemEntry> entries = Given.READER.stream(folder)) {
            assertThat(Given.faults(entries.toList().get(0)))
                    .extracting(Fault::code)
                    .containsExactly("AIMS-1024");
        }
        try (Stream<SystemEntry> entries = Given.READER.stream(folder.resolve("absent.yaml"))) {
            Fault fault = Given.faults(entries.toList().get(0)).get(0);
            assertThat(fault.code()).isEqualTo("AIMS-1025");
            assertThat(fault.message()).contains("absent.yaml", "is not there");
        }
    }

    @Test
    void a_file_is_read_as_one_system() throws IOException {
        Path one = Files.writeString(folder.resolve("one.yaml"), "id: one\n");
        Path two = Files.writeString(folder.resolve("two.yaml"), "[{id: one}, {id: two}]\n");
        Path none = Files.writeString(folder.resolve("none.yaml"), "name: x\n");

        assertThat(Given.READER.read(one).system().id()).isEqualTo("one");
        assertThatThrownBy(() -> Given.READER.read(two))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-1026");
        assertThatThrownBy(() -> Given.READER.read(none))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-1020");
    }

    private static List<String> idsIn(Path path) {
        try (Stream<SystemEntry> entries = Given.READER.stream(path)) {
            return entries.map(entry ->
                            ((SystemEntry.Accepted) entry).document().system().id())
                    .toList();
        }
    }
}
