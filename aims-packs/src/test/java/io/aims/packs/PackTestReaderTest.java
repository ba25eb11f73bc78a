package io.aims.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.rule.RuleId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackTestReaderTest {

    @Test
    void a_case_says_what_must_come_out() {
        PackUnderTest tested = TestPacks.bakery().tested();

        assertThat(tested.cases()).hasSize(6);
        PackCase together = tested.cases().get(3);
        assertThat(together.title()).isEqualTo("Everything at once");
        assertThat(together.holds()).extracting(RuleId::value).containsExactly("BK-1", "BK-2", "BK-3", "BK-5");
        assertThat(together.levels())
                .containsEntry(new ObjectiveId("C.2.9"), Range.exactly(RiskLevel.HIGH))
                .hasSize(3);
        assertThat(together.concludes().get(new RuleId("BK-5"))).hasToString("{requires: [A.8.4]}");
        assertThat(together.place()).hasToString("bakery/outcomes.yaml:25:5");
        assertThat(tested.cases().get(5).levels())
                .containsEntry(new ObjectiveId("C.2.9"), new Range<>(RiskLevel.VERY_LOW, RiskLevel.HIGH));
        assertThat(tested.cases().get(0).concludes().get(new RuleId("BK-1")))
                .hasToString("{raises: [C.3.3], threatens: [C.2.9], likelihood: HIGH, severityFloor: MODERATE, "
                        + "requires: [A.6.2.8, A.9.2]}");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_with_its_place() {
        List<Fault> faults = faults("""

                  - title: Nobody there
                    answers: {ovenHeat: HOT, ovenHeet: HIGH}
                    holds: [BK-6]
                    requires: [A.9.22, A.9.2, A.9.2]
                    doesNotRequire: [A.9.2]
                    raises: [C.3.33]
                    levels: {C.2.99: HIGH, C.2.9: HIHG, C.2.8: HIGH..LOW}
                    concludes: {BK-7: {verdict: GO, likelihood: HIHG, forbids: [A.9.2]}, BK-1: NOTHING}
                  - title: What is open does not hold
                    answers: {}
                    holds: [BK-1]
                    open: [BK-1, BK-2]
                    concludes: {BK-2: {}}
                  - title: Nothing is expected
                    answers: {}
                  - answers: []
                    levels: HIGH
                survivors:
                  - {rule: BK-9, mutant: without requires A.8.4}
                """);

        assertThat(faults)
                .extracting(fault -> fault.code() + " " + fault.place().orElseThrow())
                .containsExactly(
                        "AIMS-1003 bakery/outcomes.yaml:44:25",
                        "AIMS-1004 bakery/outcomes.yaml:44:30",
                        "AIMS-2161 bakery/outcomes.yaml:45:13",
                        "AIMS-2161 bakery/outcomes.yaml:46:16",
                        "AIMS-2160 bakery/outcomes.yaml:46:31",
                        "AIMS-2161 bakery/outcomes.yaml:48:14",
                        "AIMS-2161 bakery/outcomes.yaml:49:14",
                        "AIMS-2160 bakery/outcomes.yaml:49:35",
                        "AIMS-2160 bakery/outcomes.yaml:49:48",
                        "AIMS-2161 bakery/outcomes.yaml:50:17",
                        "AIMS-2160 bakery/outcomes.yaml:50:49",
                        "AIMS-2160 bakery/outcomes.yaml:50:33",
                        "AIMS-2160 bakery/outcomes.yaml:50:55",
                        "AIMS-2160 bakery/outcomes.yaml:50:80",
                        "AIMS-2162 bakery/outcomes.yaml:43:5",
                        "AIMS-2162 bakery/outcomes.yaml:43:5",
                        "AIMS-2162 bakery/outcomes.yaml:51:5",
                        "AIMS-2162 bakery/outcomes.yaml:51:5",
                        "AIMS-2162 bakery/outcomes.yaml:56:5",
                        "AIMS-2160 bakery/outcomes.yaml:58:5",
                        "AIMS-1005 bakery/outcomes.yaml:58:14",
                        "AIMS-2160 bakery/outcomes.yaml:59:13",
                        "AIMS-2161 bakery/outcomes.yaml:61:12",
                        "AIMS-2160 bakery/outcomes.yaml:61:5");
        assertThat(faults)
                .extracting(Fault::message)
                .contains(
                        "The case (Nobody there), bakery/outcomes.yaml:43:5, has the title of another case.",
                        "In case (Nobody there), bakery/outcomes.yaml:43:5, control (A.9.2) must be required and not be "
                                + "required.",
                        "In case (What is open does not hold), bakery/outcomes.yaml:51:5, rule (BK-1) must hold and be "
                                + "open.",
                        "In case (What is open does not hold), bakery/outcomes.yaml:51:5, rule (BK-2) must conclude and "
                                + "be open.",
                        "The case (Nothing is expected), bakery/outcomes.yaml:56:5, expects nothing, so that it can never "
                                + "fail.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BK-11  | Maybe you meant (BK-1).
                    ZEBRA9 | Maybe a pack that brings it is missing.
                    """)
    void an_id_that_is_not_there_comes_with_the_nearest_one(String id, String advice) {
        assertThat(faults("\n  - {title: New, answers: {}, holds: [" + id + "]}\n"))
                .extracting(Fault::advice)
                .containsExactly(advice);
    }

    @Test
    void a_file_that_is_no_yaml_is_a_fault() {
        assertThat(faults("\n  - {title: [\n")).isNotEmpty();
    }

    @Test
    void foreign_text_in_a_message_is_escaped() {
        assertThat(faults("\n  - {title: \"A\\u001b[2J\", answers: {}}\n"))
                .extracting(Fault::message)
                .singleElement()
                .asString()
                .contains("case (A\\u001b[2J)");
    }

    private static List<Fault> faults(String more) {
        TestPacks.Bakery wrong = TestPacks.bakery().withTests(more);
        return catchThrowableOfType(AimsException.class, wrong::tested).faults();
    }
}
