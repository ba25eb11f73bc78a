package io.aims.packs.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The codes in the sources of whatever can tell something about a pack are those that the texts explain. */
class CodeHelpTest {

    private static final Path ROOT = Path.of(System.getProperty("aims.root"));
    private static final Pattern CODE = Pattern.compile("\"(AIMS-(?:[12]\\d{3}|3001))\"");

    private static final List<String> SOURCES = List.of(
            "aims-core/src/main/java/io/aims/rule",
            "aims-catalog/src/main/java/io/aims/catalog/answers",
            "aims-catalog/src/main/java/io/aims/catalog/document",
            "aims-catalog/src/main/java/io/aims/catalog/Catalogues.java",
            "aims-rules/src/main/java/io/aims/rules/internal",
            "aims-rules/src/main/java/io/aims/rules/language",
            "aims-packs/src/main/java/io/aims/packs");

    /** Told by builders, loaders and makers of packs, never as a diagnostic of a pack. */
    private static final Set<String> OF_CALLS = Set.of("AIMS-2140", "AIMS-2141", "AIMS-2184", "AIMS-2185", "AIMS-2186");

    @Test
    void every_code_about_packs_is_explained() {
        Set<String> told = new TreeSet<>();
        SOURCES.forEach(source -> told.addAll(codes(ROOT.resolve(source), Integer.MAX_VALUE)));
        told.addAll(codes(ROOT.resolve("aims-rules/src/main/java/io/aims/rules"), 1));
        told.removeAll(OF_CALLS);

        assertThat(told).hasSizeGreaterThan(50);
        assertThat(told.stream().filter(code -> !CodeHelp.isKnown(code))).isEmpty();
    }

    @Test
    void every_explanation_is_of_a_code_that_something_tells() throws IOException {
        Set<String> told = new TreeSet<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            modules.filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                    .forEach(module -> told.addAll(codes(module.resolve("src/main/java"), Integer.MAX_VALUE)));
        }

        assertThat(texts().stringPropertyNames().stream()
                        .map(key -> key.substring(0, key.indexOf('.')))
                        .filter(code -> !told.contains(code)))
                .isEmpty();
    }

    @Test
    void titles_are_short_and_explanations_are_sentences() throws IOException {
        texts().forEach((key, text) -> {
            if (key.toString().endsWith(".title")) {
                assertThat(text.toString().split(" ")).as(text.toString()).hasSizeLessThan(11);
                assertThat(text.toString()).doesNotEndWith(".");
            } else {
                assertThat(text.toString()).endsWith(".");
            }
        });
    }

    @Test
    void a_code_that_nobody_explains_has_a_help_all_the_same() {
        assertThat(CodeHelp.of("AIMS-0000").title()).isEqualTo("Fault AIMS-0000");
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (InputStream in = CodeHelp.class.getResourceAsStream("codes.properties")) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static Set<String> codes(Path source, int depth) {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(source, depth)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> CODE.matcher(read(file))
                            .results()
                            .map((MatchResult found) -> found.group(1))
                            .forEach(codes::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return codes;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
