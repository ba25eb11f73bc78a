package io.aims.interchange.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Vocabularies;
import io.aims.catalog.document.CsvReader;
import io.aims.catalog.document.CsvRecord;
import io.aims.control.ControlId;
import io.aims.system.Answer;
import io.aims.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The two federal inventories, read whole. They are no part of the project; without them these tests are skipped. */
@Tag("slow")
class FederalInventoryIT {

    /** What the hints of the inventories call a characteristic, and what the vocabulary may call it. */
    private static final Map<String, List<String>> TRANSLATED = Map.of(
            "lifecycleStage", List.of("lifecycleStage"),
            "thirdParty", List.of("thirdPartyElements", "aimsRoles"),
            "personalData", List.of("personalDataCategory"),
            "sensitiveAttributes", List.of("protectedAttributes"),
            "dataDocumentation", List.of("dataProvenance", "dataQualityControl"),
            "transparency", List.of("supplierTransparency", "performanceEvidence"),
            "aiSubjects", List.of("distributionScope"),
            "logicSource", List.of("logicOrigin"),
            "generative", List.of("generativeCapability"),
            "automation", List.of("automationLevel"));

    private record Inventory(String mapping, String folder, Charset encoding, int records, long stated) {}

    static Stream<Arguments> inventories() {
        return Stream.of(
                Arguments.of(new Inventory(
                        "federal-2024",
                        "federal-ai-inventory-2024",
                        Charset.forName("windows-1252"),
                        1_184,
                        STATED_2024)),
                Arguments.of(new Inventory(
                        "federal-2025", "federal-ai-inventory-2025", StandardCharsets.UTF_8, 2_249, STATED_2025)));
    }

    private static final long STATED_2024 = 4_149;
    private static final long STATED_2025 = 5_709;

