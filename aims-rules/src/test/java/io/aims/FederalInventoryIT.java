package io.aims;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Vocabularies;
import io.aims.control.ControlStatus;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.RiskOrder;
import io.aims.interchange.inventory.ImportedSystem;
import io.aims.interchange.inventory.InventoryImporter;
import io.aims.interchange.inventory.InventoryMapping;
import io.aims.risk.RiskLevel;
import io.aims.system.AiSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The two federal inventories from CSV to ranks: every record is evaluated, and the order by risk is held against the
 * determinations of those who know the systems. The inventories are no part of the project; without them these tests are
 * skipped.
 */
@Tag("slow")
class FederalInventoryIT {

    private record Labelled(String agency, boolean elevated, Evaluation evaluation) {}

    /** The evaluations of a year, words in texts included: several tests look at them. */
    private static final Map<String, List<Evaluation>> WITH_WORDS = new HashMap<>();

    private record Quality(double all, double withinAgencies, double withoutLargest) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.3f over all, %.3f mean within agencies, %.3f without the largest agency",
                    all,
                    withinAgencies,
                    withoutLargest);
        }
    }

    @ParameterizedTest
    @CsvSource({"2024, 1184, .92, .68, .86", "2025, 2249, .88, .74, .86"})
    void the_order_by_risk_is_better_than_counting_topic_keywords_and_personal_data(
            String year, int records, double all, double within, double withoutLargest) throws IOException {
        try (Aims aims = Aims.standard()) {
            List<Evaluation> evaluations = withWords(aims, year);
            Quality quality = quality(aims, year, evaluations);
            report(year, "with words in texts", quality, evaluations);

            assertThat(evaluations).hasSize(records);
            assertThat(quality.all()).isGreaterThan(all);
            assertThat(quality.withinAgencies()).isGreaterThan(within);
            assertThat(quality.withoutLargest()).isGreaterThan(withoutLargest);
        }
    }

    @ParameterizedTest
    @CsvSource({"2024, 1184", "2025, 2249"})
    void columns_alone_tell_more_than_chance(String year, int records) throws IOException {
        try (Aims aims = Aims.standard()) {
            List<Evaluation> evaluations = evaluations(aims, year, false);
            Quality quality = quality(aims, year, evaluations);
            report(year, "without words in texts", quality, evaluations);

            assertThat(evaluations).hasSize(records);
            assertThat(quality.all()).isGreaterThan(.6);
            assertThat(quality.withinAgencies()).isGreaterThan(.6);
        }
    }

    @ParameterizedTest
    @CsvSource({"2024", "2025"})
    void what_is_not_known_leaves_the_highest_risk_open_and_controls_undetermined(String year) throws IOException {
        try (Aims aims = Aims.standard()) {
            List<Evaluation> evaluations = withWords(aims, year);

            assertThat(evaluations)
                    .allMatch(evaluation -> evaluation.level().high() == RiskLevel.VERY_HIGH)
                    .allMatch(evaluation -> share(evaluation) > 0);
        }
    }

    private static double share(Evaluation evaluation) {
        return evaluation.controls().stream()
                .filter(control -> control.status() == ControlStatus.UNDETERMINED)
                .count();
    }

    private static void report(String year, String how, Quality quality, List<Evaluation> evaluations) {
        double controls =
                evaluations.stream().mapToDouble(FederalInventoryIT::share).sum();
        double risks = evaluations.stream()
                .flatMap(evaluation -> evaluation.risks().stream())
                .filter(risk -> !risk.level().isExact())
                .count();
        System.out.printf(
                Locale.ROOT,
                "%s %s: AUC %s; undetermined: %.1f %% of controls, %.1f %% of levels%n",
                year,
                how,
                quality,
                100 * controls / evaluations.size() / 38,
                100 * risks / evaluations.size() / 12);
    }

    private static List<Evaluation> withWords(Aims aims, String year) throws IOException {
        List<Evaluation> known = WITH_WORDS.get(year);
        if (known == null) {
            known = evaluations(aims, year, true);
            WITH_WORDS.put(year, known);
        }
        return known;
    }

    private static List<Evaluation> evaluations(Aims aims, String year, boolean texts) throws IOException {
        InventoryImporter importer = InventoryImporter.of(
                InventoryMapping.named("federal-" + year, Vocabularies.standard(), Catalogues.iso42001()));
        List<AiSystem> systems = new ArrayList<>();
        long start = System.nanoTime();
        try (InputStream csv = Files.newInputStream(folder(year).resolve("blind.csv"))) {
            (texts ? importer : importer.withoutTextPatterns())
                    .read("blind.csv", csv, (ImportedSystem s) -> systems.add(s.system()));
        }
        List<Evaluation> evaluations =
                systems.parallelStream().map(aims::evaluate).toList();
        System.out.printf(
                Locale.ROOT,
                "%s: %d records in %d ms%n",
                year,
                evaluations.size(),
                (System.nanoTime() - start) / 1_000_000);
        return evaluations;
    }

    private static Quality quality(Aims aims, String year, List<Evaluation> evaluations) throws IOException {
        Map<String, String[]> labels = new HashMap<>();
        for (String line : Files.readAllLines(folder(year).resolve("labels.csv"), StandardCharsets.UTF_8)) {
            if (line.startsWith("F")) {
                // The free text of the determination stands in the middle: agency from the left, the label from the
                // right.
                String[] left = line.split(",", 4);
                String[] right = line.split(",", -1);
                labels.put(left[0], new String[] {left[2], right[right.length - 2]});
            }
        }
        List<Labelled> labelled = new ArrayList<>();
        for (Evaluation evaluation : evaluations) {
            String[] label =
                    Optional.ofNullable(labels.get(evaluation.system().id())).orElse(new String[] {"", ""});
            if (!label[1].isEmpty()) {
                labelled.add(new Labelled(label[0], label[1].equals("1"), evaluation));
            }
        }
        RiskOrder order = new RiskOrder(aims.criteria());
        Map<String, List<Labelled>> agencies = new TreeMap<>();
        labelled.forEach(one -> agencies.computeIfAbsent(one.agency(), agency -> new ArrayList<>())
                .add(one));
        List<Labelled> largest = agencies.values().stream()
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
        return new Quality(
                auc(labelled, order),
                agencies.values().stream()
                        .filter(agency -> agency.stream().anyMatch(Labelled::elevated)
                                && !agency.stream().allMatch(Labelled::elevated))
                        .mapToDouble(agency -> auc(agency, order))
                        .average()
                        .orElseThrow(),
                auc(
                        labelled.stream()
                                .filter(one ->
                                        !one.agency().equals(largest.get(0).agency()))
                                .toList(),
                        order));
    }

    /** The share of pairs of an elevated and another system of which the elevated one comes first; half for ties. */
    private static double auc(List<Labelled> systems, RiskOrder order) {
        double won = 0;
        long pairs = 0;
        for (Labelled elevated : systems) {
            for (Labelled other : systems) {
                if (elevated.elevated() && !other.elevated()) {
                    int comparison = order.compareRisk(elevated.evaluation(), other.evaluation());
                    won += comparison < 0 ? 1 : comparison == 0 ? .5 : 0;
                    pairs++;
                }
            }
        }
        return won / pairs;
    }

    private static Path folder(String year) {
        Path root = Path.of(System.getProperty("aims.root", "."));
        String chosen = System.getProperty("aims.shared", "");
        Path shared = chosen.isEmpty() ? root.resolveSibling("shared") : Path.of(chosen);
        Path folder = shared.resolve("data").resolve("federal-ai-inventory-" + year);
        Assumptions.assumeTrue(Files.isDirectory(folder), "Skipped: no inventory of " + year + " in ../shared/data");
        return folder;
    }
}
