package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Vocabularies;
import io.aims.error.Fault;
import io.aims.system.AiSystem;
import io.aims.treatment.ControlStates;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DependenciesInFilesTest {

    private static final SystemReader READER = new SystemReader(Vocabularies.standard(), Catalogues.iso42001());

    @ParameterizedTest
    @EnumSource(SystemFormat.class)
    void what_a_system_depends_on_is_read_back_as_it_was(SystemFormat format) {
        AiSystem system = AiSystem.named("loan-scoring")
                .suppliers("Owl, Inc.", "null", "42", "Kite \"works\": [a]", "\u202Eevil\u0007", "#hash")
                .models("example-llm:7b")
                .dataSets("applications 2019-2024", "\u6771\u4eac")
                .build();

        String text = new SystemWriter(format).text(new SystemDocument(system, ControlStates.unknown()));

        assertThat(read(text, format)).isEqualTo(system);
    }

    @Test
    void a_system_that_names_nothing_is_written_as_before() {
        String text = new SystemWriter(SystemFormat.YAML)
                .text(new SystemDocument(AiSystem.named("plain").build(), ControlStates.unknown()));

        assertThat(text).isEqualTo("id: plain\n");
    }

    @Test
    void names_are_sorted_and_each_stands_once() {
        AiSystem system = read("id: a\nsuppliers: [Owl, ' Kite ', Owl]\nmodels: []\n", SystemFormat.YAML);

        assertThat(system.suppliers()).containsExactly("Kite", "Owl");
        assertThat(system.models()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "suppliers: Owl",
                "suppliers: [Owl, ' ']",
                "models: [{name: m}]",
                "dataSets: {a: b}",
                "supplier: [Owl]",
                "datasets: [a]"
            })
    void what_is_no_list_of_names_is_a_fault_with_its_place(String line) {
        SystemEntry entry = entry("id: a\n" + line + "\n", SystemFormat.YAML);

        assertThat(entry)
                .isInstanceOfSatisfying(
                        SystemEntry.Refused.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .extracting(Fault::toString)
                                .asString()
                                .contains(":2:")
                                .containsPattern("suppliers|models|dataSets"));
    }

    private static AiSystem read(String text, SystemFormat format) {
        return ((SystemEntry.Accepted) entry(text, format)).document().system();
    }

    private static SystemEntry entry(String text, SystemFormat format) {
        return READER.stream(
                        "system", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Optional.of(format))
                .findFirst()
                .orElseThrow();
    }
}