    @ParameterizedTest
    @MethodSource("inventories")
    void no_record_is_lost(Inventory inventory) throws IOException {
        for (String file : List.of("blind.csv", "inventory.csv")) {
            List<ImportedSystem> systems = new ArrayList<>();
            ImportSummary summary = imported(inventory, file, systems);

            assertThat(systems).hasSize(inventory.records());
            assertThat(systems.stream().map(s -> s.system().id()).distinct()).hasSize(inventory.records());
            assertThat(summary.records()).isEqualTo(inventory.records());
            assertThat(summary.unevenRecords()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("inventories")
    void systems_of_the_file_with_ids_carry_them(Inventory inventory) throws IOException {
        List<ImportedSystem> systems = new ArrayList<>();
        ImportSummary summary = imported(inventory, "blind.csv", systems);

        assertThat(summary.generatedIds()).isZero();
        assertThat(summary.repeatedIds()).isZero();
        assertThat(systems.get(0).system().id())
                .startsWith("F" + inventory.mapping().substring(10));
    }

    @ParameterizedTest
    @MethodSource("inventories")
    void both_files_tell_the_same(Inventory inventory) throws IOException {
        ImportSummary blind = imported(inventory, "blind.csv", new ArrayList<>());
        ImportSummary whole = imported(inventory, "inventory.csv", new ArrayList<>());

        assertThat(whole.columns()).isEqualTo(blind.columns());
        assertThat(whole.answers()).isEqualTo(blind.answers());
        assertThat(whole.controls()).isEqualTo(blind.controls());
    }

    @ParameterizedTest
    @MethodSource("inventories")
    void no_column_that_gives_the_determination_away_or_names_an_agency_is_read(Inventory inventory)
            throws IOException {
        List<String> forbidden = new ArrayList<>();
        for (Map<String, String> column : table(inventory, "columns.csv", StandardCharsets.UTF_8)) {
            if (!value(column, "role").equals("input")
                    || value(column, "header")
                            .toLowerCase(java.util.Locale.ROOT)
                            .matches("agency.*|bureau")) {
                forbidden.add(CellText.folded(value(column, "header")));
            }
        }
        assertThat(forbidden).hasSizeGreaterThan(10);
        assertThat(mapping(inventory).parts().columns())
                .allSatisfy(column ->
                        assertThat(forbidden).doesNotContain(CellText.folded(String.valueOf(column.header()))))
                .allSatisfy(column -> assertThat(column.position()).isZero());
    }

    @ParameterizedTest
    @MethodSource("inventories")
    void no_word_pattern_is_called_up_by_the_name_of_an_agency_or_bureau(Inventory inventory) throws IOException {
        WordList words = mapping(inventory).parts().words();
        List<Map<String, String>> records = table(inventory, "inventory.csv", inventory.encoding());
        List<String> headers = records.get(0).keySet().stream()
                .filter(header -> header.matches("agency.*|bureau"))
                .toList();

        assertThat(headers).hasSize(3);
        assertThat(records)
                .allSatisfy(record -> assertThat(headers)
                        .allSatisfy(header -> assertThat(words.wordsIn(CellText.folded(value(record, header))))
                                .isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("inventories")
    void every_stated_value_arrives_as_an_answer(Inventory inventory) throws IOException {
        List<ImportedSystem> systems = new ArrayList<>();
        imported(inventory, "blind.csv", systems);
        List<Map<String, String>> records = table(inventory, "blind.csv", inventory.encoding());
        Map<String, String> headers = new HashMap<>();
        table(inventory, "columns.csv", StandardCharsets.UTF_8).stream()
                .filter(column -> value(column, "in_blind").equals("1"))
                .forEach(column -> headers.put(value(column, "short_name"), value(column, "header")));

        SortedMap<String, Long> stated = new TreeMap<>();
        SortedMap<String, Long> arrived = new TreeMap<>();
        for (Map<String, String> hint : table(inventory, "mapping.csv", StandardCharsets.UTF_8)) {
            String characteristic = value(hint, "characteristic");
            String header = headers.get(value(hint, "column"));
            boolean evidence = characteristic.startsWith("evidence:");
            if (!value(hint, "strength").equals("stated") || header == null) {
                continue;
            }
            stated.merge(characteristic, Long.parseLong(value(hint, "rows")), Long::sum);
            long found = 0;
            for (int i = 0; i < records.size(); i++) {
                if (CellText.tidy(value(records.get(i), CellText.folded(header)))
                                .equals(CellText.tidy(value(hint, "value")))
                        && (evidence
                                ? shows(systems.get(i), characteristic)
                                : answers(systems.get(i), characteristic, header))) {
                    found++;
                }
            }
            assertThat(found)
                    .as("%s = %s", value(hint, "column"), value(hint, "value"))
                    .isEqualTo(Long.parseLong(value(hint, "rows")));
            arrived.merge(characteristic, found, Long::sum);
        }
        assertThat(arrived).isEqualTo(stated);
        assertThat(stated.entrySet().stream()
                        .filter(entry -> !entry.getKey().startsWith("evidence:"))
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .isEqualTo(inventory.stated());
    }

    private static boolean shows(ImportedSystem imported, String hinted) {
        return imported.controls()
                .state(new ControlId(hinted.substring("evidence:".length())))
                .isPresent();
    }

    private static boolean answers(ImportedSystem imported, String hinted, String header) {
        return Optional.ofNullable(TRANSLATED.get(hinted)).orElseThrow().stream()
                .anyMatch(characteristic -> {
                    Answer answer = imported.system().answers().get(characteristic);
                    return answer != null
                            && answer.provenance()
                                    .evidence()
                                    .orElse("")
                                    .contains(Quoted.of(header.strip()).substring(0, Math.min(20, header.length())));
                });
    }

    private static ImportSummary imported(Inventory inventory, String file, List<ImportedSystem> systems)
            throws IOException {
        try (InputStream csv = Files.newInputStream(folder(inventory).resolve(file))) {
            return InventoryImporter.of(mapping(inventory)).read(file, csv, systems::add);
        }
    }

    private static InventoryMapping mapping(Inventory inventory) {
        return InventoryMapping.named(inventory.mapping(), Vocabularies.standard(), Catalogues.iso42001());
    }

    /** Reads a table by its headers; of columns with one header the first counts. */
    private static List<Map<String, String>> table(Inventory inventory, String file, Charset encoding)
            throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (InputStreamReader in =
                new InputStreamReader(Files.newInputStream(folder(inventory).resolve(file)), encoding)) {
            CsvReader reader = new CsvReader("inventory", file, in, ',');
            List<String> header =
                    Optional.ofNullable(reader.header()).orElseThrow().cells();
            for (CsvRecord record = reader.next(); record != null; record = reader.next()) {
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    row.putIfAbsent(
                            CellText.folded(header.get(i)), record.cells().get(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static String value(Map<String, String> row, String header) {
        return Optional.ofNullable(row.get(header)).orElseThrow(() -> new AssertionError("No column " + header));
    }

    private static Path folder(Inventory inventory) {
        Path root = Path.of(System.getProperty("aims.root", "."));
        String chosen = System.getProperty("aims.shared", "");
        Path shared = chosen.isEmpty() ? root.resolveSibling("shared") : Path.of(chosen);
        Path folder = shared.resolve("data").resolve(inventory.folder());
        Assumptions.assumeTrue(
                Files.isDirectory(folder), "Skipped: no folder " + inventory.folder() + " in ../shared/data");
        return folder;
    }
}
