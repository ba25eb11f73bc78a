package io.aims.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.error.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What verifying has to say of the standard pack. */
class StandardPackVerificationTest {

    /**
     * How many warnings there are by their codes. Lower a number when it falls.
     *
     * <p>AIMS-2124: the floor of REG-13 comes from the law, and stays whatever a rule on combinations adds above it.
     */
    private static final Map<String, Integer> MOST = Map.of("AIMS-2124", 1);

    @Test
    void the_standard_pack_has_no_errors_and_only_the_warnings_known() {
        PackReport report = PackLoader.standard().verify(RulePacks.standardSource());

        assertThat(report.errors()).isEmpty();
        assertThat(report.packs()).hasSize(1);
        Map<String, List<Diagnostic>> warnings = report.warnings().stream()
                .collect(Collectors.groupingBy(warning -> warning.fault().code(), TreeMap::new, Collectors.toList()));
        assertThat(warnings)
                .allSatisfy((code, found) ->
                        assertThat(found).as(code).hasSizeLessThanOrEqualTo(MOST.getOrDefault(code, 0)));
    }
}
