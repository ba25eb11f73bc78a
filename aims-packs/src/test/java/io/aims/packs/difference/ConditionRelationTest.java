package io.aims.packs.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Vocabularies;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.rule.Condition;
import io.aims.rules.language.ConditionParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionRelationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "automationLevel >= AUTONOMY | automationLevel >= ASSISTANCE | WIDER",
                "automationLevel >= ASSISTANCE | automationLevel >= AUTONOMY | STRICTER",
                "automationLevel >= AUTONOMY and profiling = YES | profiling = YES and automationLevel >= AUTONOMY |"
                        + " EQUAL",
                "automationLevel >= AUTONOMY or automationLevel >= ASSISTANCE | automationLevel >= ASSISTANCE | EQUAL",
                "automationLevel >= AUTONOMY | profiling = YES | OTHER",
                "automationLevel >= AUTONOMY | automationLevel >= AUTONOMY and profiling = YES | STRICTER",
                "automationLevel >= AUTONOMY | always | WIDER",
                "technologyReadinessLevel <= 6 | technologyReadinessLevel <= 3 | STRICTER",
                "jurisdictions contains EU | jurisdictions notEmpty | WIDER",
                "jurisdictions containsAny {EU, UK} | jurisdictions contains EU or jurisdictions contains UK | EQUAL",
                "riskSources contains C.3.3 | riskSources contains C.3.3 or needed contains A.9.2 | WIDER",
                "level(C.2.1) >= HIGH | level(C.2.1) >= MODERATE | WIDER",
                "level(C.2.1) >= HIGH | level(C.2.5) >= HIGH | OTHER"
            })
    void conditions_are_compared_by_the_systems_for_which_they_hold(
            String was, String now, ConditionRelation expected) {
        assertThat(ConditionRelation.between(condition(was), condition(now))).isEqualTo(expected);
    }

    private static Condition condition(String text) {
        Faults faults = new Faults();
        Condition condition = new ConditionParser(Vocabularies.standard())
                .parse(text, "R-1", offset -> new Place("test", 1, offset + 1), faults)
                .orElseThrow(() -> new AssertionError(faults.toList()));
        assertThat(faults.isEmpty()).isTrue();
        return condition;
    }
}
