package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, from its jar. */
@Timeout(240)
class ProcessIT {

    private static final long GIGABYTE = 1L << 30;

    @TempDir
    Path folder;

    private ProcessBuilder command(String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                Path.of(System.getProperty("aims.root"), "aims-cli", "target", "aims-cli.jar")
                        .toString()));
        command.addAll(Arrays.asList(args));
        ProcessBuilder process = new ProcessBuilder(command).redirectError(errors());
        process.environment().put("LC_ALL", "C");
        return process;
    }

    private java.io.File errors() {
        return folder.resolve("errors.txt").toFile();
    }

    private String told() throws IOException {
        return Files.readString(errors().toPath());
    }

    /** Feeds a process more bytes than its memory holds; it may stop reading whenever it has seen enough. */
    private static void feed(Process process, byte[] head, byte fill, long length, byte[] tail) {
        byte[] chunk = new byte[1 << 20];
        Arrays.fill(chunk, fill);
        try (OutputStream in = process.getOutputStream()) {
            in.write(head);
            for (long left = length; left > 0; left -= chunk.length) {
                in.write(chunk);
            }
            in.write(tail);
        } catch (IOException e) {
            // The process has seen enough.
            assertThat(e).hasMessageContaining("pipe");
        }
    }

    @Test
    @Tag("slow")
    void a_line_of_a_gigabyte_is_refused_and_the_next_system_is_evaluated() throws Exception {
        Process process = command("evaluate", "-", "--format", "jsonl", "--input", "jsonl")
                .start();
        Thread feeder = new Thread(() -> feed(
                process,
                "{\"id\": \"".getBytes(StandardCharsets.UTF_8),
                (byte) 'x',
                GIGABYTE,
                "\"}\n{\"id\": \"after\"}\n".getBytes(StandardCharsets.UTF_8)));
        feeder.start();

        List<String> lines = lines(process);

        assertThat(process.waitFor()).as(told()).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).contains("\"id\":\"after\"");
        assertThat(told())
                .contains("AIMS-1023", "stdin:1:1")
                .contains("1 could not be")
                .doesNotContain("\tat ");
        feeder.join();
    }

    @Test
    @Tag("slow")
    void a_document_of_a_gigabyte_is_refused_in_every_format() throws Exception {
        for (String format : List.of("yaml", "json", "")) {
            List<String> args = new ArrayList<>(List.of("evaluate", "-"));
            if (!format.isEmpty()) {
                args.addAll(List.of("--input", format));
            }
            Process process = command(args.toArray(String[]::new)).start();
            Thread feeder = new Thread(() -> feed(process, new byte[0], (byte) 0, GIGABYTE, new byte[0]));
            feeder.start();

            List<String> lines = lines(process);

            assertThat(process.waitFor()).as(format + told()).isEqualTo(ExitStatus.WRONG_INPUT);
            assertThat(lines).isEmpty();
            assertThat(told()).contains("AIMS-1009").doesNotContain("\tat ");
            feeder.join();
        }
    }

    @Test
    void an_output_that_nobody_reads_any_more_ends_the_command_quietly() throws Exception {
        Path systems = systems(2_000);
        Process process =
                command("evaluate", systems.toString(), "--format", "jsonl").start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).contains("\"id\":\"system-0\"");
        }

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitStatus.CLOSED_PIPE);
        assertThat(told()).doesNotContain("AIMS-", "\tat ");
    }

    @Test
    @Tag("slow")
    void memory_does_not_grow_with_the_number_of_systems() throws Exception {
        ProcessBuilder builder = command("evaluate", systems(1_000).toString(), "--format", "jsonl");
        builder.command().set(1, "-Xmx64m");
        Process process = builder.start();

        int lines = 0;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            while (out.readLine() != null) {
                lines++;
            }
        }

        assertThat(process.waitFor()).as(told()).isZero();
        assertThat(lines).isEqualTo(1_000);
    }

    @Test
    void the_output_is_utf8_whatever_the_locale() throws Exception {
        Path system = Files.writeString(folder.resolve("b.yaml"), "id: b\nname: Büro 東京\n");
        ProcessBuilder builder = command("evaluate", system.toString());
        builder.command().add(1, "-Dfile.encoding=US-ASCII");

        Process process = builder.start();

        assertThat(lines(process).get(0)).isEqualTo("Büro 東京 (b)");
        assertThat(process.waitFor()).isZero();
    }

    private Path systems(int count) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"id\": \"system-").append(i).append("\"}\n");
        }
        return Files.writeString(folder.resolve("systems.jsonl"), lines);
    }

    private static List<String> lines(Process process) throws IOException {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return out.lines().toList();
        }
    }
}
