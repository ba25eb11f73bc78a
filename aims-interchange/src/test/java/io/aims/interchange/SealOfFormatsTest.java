package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.evaluation.Evaluator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SealOfFormatsTest {

    private static final String YAML = """
            id: istanbul
            name: Işık
            characteristics:
              vulnerableGroups: [WORKERS, ECONOMICALLY_DEPENDENT]
              trainingComputeFlops: 1e24
              technologyReadinessLevel: 9
              automationLevel: {value: HIGH_AUTOMATION, by: owner}
              lifecycleStage: {in: [OPERATION_AND_MONITORING, DEPLOYMENT]}
            """;
    private static final String LINE = "{\"characteristics\": {\"lifecycleStage\": {\"in\": [\"DEPLOYMENT\","
            + " \"OPERATION_AND_MONITORING\"]}, \"automationLevel\": {\"by\": \"owner\", \"value\":"
            + " \"HIGH_AUTOMATION\"}, \"technologyReadinessLevel\": 9, \"trainingComputeFlops\":"
            + " 1000000000000000000000000.0, \"vulnerableGroups\": [\"ECONOMICALLY_DEPENDENT\", \"WORKERS\"]},"
            + " \"name\": \"I\\u015f\\u0131k\", \"id\": \"istanbul\"}";

    @Test
    void the_same_facts_have_the_same_seal_in_every_format_and_locale() {
        Locale before = Locale.getDefault();
        Evaluator evaluator = Given.evaluator();
        String seal = seal(evaluator, SystemFormat.YAML, YAML);
        SystemDocument document = Given.yaml(YAML);
        try {
            for (String tag : List.of("en", "tr-TR", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));

                assertThat(seal(evaluator, SystemFormat.YAML, YAML)).isEqualTo(seal);
                assertThat(seal(evaluator, SystemFormat.JSON_LINES, LINE)).isEqualTo(seal);
                assertThat(seal(
                                evaluator,
                                SystemFormat.JSON,
                                LINE.replace("{", "{\n").replace(",", ",\n  ")))
                        .isEqualTo(seal);
                for (SystemFormat format : SystemFormat.values()) {
                    assertThat(seal(evaluator, format, new SystemWriter(format).text(document)))
                            .as(tag + " " + format)
                            .isEqualTo(seal);
                }
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String seal(Evaluator evaluator, SystemFormat format, String text) {
        SystemEntry entry = Given.entries(format, text).get(0);
        return evaluator
                .evaluate(((SystemEntry.Accepted) entry).document().system(), null)
                .seal()
                .value();
    }
}
