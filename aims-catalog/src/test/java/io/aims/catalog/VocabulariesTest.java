package io.aims.catalog;

import static io.aims.system.vocabulary.Characteristics.AFFECTED_POPULATION;
import static io.aims.system.vocabulary.Characteristics.AFFECTED_REACH;
import static io.aims.system.vocabulary.Characteristics.AIMS_ROLES;
import static io.aims.system.vocabulary.Characteristics.ANNEX_THREE_USES;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.BIOMETRIC_FUNCTIONS;
import static io.aims.system.vocabulary.Characteristics.CONTINUOUS_LEARNING;
import static io.aims.system.vocabulary.Characteristics.DECISION_ROLE;
import static io.aims.system.vocabulary.Characteristics.GENERATED_MODALITIES;
import static io.aims.system.vocabulary.Characteristics.GENERATIVE_CAPABILITY;
import static io.aims.system.vocabulary.Characteristics.LIFECYCLE_STAGE;
import static io.aims.system.vocabulary.Characteristics.LOGIC_ORIGIN;
import static io.aims.system.vocabulary.Characteristics.PERSONAL_DATA_CATEGORY;
import static io.aims.system.vocabulary.Characteristics.THIRD_PARTY_ELEMENTS;
import static io.aims.system.vocabulary.Characteristics.VULNERABLE_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.Contradiction;
import io.aims.system.ContradictionRule;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Tier;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.system.vocabulary.Characteristics;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VocabulariesTest {

    private static final Vocabulary STANDARD = Vocabularies.standard();

    @Test
    void data_and_types_agree_in_order_kind_and_values() throws Exception {
        List<String> described = new ArrayList<>();
        for (Node node : data()) {
            Fields fields = Fields.of(node, new Faults(), "X", "characteristic");
            String values = fields.text("type").orElseThrow().equals("SCALE")
                    ? fields.requiredText("min") + ".." + fields.requiredText("max")
                    : String.join("|", fields.texts("values"));
            described.add(fields.requiredText("id") + " " + fields.requiredText("type") + " " + values);
        }

        assertThat(Characteristics.all().stream().map(VocabulariesTest::describe))
                .containsExactlyElementsOf(described);
    }

    @Test
    void every_entry_is_the_constant_and_not_a_copy() {
        assertThat(STANDARD.entries()).hasSize(79);
        for (int i = 0; i < 79; i++) {
            assertThat((Object) STANDARD.entries().get(i).characteristic())
                    .isSameAs(Characteristics.all().get(i));
        }
    }

    @Test
    void there_are_enough_questions_of_each_tier() {
        Map<Tier, Long> perTier = STANDARD.entries().stream()
                .collect(Collectors.groupingBy(VocabularyEntry::tier, Collectors.counting()));

        assertThat(perTier).containsOnlyKeys(Tier.values());
        assertThat(STANDARD.entry("aimsRoles").orElseThrow().tier()).isEqualTo(Tier.CORE);
        assertThat(STANDARD.entry("trainingComputeFlops").orElseThrow().tier()).isEqualTo(Tier.EU_MODULE);
    }

    @Test
    void every_characteristic_has_a_question_a_definition_a_section_and_sources() {
        assertThat(STANDARD.entries()).allSatisfy(entry -> {
            assertThat(entry.question()).endsWith("?");
            assertThat(entry.definition()).isNotBlank();
            assertThat(STANDARD.sections()).containsKey(entry.section());
            assertThat(entry.sources()).isNotEmpty();
        });
    }

    @Test
    void every_value_has_a_phrase_that_explains_it() {
        assertThat(STANDARD.entries()).allSatisfy(entry -> {
            if (entry.characteristic() instanceof EnumeratedCharacteristic<?> enumerated
                    && !entry.meanings().isEmpty()) {
                assertThat(entry.meanings().keySet()).containsExactlyElementsOf(enumerated.valueIds());
            }
        });
    }

    @Test
    void sections_stand_in_order() {
        assertThat(STANDARD.sections().keySet())
                .containsExactly(
                        "identity", "automation", "technique", "data", "environment", "supply", "people", "regulation");
        assertThat(STANDARD.entries().stream().map(VocabularyEntry::section).distinct())
                .containsExactlyElementsOf(STANDARD.sections().keySet());
    }

    static List<Arguments> contradictions() {
        return List.of(
                contradiction("CON-01", only(DECISION_ROLE, "SOLE"), only(AUTOMATION_LEVEL, "NOT_AUTOMATED")),
                contradiction("CON-02", only(AIMS_ROLES, "AI_CUSTOMER"), only(THIRD_PARTY_ELEMENTS)),
                contradiction("CON-03", only(AFFECTED_REACH, "NO_PERSONS"), atLeast(AFFECTED_POPULATION, "UP_TO_1000")),
                contradiction("CON-04", only(AFFECTED_REACH, "NO_PERSONS"), some(VULNERABLE_GROUPS)),
                contradiction("CON-05", some(BIOMETRIC_FUNCTIONS), only(PERSONAL_DATA_CATEGORY, "PERSONAL")),
                contradiction("CON-06", only(GENERATIVE_CAPABILITY, "NONE"), some(GENERATED_MODALITIES)),
                contradiction(
                        "CON-07",
                        only(LOGIC_ORIGIN, "HUMAN_CODED"),
                        atLeast(CONTINUOUS_LEARNING, "SCHEDULED_RETRAINING")),
                contradiction(
                        "CON-08", only(LIFECYCLE_STAGE, "CONTINUOUS_VALIDATION"), only(CONTINUOUS_LEARNING, "NONE")),
                contradiction("CON-09", some(ANNEX_THREE_USES), only(BIOMETRIC_FUNCTIONS, "VERIFICATION")));
    }

    @Test
    void facts_of_the_world_are_given_and_how_the_system_is_built_is_not() {
        assertThat(STANDARD.entries())
                .filteredOn(entry -> entry.section().equals("automation"))
                .isNotEmpty()
                .noneMatch(VocabularyEntry::given);
        assertThat(
                        List.of("jurisdictions", "vulnerableGroups", "decisionEffect", "incidentHistory", "aimsRoles")
                                .stream()
                                .map(id -> STANDARD.entry(id).orElseThrow()))
                .allMatch(VocabularyEntry::given);
    }

    @Test
    void there_are_nine_contradictions() {
        assertThat(STANDARD.contradictionRules())
                .extracting(ContradictionRule::id)
                .containsExactly(
                        "CON-01", "CON-02", "CON-03", "CON-04", "CON-05", "CON-06", "CON-07", "CON-08", "CON-09");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void a_contradiction_is_reported_with_both_answers(String id, Answer one, Answer other) {
        assertThat(STANDARD.contradictionsIn(system(one, other)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.id()).isEqualTo(id);
                    assertThat(found.answers()).containsExactlyInAnyOrder(one, other);
                    assertThat(found.why()).isNotBlank();
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void a_contradiction_is_not_reported_while_a_side_is_unknown(String id, Answer one, Answer other) {
        assertThat(STANDARD.contradictionsIn(system(one))).isEmpty();
        assertThat(STANDARD.contradictionsIn(system(other))).isEmpty();
        assertThat(STANDARD.contradictionsIn(system(one, unknown(other)))).isEmpty();
        assertThat(STANDARD.contradictionsIn(system(unknown(one), other))).isEmpty();
    }

    static List<Arguments> agreements() {
        return List.of(
                contradiction("CON-01", atLeast(DECISION_ROLE, "SOLE"), only(AUTOMATION_LEVEL, "ASSISTANCE")),
                contradiction("CON-02", only(AIMS_ROLES, "AI_CUSTOMER", "AI_PRODUCER"), only(THIRD_PARTY_ELEMENTS)),
                contradiction("CON-02", only(AIMS_ROLES), only(THIRD_PARTY_ELEMENTS)),
                contradiction("CON-03", only(AFFECTED_REACH, "NO_PERSONS"), only(AFFECTED_POPULATION, "NONE")),
                contradiction("CON-04", only(AFFECTED_REACH, "NO_PERSONS"), only(VULNERABLE_GROUPS)),
                contradiction("CON-05", some(BIOMETRIC_FUNCTIONS), only(PERSONAL_DATA_CATEGORY, "SPECIAL_OR_CRIMINAL")),
                contradiction("CON-05", only(BIOMETRIC_FUNCTIONS), only(PERSONAL_DATA_CATEGORY, "PERSONAL")),
                contradiction("CON-06", only(GENERATIVE_CAPABILITY, "NONE"), only(GENERATED_MODALITIES)),
                contradiction("CON-07", only(LOGIC_ORIGIN, "HUMAN_CODED"), only(CONTINUOUS_LEARNING, "NONE")),
                contradiction("CON-08", only(LIFECYCLE_STAGE, "RETIREMENT"), only(CONTINUOUS_LEARNING, "NONE")),
                contradiction("CON-09", some(ANNEX_THREE_USES), some(BIOMETRIC_FUNCTIONS)));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @MethodSource("agreements")
    void answers_that_agree_are_no_contradiction(String id, Answer one, Answer other) {
        assertThat(STANDARD.contradictionsIn(system(one, other)))
                .extracting(Contradiction::id)
                .doesNotContain(id);
    }

    private static final String CHARACTERISTICS = """
            vocabulary: v
            version: 1
            sections: [{id: all, title: All}]
            characteristics:
              - {id: acmeKind, section: all, tier: CORE, type: NOMINAL, values: [A, B], question: Q?, definition: D., sources: [S]}
              - {id: acmeSome, section: all, tier: CORE, type: SET, values: [A, B], question: Q?, definition: D., sources: [S]}
            """;

    private static final List<Characteristic<?>> TYPES = List.of(
            io.aims.system.NominalCharacteristic.of("acmeKind", List.of("A", "B")),
            SetCharacteristic.of("acmeSome", List.of("A", "B")));

    @Test
    void claims_of_every_form_are_read() {
        Vocabulary vocabulary = read(CHARACTERISTICS, "{acmeKind: {in: [A]}, acmeSome: {contains: [B]}}");

        assertThat(vocabulary.contradictionRules().get(0).claims())
                .containsExactly(
                        new ContradictionRule.Within(TYPES.get(0), new Bounds.OneOf(1)),
                        new ContradictionRule.Within(TYPES.get(1), new Bounds.Members(2, false)));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{acmeKind: {in: [A]}} | must have at least two claims, not 1",
                "{acmeKind: {in: [C]}, acmeSome: {empty: true}} | Characteristic acmeKind has no value C",
                "{acmeKind: {atLeast: A}, acmeSome: {empty: true}} | The claim about (acmeKind, c.yaml:4:39) has no form",
                "{acmeKind: {in: [A]}, acmeSome: {empty: no}} | The claim about (acmeSome, c.yaml:4:60) has no form",
                "{acmeKind: {in: [A]}, other: {empty: true}} | The claim about (other, c.yaml:4:60) has no form",
                "[] | must have at least two claims, not 0"
            })
    void a_wrong_claim_is_told(String claims, String message) {
        assertFaults(CHARACTERISTICS, claims, message);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "id: acmeKind | id: acmeSome | stands twice",
                "section: all | section: al | The section (al) of characteristic (acmeKind, v.yaml:5:5) is not known.",
                "values: [A, B] | values: [B, A] | differs from its constant in Characteristics.",
                "id: acmeKind | id: acmeType | differs from its constant in Characteristics.",
                "type: NOMINAL | type: ORDINAL | differs from its constant in Characteristics.",
                "version: 1 | version: [] | The version of vocabulary"
            })
    void a_wrong_vocabulary_is_told(String right, String wrong, String message) {
        assertFaults(
                CHARACTERISTICS.replaceFirst(java.util.regex.Pattern.quote(right), wrong),
                "{acmeKind: {in: [A]}, acmeSome: {empty: true}}",
                message);
    }

    private static void assertFaults(String characteristics, String claims, String message) {
        assertThatThrownBy(() -> read(characteristics, claims)).isInstanceOfSatisfying(AimsException.class, e -> {
            assertThat(e.faults()).extracting(Fault::code).containsOnly("AIMS-2020");
            assertThat(e.faults())
                    .anySatisfy(fault -> assertThat(fault.message()).contains(message));
        });
    }

    private static Vocabulary read(String characteristics, String claims) {
        String contradictions =
                "vocabulary: v\nversion: 1\ncontradictions:\n  - {id: C-1, why: Because., claims: " + claims + "}\n";
        return Vocabularies.read(
                Documents.yaml("v.yaml", characteristics), Documents.yaml("c.yaml", contradictions), TYPES);
    }

    private static List<Node> data() throws Exception {
        try (InputStream bytes = Vocabularies.class.getResourceAsStream("vocabulary/characteristics.yaml")) {
            Node root = Documents.yaml("characteristics.yaml", bytes);
            return Fields.of(root, new Faults(), "X", "vocabulary").items("characteristics");
        }
    }

    private static String describe(Characteristic<?> characteristic) {
        String values = "";
        if (characteristic instanceof EnumeratedCharacteristic<?> enumerated) {
            values = String.join("|", enumerated.valueIds());
        } else if (characteristic instanceof ScaleCharacteristic scale) {
            values = scale.least() + ".." + scale.most();
        }
        return characteristic.id() + " " + characteristic.type() + " " + values;
    }

    private static AiSystem system(Answer... answers) {
        Map<String, Answer> latest = new LinkedHashMap<>();
        for (Answer answer : answers) {
            latest.put(answer.characteristic().id(), answer);
        }
        return AiSystem.named("s").putAll(latest.values()).build();
    }

    private static Answer unknown(Answer answer) {
        return Answer.of(answer.characteristic(), answer.characteristic().unknown());
    }

    private static Arguments contradiction(String id, Answer one, Answer other) {
        return Arguments.of(id, one, other);
    }

    /** Exactly these values. */
    private static Answer only(EnumeratedCharacteristic<?> characteristic, String... values) {
        long mask = 0;
        int position = 0;
        for (String value : values) {
            position = characteristic.valueIds().indexOf(value);
            assertThat(position).as(value).isNotNegative();
            mask |= 1L << position;
        }
        return Answer.of(
                characteristic,
                switch (characteristic.type()) {
                    case SET -> new Bounds.Members(mask, true);
                    case NOMINAL -> new Bounds.OneOf(mask);
                    default -> new Bounds.Ranks(position, position);
                });
    }

    private static Answer atLeast(OrdinalCharacteristic<?> characteristic, String value) {
        int position = characteristic.valueIds().indexOf(value);
        assertThat(position).as(value).isNotNegative();
        return Answer.of(
                characteristic,
                new Bounds.Ranks(position, characteristic.values().size() - 1));
    }

    /** The first value, and maybe more. */
    private static Answer some(SetCharacteristic<?> characteristic) {
        return Answer.of(characteristic, new Bounds.Members(1, false));
    }
}
