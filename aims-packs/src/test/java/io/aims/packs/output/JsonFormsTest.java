package io.aims.packs.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.aims.error.Diagnostic;
import io.aims.error.Fault;
import io.aims.error.Place;
import io.aims.packs.PackTests;
import io.aims.packs.PackUnderTest;
import io.aims.packs.coverage.PackCoverage;
import io.aims.packs.coverage.Requirement;
import io.aims.packs.difference.ConditionRelation;
import io.aims.packs.difference.OutcomeChange;
import io.aims.packs.difference.PackDifference;
import io.aims.packs.difference.RuleComparison;
import io.aims.packs.difference.VersionStep;
import io.aims.packs.mutation.MutationKind;
import io.aims.packs.mutation.PackMutation;
import io.aims.packs.skeleton.PackSkeleton;
import io.aims.reasoning.change.CharacteristicChange;
import io.aims.reasoning.change.RuleField;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import io.aims.system.AiSystem;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.vocabulary.Characteristics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written is valid by the published schemas. */
class JsonFormsTest {

    private static final PackUnderTest ACME = acme(Map.of());
    private static final PackUnderTest OTHER = acme(Map.of(
            "acmeReach >= PUBLIC and automationLevel", "automationLevel",
            "[{acmeReach: PARTNERS}, {automationLevel: CONDITIONAL_AUTOMATION}]",
                    "[{automationLevel: CONDITIONAL_AUTOMATION}]",
            "[{acmeReach: PUBLIC}, {automationLevel: HIGH_AUTOMATION}]", "[{acmeReach: PUBLIC}]",
            "requires: [A.9.2]", "requires: [A.9.3]",
            "why: Anybody", "why: Nobody",
            "question: Who can use the product?", "question: Who uses the product?",
            "title: Named owner", "title: An owner",
            "licence: LicenseRef-Acme", "licence: Apache-2.0"));

    @Test
    void diagnostics() throws IOException {
        Fault fault = new Fault("AIMS-2009", "\"\u0000", "Maybe.", new Place("a", 1, 2));

        assertThat(faults(
                        DiagnosticsWriter.SCHEMA,
                        new DiagnosticsWriter()
                                .text(List.of(
                                        Diagnostic.error(fault),
                                        Diagnostic.warning(Fault.of("AIMS-2011", "B.", "C."))))))
                .isEmpty();
        assertThat(faults(DiagnosticsWriter.SCHEMA, "{}")).isNotEmpty();
    }

    @Test
    void tests_coverage_and_mutation() throws IOException {
        assertThat(PackTests.run(OTHER)).isNotEmpty();
        for (PackUnderTest pack : List.of(ACME, OTHER)) {
            assertThat(faults(CaseResultsWriter.SCHEMA, new CaseResultsWriter().text("acme", PackTests.run(pack))))
                    .isEmpty();
            assertThat(faults(CoverageWriter.SCHEMA, new CoverageWriter().text("acme", PackCoverage.of(pack))))
                    .isEmpty();
            assertThat(faults(MutationWriter.SCHEMA, new MutationWriter().text("acme", PackMutation.of(pack))))
                    .isEmpty();
        }
    }

    @Test
    void a_difference_with_outcomes() throws IOException {
        PackDifference difference = PackDifference.between(ACME.pack(), OTHER.pack());
        AiSystem system = AiSystem.named("chat")
                .answer(Characteristics.AUTOMATION_LEVEL, AutomationLevel.FULL_AUTOMATION)
                .build();
        List<OutcomeChange> outcomes = OutcomeChange.between(ACME.base(), OTHER.base(), List.of(system), null);

        assertThat(outcomes).hasSize(1);
        assertThat(difference.entries()).isNotEmpty();
        assertThat(difference.content().characteristicsChanged()).isNotEmpty();
        assertThat(faults(PackDifferenceWriter.SCHEMA, new PackDifferenceWriter().text(difference, outcomes)))
                .isEmpty();
        PackDifference reverse = PackDifference.between(OTHER.pack(), ACME.pack());
        assertThat(faults(PackDifferenceWriter.SCHEMA, new PackDifferenceWriter().text(reverse, List.of())))
                .isEmpty();
    }

    @Test
    void the_schemas_know_every_constant() throws IOException {
        knows(CoverageWriter.SCHEMA, Requirement.values());
        knows(MutationWriter.SCHEMA, MutationKind.values());
        knows(PackDifferenceWriter.SCHEMA, RuleField.values());
        knows(PackDifferenceWriter.SCHEMA, CharacteristicChange.Field.values());
        knows(PackDifferenceWriter.SCHEMA, ConditionRelation.values());
        knows(PackDifferenceWriter.SCHEMA, RuleComparison.Effect.values());
        knows(PackDifferenceWriter.SCHEMA, VersionStep.values());
    }

    private static void knows(String schema, Enum<?>... constants) throws IOException {
        String text = text(schema);
        assertThat(Stream.of(constants).map(constant -> '"' + constant.name() + '"'))
                .allMatch(text::contains);
    }

    private static PackUnderTest acme(Map<String, String> changes) {
        Map<String, String> files = new TreeMap<>(PackSkeleton.of("acme").files());
        files.remove("outcomes.yaml");
        files.computeIfPresent("pack.yaml", (name, text) -> text.replace("tests: [outcomes.yaml]\n", ""));
        changes.forEach((was, is) -> files.replaceAll((name, text) -> text.replace(was, is)));
        return PackUnderTest.of(PackLoader.standard(), PackSource.files("acme", files));
    }

    private static List<String> faults(String schema, String json) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(schema))
                .validate(json, InputFormat.JSON)
                .stream()
                .map(fault -> fault.getInstanceLocation() + " " + fault.getMessage())
                .toList();
    }

    private static String text(String schema) throws IOException {
        try (InputStream in = Objects.requireNonNull(DiagnosticsWriter.class.getResourceAsStream(schema))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
