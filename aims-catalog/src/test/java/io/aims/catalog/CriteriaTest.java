package io.aims.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.risk.Likelihood;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CriteriaTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: rate {1}, band from {2}")
    @CsvSource({
        "VERY_LOW,  0.0101, 0",
        "LOW,       0.0408, 0.0203",
        "MODERATE,  0.1278, 0.0834",
        "HIGH,      0.3567, 0.2877",
        "VERY_HIGH, 0.9163, 0.7986"
    })
    void the_standard_numbers_are_those_of_the_method(Likelihood likelihood, double rate, double bandStart) {
        assertThat(Criteria.standard().rate(likelihood)).isCloseTo(rate, within(0.00005));
        assertThat(Criteria.standard().band(bandStart)).isEqualTo(likelihood);
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3} {4} {5}")
    @CsvSource({
        "VERY_HIGH, VERY_LOW, LOW, MODERATE, HIGH, VERY_HIGH",
        "HIGH, VERY_LOW, LOW, MODERATE, HIGH, VERY_HIGH",
        "MODERATE, VERY_LOW, LOW, MODERATE, MODERATE, HIGH",
        "LOW, VERY_LOW, LOW, LOW, LOW, MODERATE",
        "VERY_LOW, VERY_LOW, VERY_LOW, VERY_LOW, LOW, LOW"
    })
    void the_standard_table_is_that_of_nist(
            Likelihood likelihood, RiskLevel one, RiskLevel two, RiskLevel three, RiskLevel four, RiskLevel five) {
        List<RiskLevel> row = List.of(one, two, three, four, five);
        for (Severity severity : Severity.values()) {
            assertThat(Criteria.standard().level(likelihood, severity)).isEqualTo(row.get(severity.ordinal()));
        }
    }

    @Test
    void how_much_is_tolerated_is_for_the_organisation_to_say() throws IOException {
        assertThat(Criteria.standard().tolerance()).isEmpty();
        assertThat(Criteria.read(write(standard() + "tolerance: LOW\n")).tolerance())
                .contains(RiskLevel.LOW);
    }

    @Test
    void a_text_at_hand_is_read_as_a_file() throws IOException {
        assertThat(Criteria.read("tenant", standard() + "tolerance: HIGH\n").tolerance())
                .contains(RiskLevel.HIGH);
    }

    @Test
    void the_limits_of_the_method_are_said() {
        assertThat(Criteria.standard().limits())
                .hasSize(4)
                .anyMatch(limit -> limit.contains("expert judgement"))
                .anyMatch(limit -> limit.contains("not legal advice"));
    }

    @Test
    void an_organisation_copies_the_file_and_changes_it() throws IOException {
        RiskCriteria own = Criteria.read(write(standard()
                .replace("criteria: iso-42001-criteria", "criteria: acme")
                .replace("anchor: 0.12,", "anchor: 0.2,")));

        assertThat(own.id()).isEqualTo("acme");
        assertThat(own.rate(Likelihood.MODERATE)).isCloseTo(0.2231, within(0.0001));
        assertThat(own.fingerprint()).isNotEqualTo(Criteria.standard().fingerprint());
        assertThat(Criteria.read(write(standard())).fingerprint())
                .isEqualTo(Criteria.standard().fingerprint());
    }

    static List<Arguments> mistakes() {
        return List.of(
                Arguments.of("anchor: 0.12", "anchor: 12%", "AIMS-2022", "The anchor (12%, "),
                Arguments.of("anchor: 0.12", "anchor: .12", "AIMS-2022", "The anchor (.12, "),
                Arguments.of("anchor: 0.12", "anchor: 0.1234567890", "AIMS-2022", "with at most nine places."),
                Arguments.of("anchor: 0.12", "anchor: 1e-9", "AIMS-2022", "must be a decimal between 0 and 1"),
                Arguments.of("anchor: 0.12,", "", "AIMS-2022", "has no anchor."),
                Arguments.of("anchor: 0.12", "anchor: 0.04", "AIMS-2030", "The anchor of MODERATE (0.04)"),
                Arguments.of("below: 0.08", "below: 0.13", "AIMS-2030", "The band of MODERATE (0.13)"),
                Arguments.of("below: 1.00", "below: 0.9", "AIMS-2022", "The below (0.9) of likelihood (VERY_HIGH, "),
                Arguments.of("{id: LOW, anchor", "{id: LOV, anchor", "AIMS-2022", "The id (LOV) of likelihood"),
                Arguments.of("{id: LOW, anchor", "{id: MODERATE, anchor", "AIMS-2022", "The likelihood (MODERATE, "),
                Arguments.of("  LOW: [VERY_LOW, LOW,", "  LOW: [VERY_LOW, LO,", "AIMS-2022", "The level (LO, "),
                Arguments.of("  LOW: [VERY_LOW, LOW,", "  LOW: [LOW,", "AIMS-2022", "The levels of LOW ("),
                Arguments.of("  LOW: [VERY_LOW,", "  LOW: [LOW, VERY_LOW,", "AIMS-2022", "must be 5, not 6."),
                Arguments.of("  LOW: [VERY_LOW, LOW,", "  LOW: [LOW, LOW,", "AIMS-2030", "The level of MODERATE and"),
                Arguments.of("  VERY_LOW: [VERY_LOW,", "  NEVER: [VERY_LOW,", "AIMS-2022", "has a field (NEVER)"),
                Arguments.of("  - id: MINOR", "  - id: SMALL", "AIMS-2022", "The id (SMALL) of severity"),
                Arguments.of("status: EXPERT_JUDGEMENT\n", "", "AIMS-2022", "has no status."),
                Arguments.of("version: 1.0.0", "version: [1]", "AIMS-2022", "The version of criteria"),
                Arguments.of("levels:\n", "levels: []\nrows:\n", "AIMS-2022", "must be a map, not a list."),
                Arguments.of(
                        "limits:\n", "tolerance: NONE\nlimits:\n", "AIMS-2022", "The tolerance (NONE) of criteria"));
    }

    @ParameterizedTest(name = "{2}: {3}")
    @MethodSource("mistakes")
    void a_mistake_is_told(String right, String wrong, String code, String message) throws IOException {
        assertThat(standard()).contains(right);
        Path file = write(standard().replace(right, wrong));

        assertThatThrownBy(() -> Criteria.read(file)).isInstanceOfSatisfying(AimsException.class, e -> {
            assertThat(e.faults()).extracting(Fault::code).containsOnly(code);
            assertThat(e.faults())
                    .anySatisfy(fault -> assertThat(fault.message()).contains(message));
        });
    }

    @Test
    void all_mistakes_are_told_at_once() throws IOException {
        Path file = write(standard().replace("anchor: 0.12", "anchor: x").replace("anchor: 0.30", "anchor: y"));

        assertThatThrownBy(() -> Criteria.read(file))
                .isInstanceOfSatisfying(
                        AimsException.class, e -> assertThat(e.faults()).hasSize(2));
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("acme.yaml"), yaml);
    }

    private static String standard() throws IOException {
        try (InputStream bytes = Criteria.class.getResourceAsStream("criteria/iso-42001-criteria.yaml")) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
