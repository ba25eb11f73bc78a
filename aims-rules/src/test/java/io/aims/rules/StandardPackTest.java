package io.aims.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Vocabularies;
import io.aims.control.Control;
import io.aims.error.Faults;
import io.aims.risk.Objective;
import io.aims.risk.RiskSource;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleExample;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.rule.Truth;
import io.aims.rules.internal.files.FolderFiles;
import io.aims.rules.language.ConditionParser;
import io.aims.source.Confidence;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StandardPackTest {

    private static final RulePack PACK = PackLoader.standard().read(RulePacks.standardSource());

    @Test
    void the_pack_holds_304_rules_in_26_chapters() {
        assertThat(PACK.chapters()).hasSize(26).allSatisfy(chapter -> {
            assertThat(chapter.title()).isNotBlank();
            assertThat(chapter.about()).isNotBlank();
            assertThat(chapter.rules()).isNotEmpty();
        });
        assertThat(PACK.rules()).hasSize(304);
        assertThat(PACK.rules().stream().map(Rule::id)).doesNotHaveDuplicates();
    }

    @Test
    void every_chapter_in_the_jar_is_listed() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(RulePacks.class.getResource("packs/iso-42001"))
                .toURI());

        RulePack read = RulePacks.read(folder);

        assertThat(read.reference()).isEqualTo(PACK.reference());
        assertThat(new FolderFiles(folder).list(100))
                .hasSize(1 + read.chapters().size());
    }

    @Test
    void every_kind_of_reason_has_its_rules() {
        Map<RuleScope, Long> counts = new EnumMap<>(RuleScope.class);
        PACK.rules().forEach(rule -> counts.merge(rule.scope(), 1L, Long::sum));

        assertThat(counts)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        RuleScope.ORG_BASELINE, 8L,
                        RuleScope.ROLE_BASELINE, 9L,
                        RuleScope.SYSTEM, 204L,
                        RuleScope.IMPACT, 48L,
                        RuleScope.INTERACTION, 22L,
                        RuleScope.REGULATORY, 13L));
    }

    @Test
    void ids_are_a_topic_and_a_number_without_gaps() {
        Map<String, List<Integer>> numbers = new TreeMap<>();
        for (Rule rule : PACK.rules()) {
            assertThat(rule.id().value()).matches("[A-Z]{2,5}-[0-9]{2}");
            String[] parts = rule.id().value().split("-");
            numbers.computeIfAbsent(parts[0], key -> new ArrayList<>()).add(Integer.valueOf(parts[1]));
        }
        assertThat(numbers)
                .allSatisfy((topic, found) -> assertThat(found.stream().sorted())
                        .as(topic)
                        .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, found.size())
                                .boxed()
                                .toList()));
    }

    @Test
    void titles_are_short_and_in_sentence_case() {
        assertThat(PACK.rules())
                .allSatisfy(rule -> assertThat(rule.title())
                        .as(rule.id().value())
                        .satisfies(title -> assertThat(title.split(" ").length).isLessThan(10))
                        .doesNotEndWith(".")
                        .matches("[A-Z0-9].*"));
        assertThat(PACK.rules().stream().map(Rule::title)).doesNotHaveDuplicates();
    }

    @Test
    void every_rule_says_why_in_words_of_its_own() {
        assertThat(PACK.rules()).allSatisfy(rule -> {
            assertThat(rule.why()).as(rule.id().value()).endsWith(".").hasSizeGreaterThan(30);
            assertThat(rule.sources()).as(rule.id().value()).isNotEmpty().doesNotHaveDuplicates();
        });
        assertThat(PACK.rules().stream().map(Rule::why)).doesNotHaveDuplicates();
        assertThat(PACK.rules().stream().map(Rule::confidence)).contains(Confidence.HIGH);
    }

    @Test
    void every_control_objective_and_risk_source_of_the_catalogue_is_reached() {
        assertThat(all(Rule::requires))
                .containsExactlyInAnyOrderElementsOf(Catalogues.iso42001().controls().stream()
                        .map(Control::id)
                        .toList());
        assertThat(all(Rule::threatens))
                .containsExactlyInAnyOrderElementsOf(Catalogues.iso42001().objectives().stream()
                        .map(Objective::id)
                        .toList());
        assertThat(all(Rule::raises))
                .containsExactlyInAnyOrderElementsOf(Catalogues.iso42001().riskSources().stream()
                        .map(RiskSource::id)
                        .toList());
    }

    @Test
    void only_a_prohibited_practice_is_a_verdict() {
        assertThat(PACK.rules().stream()
                        .filter(Rule::stop)
                        .map(rule -> rule.id().value()))
                .containsExactly("REG-07");
    }

    @Test
    void severity_rules_require_nothing_and_contribute_nothing() {
        assertThat(PACK.rules().stream().filter(rule -> rule.scope() == RuleScope.IMPACT))
                .allSatisfy(rule -> {
                    assertThat(rule.requires()).as(rule.id().value()).isEmpty();
                    assertThat(rule.likelihood()).as(rule.id().value()).isEmpty();
                    assertThat(rule.severityFloor()).as(rule.id().value()).isPresent();
                });
    }

    @Test
    void likelihood_and_risk_sources_go_together() {
        assertThat(PACK.rules())
                .allSatisfy(rule -> assertThat(rule.likelihood().isPresent())
                        .as(rule.id().value())
                        .isEqualTo(!rule.raises().isEmpty()));
    }

    @Test
    void every_rule_is_shown_true_false_and_undetermined_unless_it_always_holds() {
        assertThat(PACK.rules()).allSatisfy(rule -> {
            Set<Truth> shown =
                    rule.examples().stream().map(RuleExample::expected).collect(Collectors.toSet());
            assertThat(shown)
                    .as(rule.id().value())
                    .isEqualTo(
                            rule.condition() instanceof Condition.Always ? Set.of(Truth.TRUE) : Set.of(Truth.values()));
        });
    }

    @TestFactory
    Stream<DynamicTest> every_example_comes_to_what_it_says() {
        return PACK.rules().stream()
                .flatMap(rule -> rule.examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                rule.id() + " " + kind(example) + ": " + words(example.answers()),
                                () -> assertThat(truth(rule, example.answers()))
                                        .as(() -> rule.condition() + "\n" + words(example.answers()))
                                        .isEqualTo(example.expected()))));
    }

    @Test
    void examples_say_no_more_than_they_need() {
        List<String> needless = new ArrayList<>();
        for (Rule rule : PACK.rules()) {
            Set<String> read = rule.condition().tests().stream()
                    .map(test -> ((Condition.SystemTest) test).characteristic().id())
                    .collect(Collectors.toSet());
            for (RuleExample example : rule.examples()) {
                for (Answer answer : example.answers()) {
                    List<Answer> others = new ArrayList<>(example.answers());
                    others.remove(answer);
                    boolean idle =
                            example.expected() != Truth.UNDETERMINED && truth(rule, others) == example.expected();
                    if (idle || !read.contains(answer.characteristic().id())) {
                        needless.add(rule.id() + " " + kind(example) + ": " + answer.characteristic());
                    }
                }
            }
        }
        assertThat(needless).isEmpty();
    }

    @Test
    void every_characteristic_a_rule_reads_makes_the_difference_in_some_example() {
        assertThat(PACK.rules().stream().filter(rule -> !(rule.condition() instanceof Condition.Always)))
                .allSatisfy(rule -> {
                    Set<String> read = rule.condition().tests().stream()
                            .map(test -> ((Condition.SystemTest) test)
                                    .characteristic()
                                    .id())
                            .collect(Collectors.toSet());
                    for (Truth kind : List.of(Truth.TRUE, Truth.FALSE)) {
                        assertThat(rule.examples().stream()
                                        .filter(example -> example.expected() == kind)
                                        .flatMap(example -> example.answers().stream())
                                        .map(answer -> answer.characteristic().id())
                                        .collect(Collectors.toSet()))
                                .as(rule.id() + " " + kind)
                                .isEqualTo(read);
                    }
                });
    }

    @Test
    void no_example_contradicts_itself() {
        assertThat(PACK.rules())
                .allSatisfy(rule -> assertThat(rule.examples())
                        .allSatisfy(example -> assertThat(
                                        Vocabularies.standard().contradictionsIn(system(example.answers())))
                                .as(rule.id() + " " + words(example.answers()))
                                .isEmpty()));
    }

    @Test
    void conditions_are_written_as_they_are_printed() {
        assertThat(PACK.rules()).allSatisfy(rule -> {
            String printed = rule.condition().toString();
            assertThat(Arrays.stream(printed.split(" ")).filter(word -> word.equals("not")))
                    .isEmpty();
            Faults faults = new Faults();
            assertThat(new ConditionParser(Vocabularies.standard())
                            .parse(printed, rule.id().value(), offset -> rule.place(), faults))
                    .contains(rule.condition());
        });
    }

    private static String kind(RuleExample example) {
        return switch (example.expected()) {
            case TRUE -> "fires";
            case FALSE -> "silent";
            case UNDETERMINED -> "unknown";
        };
    }

    private static String words(List<Answer> answers) {
        return answers.isEmpty()
                ? "nothing known"
                : answers.stream()
                        .map(answer -> answer.characteristic() + " " + answer.text())
                        .collect(Collectors.joining(", "));
    }

    private static Truth truth(Rule rule, List<Answer> answers) {
        return rule.condition().evaluate(new OnlyAnswers(system(answers)));
    }

    private static AiSystem system(List<Answer> answers) {
        return AiSystem.named("example").putAll(answers).build();
    }

    private static <T> Set<T> all(Function<Rule, List<T>> part) {
        return PACK.rules().stream()
                .flatMap(rule -> part.apply(rule).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
