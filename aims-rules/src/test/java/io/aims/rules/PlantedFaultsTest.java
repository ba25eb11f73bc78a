package io.aims.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.aims.error.Diagnostic;
import io.aims.error.Fault;
import io.aims.error.Place;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Verifying finds every fault planted in a clean pack, at its place, and says nothing of the clean ones.
 *
 * <p>{@code -Daims.planted=conditions.yaml} runs the cases of one file, {@code -Daims.planted=unknown-control} those of one
 * kind, {@code -Daims.planted=unknown-control-1} one.
 */
class PlantedFaultsTest {

    private static final String ONLY = System.getProperty("aims.planted", "");
    private static final Path PLANTED = planted();
    private static final Map<String, String> ORIGINALS = originals();
    private static final List<PlantedCase.Topic> TOPICS = topics();
    private static final Map<String, Set<String>> CODES = codes();

    @TestFactory
    Stream<DynamicNode> every_planted_fault_is_found_at_its_place() {
        return TOPICS.stream()
                .map(topic -> dynamicContainer(
                        topic.file(),
                        byKind(topic).entrySet().stream()
                                .map(kind -> dynamicContainer(
                                        kind.getKey(),
                                        kind.getValue().stream()
                                                .filter(planted -> isWanted(topic, planted))
                                                .map(planted -> dynamicTest(
                                                        planted.kind() + ": " + planted.title(),
                                                        () -> check(planted)))))));
    }

    @TestFactory
    Stream<DynamicNode> nothing_is_found_in_the_originals() {
        return Stream.of(List.of("night-desk"), List.of("cold-chain"), List.of("cold-chain", "cold-chain-audit"))
                .map(base -> dynamicTest(String.join(" with ", base), () -> {
                    Map<String, byte[]> files = new TreeMap<>();
                    ORIGINALS.forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
                    assertThat(PlantedPacks.verify(base, files).diagnostics()).isEmpty();
                }));
    }

    @Test
    void every_kind_is_planted_in_two_guises_and_there_are_at_least_thirty() {
        Map<String, Long> guises = TOPICS.stream()
                .flatMap(topic -> topic.cases().stream())
                .collect(Collectors.groupingBy(PlantedCase::kind, TreeMap::new, Collectors.counting()));

        assertThat(guises)
                .hasSizeGreaterThanOrEqualTo(30)
                .allSatisfy((kind, count) -> assertThat(count).as(kind).isGreaterThanOrEqualTo(2));
        assertThat(CODES.keySet()).as("kinds with their codes").isEqualTo(guises.keySet());
    }

    @Test
    void every_case_has_an_id_of_its_own() {
        Set<String> ids = new HashSet<>();

        assertThat(TOPICS.stream()
                        .flatMap(topic -> topic.cases().stream())
                        .map(PlantedCase::id)
                        .filter(id -> !ids.add(id)))
                .isEmpty();
    }

    private static void check(PlantedCase planted) {
        PlantedCase.Expected expected = planted.expected();
        PackReport report = PlantedPacks.verify(planted.base(), planted.plant(ORIGINALS));
        List<Diagnostic> told = report.diagnostics();

        List<Diagnostic> found = told.stream()
                .filter(diagnostic -> isExpected(diagnostic, planted))
                .toList();
        String all = told.stream().map(PlantedFaultsTest::describe).collect(Collectors.joining("\n", "\n", "\n"));
        assertThat(found)
                .as("%s: %s at its place among %s", planted.id(), expected, all)
                .hasSize(1);
        assertThat(report.isLoadable())
                .as("%s: loadable", planted.id())
                .isEqualTo(report.errors().isEmpty());
        if (expected.severity() == Diagnostic.Level.WARNING
                && expected.besides().isEmpty()) {
            assertThat(report.packs()).as("%s: packs", planted.id()).hasSameSizeAs(planted.base());
        }
        Set<String> following = expected.besides().stream()
                .flatMap(kind -> CODES.getOrDefault(kind, Set.of()).stream())
                .collect(Collectors.toSet());
        assertThat(told)
                .as("%s: other errors than those that follow from the edit", planted.id())
                .filteredOn(Diagnostic::isError)
                .filteredOn(diagnostic -> !found.contains(diagnostic))
                .allSatisfy(diagnostic ->
                        assertThat(following).contains(diagnostic.fault().code()));
    }

    private static boolean isExpected(Diagnostic diagnostic, PlantedCase planted) {
        PlantedCase.Expected expected = planted.expected();
        Fault fault = diagnostic.fault();
        String words = fault.message() + "\n" + fault.advice();
        return diagnostic.level() == expected.severity()
                && CODES.getOrDefault(planted.kind(), Set.of()).contains(fault.code())
                && isThere(fault, expected)
                && expected.names().stream().allMatch(words::contains)
                && expected.nearest()
                        .map(near -> Pattern.compile("(?<![\\w-])" + Pattern.quote(near) + "(?![\\w-]|\\.\\w)")
                                .matcher(fault.advice())
                                .find())
                        .orElse(true);
    }

    private static boolean isThere(Fault fault, PlantedCase.Expected expected) {
        if (expected.line().isEmpty()) {
            return fault.place()
                    .map(place -> place.document().equals(expected.file()))
                    .orElse(fault.message()
                            .contains(expected.file().substring(expected.file().indexOf('/') + 1)));
        }
        return fault.place()
                .filter(place -> place.document().equals(expected.file())
                        && place.line() == expected.line().get()
                        && expected.column()
                                .map(column -> column == place.column())
                                .orElse(true))
                .isPresent();
    }

    private static String describe(Diagnostic diagnostic) {
        return diagnostic.level() + " at "
                + diagnostic.fault().place().map(Place::toString).orElse("no place") + " " + diagnostic.fault();
    }

    private static boolean isWanted(PlantedCase.Topic topic, PlantedCase planted) {
        return ONLY.isEmpty()
                || List.of(topic.file(), planted.kind(), planted.id()).contains(ONLY);
    }

    private static Map<String, List<PlantedCase>> byKind(PlantedCase.Topic topic) {
        return topic.cases().stream()
                .collect(Collectors.groupingBy(PlantedCase::kind, LinkedHashMap::new, Collectors.toList()));
    }

    private static Map<String, Set<String>> codes() {
        Map<String, Set<String>> codes = new TreeMap<>();
        TOPICS.forEach(topic -> codes.putAll(topic.codes()));
        return codes;
    }

    private static List<PlantedCase.Topic> topics() {
        List<PlantedCase.Topic> topics = new ArrayList<>();
        files(PLANTED.resolve("cases")).forEach((file, text) -> topics.add(PlantedCase.read(file, text)));
        return topics;
    }

    private static Map<String, String> originals() {
        return files(PLANTED.resolve("originals"));
    }

    private static Map<String, String> files(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        } catch (IOException e) {
            throw new IllegalStateException(folder.toString(), e);
        }
        return files;
    }

    private static Path planted() {
        try {
            return Path.of(Objects.requireNonNull(PlantedFaultsTest.class.getResource("/planted"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
