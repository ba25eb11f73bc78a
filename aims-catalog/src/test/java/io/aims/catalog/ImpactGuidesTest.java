package io.aims.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.catalog.document.Documents;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.system.Characteristic;
import io.aims.system.VocabularyEntry;
import io.aims.treatment.assessment.ImpactGuide;
import io.aims.treatment.assessment.ImpactPart;
import io.aims.treatment.assessment.Judgement;
import io.aims.treatment.assessment.TopicFact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpactGuidesTest {

    private static final ImpactGuide GUIDE = ImpactGuides.standard();

    @Test
    void every_part_stands_in_the_guide_once_and_in_order() {
        assertThat(GUIDE.chapters())
                .extracting(ImpactGuide.Chapter::part)
                .containsExactlyElementsOf(Arrays.asList(ImpactPart.values()));
    }

    @Test
    void every_objective_and_every_characteristic_stands_in_a_topic() {
        assertThat(GUIDE.topics().flatMap(topic -> topic.objectives().stream()).collect(Collectors.toSet()))
                .containsAll(Catalogues.iso42001().objectives().stream()
                        .map(objective -> objective.id())
                        .toList());
        Set<Characteristic<?>> facts = GUIDE.topics()
                .flatMap(topic -> topic.facts().stream())
                .map(TopicFact::characteristic)
                .collect(Collectors.toSet());
        assertThat(facts)
                .containsAll(Vocabularies.standard().entries().stream()
                        .map(VocabularyEntry::characteristic)
                        .toList());
    }

    @Test
    void every_topic_has_something_to_judge_and_every_part_asks_for_benefit_consultation_and_acceptance() {
        assertThat(GUIDE.topics()).allMatch(topic -> !topic.judgements().isEmpty());
        for (ImpactGuide.Chapter chapter : GUIDE.chapters()) {
            Set<Judgement.Kind> kinds =
                    chapter.judgements().stream().map(Judgement::kind).collect(Collectors.toSet());
            assertThat(kinds).contains(Judgement.Kind.ACCEPTANCE);
            if (chapter.part() != ImpactPart.CAUSES) {
                assertThat(kinds).containsAll(EnumSet.of(Judgement.Kind.BENEFIT, Judgement.Kind.CONSULTATION));
            }
        }
    }

    @Test
    void the_text_is_plain_and_asks_where_it_asks() {
        GUIDE.topics().forEach(topic -> {
            assertThat(topic.about()).endsWith(".").hasSizeLessThan(160);
            assertThat(topic.judgements())
                    .allMatch(judgement -> judgement.question().endsWith("?"));
        });
    }

    @ParameterizedTest(name = "{2} instead of {1}")
    @CsvSource({
        "'part: GROUPS', 'part: GROUP', AIMS-2031, GROUPS",
        "'process: A.5.2', 'process: A.5.22', AIMS-2032, A.5.2",
        "'triggers: [A.5.3,', 'triggers: [A.5.9,', AIMS-2032, A.5",
        "'objectives: [C.2.7]', 'objectives: [C.2.77]', AIMS-2032, C.2.7",
        "'- personalDataCategory', '- personalDataKind', AIMS-2032, personalData",
        "'{vulnerableGroups: [CHILDREN]}', '{vulnerableGroups: [CHILD]}', AIMS-2032, CHILDREN",
        "'{vulnerableGroups: [CHILDREN]}', '{vulnerableGroups: []}', AIMS-2031, names no values",
        "'id: finances.effect', 'id: privacy.effect', AIMS-2031, stands twice",
        "'- id: finances', '- id: privacy', AIMS-2031, stands twice",
        "'kind: BENEFIT', 'kind: GAIN', AIMS-2031, is not known",
        "'scopes: [ORG_BASELINE,', 'scopes: [ORG_BASE,', AIMS-2032, ORG_BASELINE",
        "'objectives: [C.2.4]', 'objectives: [C.2.5]', AIMS-2033, C.2.4",
        "'          - computeIntensity', '', AIMS-2033, computeIntensity",
        "'version: 1.0.0', 'versions: 1.0.0', AIMS-2031, version"
    })
    void what_is_wrong_is_told_with_its_place(String right, String wrong, String code, String told) throws IOException {
        String text = text().replace(right, wrong);

        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        AimsException.class,
                        e -> assertThat(e.faults()).anySatisfy(fault -> {
                            assertThat(fault.code()).isEqualTo(code);
                            assertThat(fault.toString()).contains(told).contains("guide.yaml:");
                        }));
    }

    @Test
    void all_faults_are_told_at_once(@TempDir Path folder) throws IOException {
        String text = text().replace("A.5.4", "A.5.40").replace("C.2.9", "C.2.90");
        Path file = Files.writeString(folder.resolve("guide.yaml"), text);

        assertThatThrownBy(() -> ImpactGuides.read(file, Catalogues.iso42001(), Vocabularies.standard()))
                .isInstanceOfSatisfying(
                        AimsException.class, e -> assertThat(e.faults()).hasSizeGreaterThan(20));
    }

    @Test
    void a_guide_is_read_as_it_is_written(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("guide.yaml"), text());

        assertThat(ImpactGuides.read(file, Catalogues.iso42001(), Vocabularies.standard()))
                .isEqualTo(GUIDE);
        assertThatThrownBy(() ->
                        ImpactGuides.read(folder.resolve("none.yaml"), Catalogues.iso42001(), Vocabularies.standard()))
                .isInstanceOf(AimsException.class);
    }

    private static ImpactGuide read(String text) {
        return ImpactGuides.read(Documents.yaml("guide.yaml", text), Catalogues.iso42001(), Vocabularies.standard());
    }

    private static String text() throws IOException {
        return resource("assessment/impact-assessment.yaml");
    }

    static String resource(String name) throws IOException {
        try (InputStream in = ImpactGuides.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static List<String> codes(AimsException e) {
        return e.faults().stream().map(Fault::code).distinct().toList();
    }
}
