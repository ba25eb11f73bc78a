package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.control.ControlId;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.DateCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.Provenance;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.Tier;
import io.aims.system.VocabularyEntry;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlStates;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemWriterTest {

    private static final List<String> AWKWARD = List.of(
            "plain",
            "two words",
            "Büro, 東京: \uD83D\uDE00",
            "a \"quoted\" \\ text",
            "two\nlines\tand a tab",
            "- not a list",
            "# not a comment",
            "null",
            "~",
            "true",
            "017",
            "1e24",
            "2026-03-01",
            "trailing blank ",
            " leading",
            "key: value",
            "{a: b}",
            "[a]",
            "*alias",
            "&anchor",
            "!tag",
            "'single'",
            "a # b",
            "%",
            "@",
            "\u2028\u00A0\u200Bx");

    @Test
    void the_text_is_as_short_as_it_can_be_and_in_one_order() {
        SystemDocument document = Given.yaml("""
                controls: {A.10.2: PLANNED, A.9.2: {state: EFFECTIVE, evidence: audit, until: 2027-02-28}}
                characteristics:
                  vulnerableGroups: {value: [ECONOMICALLY_DEPENDENT]}
                  trainingComputeFlops: 1e24
                  technologyReadinessLevel: {atLeast: 6}
                  explainability: {value: OPAQUE, by: model owner, on: 2026-03-01, evidence: "card: 4.2"}
                  continuousLearning: {atLeast: SCHEDULED_RETRAINING, atMost: GATED_ONLINE}
                  biometricFunctions: []
                  applicationDomains: {contains: [CREDIT_OR_INSURANCE], basis: INFERRED}
                  profiling: YES
                  lifecycleStage: {in: [DEPLOYMENT, OPERATION_AND_MONITORING]}
                name: Loans
                id: loan
                """);

        assertThat(new SystemWriter(SystemFormat.YAML).text(document)).isEqualTo("""
                        id: loan
                        name: Loans
                        characteristics:
                          applicationDomains: {contains: [CREDIT_OR_INSURANCE], basis: INFERRED}
                          biometricFunctions: []
                          continuousLearning: {atLeast: SCHEDULED_RETRAINING, atMost: GATED_ONLINE}
                          explainability: {value: OPAQUE, by: model owner, on: 2026-03-01, evidence: "card: 4.2"}
                          lifecycleStage: {in: [DEPLOYMENT, OPERATION_AND_MONITORING]}
                          profiling: YES
                          technologyReadinessLevel: {atLeast: 6}
                          trainingComputeFlops: 1E+24
                          vulnerableGroups: [ECONOMICALLY_DEPENDENT]
                        controls:
                          A.9.2: {state: EFFECTIVE, evidence: audit, until: 2027-02-28}
                          A.10.2: PLANNED
                        """);
        assertThat(new SystemWriter(SystemFormat.JSON_LINES).text(document))
                .startsWith(
                        "{\"id\":\"loan\",\"name\":\"Loans\",\"characteristics\":{\"applicationDomains\":{\"contains\"")
                .endsWith("\"A.10.2\":\"PLANNED\"}}\n")
                .containsOnlyOnce("\n");
    }

    @Property(tries = 500)
    void what_is_written_reads_back_as_it_was(@ForAll long seed) {
        SystemDocument document = random(new Random(seed));
        for (SystemFormat format : SystemFormat.values()) {
            String text = new SystemWriter(format).text(document);

            List<SystemEntry> entries = Given.entries(format, text);

            assertThat(entries).as(text).hasSize(1);
            assertThat(entries.get(0)).as(text).isInstanceOf(SystemEntry.Accepted.class);
            assertThat(((SystemEntry.Accepted) entries.get(0)).document())
                    .as(text)
                    .isEqualTo(document);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-02, 2026-08-02, 2026-08-02",
        "2026-08-02, 9999-12-31, {atLeast: 2026-08-02}",
        "0001-01-01, 2026-08-02, {atMost: 2026-08-02}",
        "'2025-02-02', '2026-08-02', '{atLeast: 2025-02-02, atMost: 2026-08-02}'",
        "0001-01-01, 9999-12-31, {atLeast: 0001-01-01}",
    })
    void days_read_back_as_they_were(LocalDate earliest, LocalDate latest, String written) {
        DateCharacteristic day = DateCharacteristic.of("acmeDay");
        SystemReader reader = new SystemReader(
                Given.VOCABULARY.with(List.of(new VocabularyEntry(
                        day, "identity", Tier.EU_MODULE, "When?", Map.of(), "A day.", "", List.of()))),
                Given.CATALOGUE);
        SystemDocument document = new SystemDocument(
                AiSystem.named("loan")
                        .put(Answer.of(day, new Bounds.Days(earliest, latest)))
                        .build(),
                ControlStates.unknown());

        for (SystemFormat format : SystemFormat.values()) {
            String text = new SystemWriter(format).text(document);
            if (format == SystemFormat.YAML) {
                assertThat(text).contains("acmeDay: " + written + "\n");
            }
            try (Stream<SystemEntry> entries = reader.stream(
                    "given", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Optional.of(format))) {
                assertThat(entries.map(entry -> ((SystemEntry.Accepted) entry).document()))
                        .containsExactly(document);
            }
        }
    }

    private static SystemDocument random(Random random) {
        AiSystem.Builder system = AiSystem.named(awkward(random));
        if (random.nextBoolean()) {
            system.name(awkward(random)).description(awkward(random));
        }
        double share = random.nextDouble();
        for (VocabularyEntry entry : Given.VOCABULARY.entries()) {
            if (random.nextDouble() < share) {
                system.put(
                        new Answer(entry.characteristic(), bounds(entry.characteristic(), random), provenance(random)));
            }
        }
        SortedMap<ControlId, ControlState> states = new TreeMap<>();
        TreeSet<ControlId> open = new TreeSet<>();
        Given.CATALOGUE.controls().forEach(control -> {
            switch (random.nextInt(10)) {
                case 0, 1 -> states.put(control.id(), state(random));
                case 2 -> open.add(control.id());
                default -> {}
            }
        });
        return new SystemDocument(system.build(), new ControlStates(states, open));
    }

    private static Bounds bounds(Characteristic<?> characteristic, Random random) {
        if (characteristic instanceof EnumeratedCharacteristic<?> enumerated) {
            int count = enumerated.values().size();
            int one = random.nextInt(count);
            int other = random.nextInt(count);
            long mask = random.nextLong() & ((1L << count) - 1);
            return switch (characteristic.type()) {
                case SET -> new Bounds.Members(mask, random.nextBoolean());
                case NOMINAL -> new Bounds.OneOf(mask == 0 ? 1 : mask);
                case BOOLEAN -> new Bounds.Ranks(one, one);
                default -> new Bounds.Ranks(Math.min(one, other), Math.max(one, other));
            };
        }
        if (characteristic instanceof ScaleCharacteristic scale) {
            int one = scale.least() + random.nextInt(scale.most() - scale.least() + 1);
            int other = scale.least() + random.nextInt(scale.most() - scale.least() + 1);
            return new Bounds.Numbers(
                    BigDecimal.valueOf(Math.min(one, other)), BigDecimal.valueOf(Math.max(one, other)));
        }
        BigDecimal low = new BigDecimal(random.nextInt(1000)).scaleByPowerOfTen(random.nextInt(60) - 20);
        BigDecimal high = random.nextBoolean() ? null : low.multiply(BigDecimal.valueOf(1 + random.nextInt(3)));
        return new Bounds.Numbers(low, high);
    }

    private static Provenance provenance(Random random) {
        return random.nextBoolean()
                ? Provenance.NONE
                : new Provenance(
                        maybe(random),
                        random.nextBoolean() ? LocalDate.ofEpochDay(random.nextInt(30_000)) : null,
                        maybe(random),
                        random.nextBoolean() ? Provenance.Basis.STATED : Provenance.Basis.INFERRED);
    }

    private static ControlState state(Random random) {
        ControlState.Stage stage = ControlState.Stage.values()[random.nextInt(ControlState.Stage.values().length)];
        LocalDate since = random.nextBoolean() ? LocalDate.ofEpochDay(random.nextInt(20_000)) : null;
        return new ControlState(
                stage,
                maybe(random),
                maybe(random),
                maybe(random),
                since,
                random.nextBoolean() ? LocalDate.ofEpochDay(20_000 + random.nextInt(9_000)) : null);
    }

    private static String awkward(Random random) {
        return AWKWARD.get(random.nextInt(AWKWARD.size()));
    }

    private static @Nullable String maybe(Random random) {
        return random.nextBoolean() ? awkward(random) : null;
    }
}
