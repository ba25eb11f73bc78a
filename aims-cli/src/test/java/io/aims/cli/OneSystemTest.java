package io.aims.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Vocabularies;
import io.aims.error.AimsException;
import io.aims.interchange.SystemReader;
import io.aims.system.AiSystem;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class OneSystemTest {

    private static final String TWO = "{\"id\": \"first-one\"}\n{\"id\": \"second-one\", \"name\": \"Second\"}\n";

    private static AiSystem read(String input, String... options) {
        OneSystem one = new OneSystem();
        new CommandLine(one).parseArgs(options);
        Session session = new Session(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new Output(OutputStream.nullOutputStream()),
                new Output(OutputStream.nullOutputStream()),
                new Terminal(false, Terminal.PLAIN_COLUMNS, false));
        return one.read(new SystemReader(Vocabularies.standard(), Catalogues.iso42001()), session, "-")
                .system();
    }

    private static void refused(String input, String code, String advice, String... options) {
        assertThatThrownBy(() -> read(input, options))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining(code + ": ")
                .hasMessageContaining(advice);
    }

    @Test
    void the_only_system_needs_no_name() {
        assertThat(read("id: only\n").id()).isEqualTo("only");
    }

    @Test
    void one_of_several_is_taken_by_its_id() {
        assertThat(read(TWO, "--system", "second-one").name()).isEqualTo("Second");
        assertThat(read("id: only\n", "--system", "only").id()).isEqualTo("only");
    }

    @Test
    void several_without_a_name_are_refused_with_the_ids_to_choose_from() {
        refused(TWO, "AIMS-5020", "Name it with --system: (first-one), (second-one).");
        refused(systems(10), "AIMS-5020", "(s-9), (s-10).");
        refused(systems(11), "AIMS-5020", "(s-9), (s-10) and others.");
    }

    @Test
    void an_id_that_is_not_there_gets_the_nearest_one_or_those_that_are() {
        refused(TWO, "AIMS-5021", "Maybe you meant (second-one).", "--system", "secnd-one");
        refused(TWO, "AIMS-5021", "It holds (first-one), (second-one).", "--system", "quite different");
        refused(systems(11), "AIMS-5021", "(s-10) and others.", "--system", "quite different");
    }

    @Test
    void an_id_that_stands_twice_is_refused_with_both_places() {
        refused(
                "{\"id\": \"a\"}\n{\"id\": \"a\"}\n",
                "AIMS-5022",
                "stands twice: at (stdin:1:1) and at (stdin:2:1)",
                "--system",
                "a");
    }

    @Test
    void a_system_that_is_wrong_is_told_as_everywhere() {
        refused("id: a\nnonsense: 1\n", "AIMS-1020", "(nonsense)");
    }

    @Test
    void another_system_that_is_wrong_does_not_matter_unless_the_one_named_is_not_found() {
        String wrong = "{\"id\": \"a\", \"nonsense\": 1}\n{\"id\": \"right-one\"}\n";

        assertThat(read(wrong, "--system", "right-one").id()).isEqualTo("right-one");
        refused(wrong, "AIMS-5021", "nonsense", "--system", "a");
    }

    @Test
    void systems_none_of_which_can_be_read_offer_no_name() {
        refused("{\"nonsense\": 1}\n{\"nonsense\": 2}\n", "AIMS-5020", "None of them can be read");
        refused("{\"nonsense\": 1}\n", "AIMS-5021", "Maybe the system lies in another file.", "--system", "a");
    }

    private static String systems(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "{\"id\": \"s-" + i + "\"}\n")
                .collect(Collectors.joining());
    }
}
