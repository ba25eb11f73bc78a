package io.aims.rules.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Vocabularies;
import io.aims.law.Classification;
import io.aims.law.Classifier;
import io.aims.law.DutyResult;
import io.aims.law.LegalClass;
import io.aims.law.LegalFact;
import io.aims.law.LegalPack;
import io.aims.law.LegalStep;
import io.aims.law.PropositionId;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What follows from the facts of each case, as it was written down from the law before the pack. */
class EuAiActCasesTest {

    private static final LegalPack PACK = LegalPacks.euAiAct();
    private static final Classifier CLASSIFIER = new Classifier(PACK, Vocabularies.standard());
    private static final Vocabulary VOCABULARY = Vocabularies.standard()
            .with(PACK.facts().stream().map(LegalFact::entry).toList());
    private static final Map<String, List<LegalCase>> CASES = LegalCases.read(
            Path.of("src/test/resources/legal/eu-ai-act"), Path.of("src/test/resources/samples"), VOCABULARY);

    private static Stream<LegalCase> cases() {
        return CASES.values().stream().flatMap(List::stream);
    }

    private static Classification classify(LegalCase each) {
        return CLASSIFIER.classify(each.system(), each.asOf());
    }

    @Test
    void there_are_enough_cases() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(515);
        assertThat(CASES).hasSize(13);
    }

    @TestFactory
    Stream<DynamicContainer> every_case_comes_out_as_the_law_has_it() {
        return CASES.entrySet().stream()
                .map(topic -> DynamicContainer.dynamicContainer(
                        topic.getKey(),
                        topic.getValue().stream()
                                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> check(each)))));
    }

    private static void check(LegalCase each) {
        Classification result = classify(each);
        LegalCase.Expected expected = each.expected();
        Map<String, Object> wanted = new LinkedHashMap<>();
        Map<String, Object> found = new LinkedHashMap<>();
        wanted.put("classes", Set.copyOf(expected.classes()));
        found.put(
                "classes",
                result.possible().stream()
                        .map(possible -> possible.id().value())
                        .collect(Collectors.toSet()));
        wanted.put("contradictory", each.contradictory());
        found.put("contradictory", !result.contradictions().isEmpty());
        if (expected.stop() != null) {
            wanted.put("stop", expected.stop() == Truth.TRUE);
            found.put("stop", result.stops());
        }
        if (expected.applies() != null) {
            wanted.put("applies", expected.applies());
            found.put("applies", result.applies());
        }
        expected.duties().forEach((id, applies) -> {
            wanted.put(id, "owed " + Truth.TRUE + ", applies " + applies);
            found.put(
                    id,
                    "owed " + duty(result, id).owed() + ", applies "
                            + duty(result, id).applies());
        });
        expected.notDuties().forEach(id -> wanted.put(id, Truth.FALSE));
        expected.openDuties().forEach(id -> wanted.put(id, Truth.UNDETERMINED));
        Stream.concat(expected.notDuties().stream(), expected.openDuties().stream())
                .forEach(id -> found.put(id, duty(result, id).owed()));
        if (expected.becomesProvider() != null) {
            wanted.put("becomesProvider", expected.becomesProvider());
            found.put("becomesProvider", result.truth(new PropositionId("BECOMES_PROVIDER")));
        }

        assertThat(found).isEqualTo(wanted);
        assertThat(articles(result, expected))
                .anyMatch(article -> names(article, expected.article()), "names " + expected.article());
    }

    private static DutyResult duty(Classification result, String id) {
        return result.duty(new PropositionId(id)).orElseThrow(() -> new AssertionError("The pack has no duty " + id));
    }

    /** The provisions that steps name: those behind the class and those behind the duties that a case speaks of. */
    private static Set<String> articles(Classification result, LegalCase.Expected expected) {
        List<LegalStep> steps = new ArrayList<>(result.steps());
        Stream.of(expected.duties().keySet(), expected.notDuties(), expected.openDuties())
                .flatMap(ids -> ids.stream())
                .map(PropositionId::new)
                .forEach(id -> steps.addAll(result.steps(id)));
        if (expected.becomesProvider() != null) {
            steps.addAll(result.steps(new PropositionId("BECOMES_PROVIDER")));
        }
        Set<String> articles = new LinkedHashSet<>();
        steps.forEach(step -> articles.addAll(step.articles()));
        return articles;
    }

    /** A paragraph or point names its article too. */
    private static boolean names(String article, String expected) {
        return article.equals(expected) || article.startsWith(expected + "(");
    }

    @Test
    void taking_one_fact_away_never_removes_the_right_class() {
        cases().filter(each -> !each.contradictory()).forEach(each -> {
            Classification whole = classify(each);
            for (Answer answer : each.system().answers().values()) {
                Classification less = CLASSIFIER.classify(each.system().without(answer.characteristic()), each.asOf());

                assertThat(less.possible())
                        .as("%s without %s", each, answer.characteristic())
                        .containsAll(whole.possible());
            }
        });
    }

    @Test
    void the_deciding_facts_decide_alone_and_none_of_them_can_be_left_out() {
        List<LegalCase> decided = cases().filter(each -> !each.contradictory())
                .filter(each -> classify(each).decided().isPresent())
                .toList();
        assertThat(decided).hasSizeGreaterThan(200);
        for (LegalCase each : decided) {
            Classification whole = classify(each);
            LegalClass decidedClass = whole.decided().orElseThrow();
            List<Answer> facts = whole.decidingFacts();
            AiSystem alone = AiSystem.named(each.id()).putAll(facts).build();

            assertThat(CLASSIFIER.classify(alone, each.asOf()).decided())
                    .as("%s by %s alone", each, facts)
                    .contains(decidedClass);
            for (Answer fact : facts) {
                Classification less = CLASSIFIER.classify(alone.without(fact.characteristic()), each.asOf());

                assertThat(less.decided())
                        .as("%s by %s without %s", each, facts, fact)
                        .isEmpty();
                assertThat(less.possible()).contains(decidedClass);
            }
        }
    }

    @Test
    void a_class_does_not_depend_on_the_day() {
        cases().forEach(each -> assertThat(CLASSIFIER.classify(each.system()).possible())
                .as(each.toString())
                .isEqualTo(classify(each).possible()));
    }

    @Test
    void every_proposition_and_duty_is_decided_one_way_and_the_other_by_some_case() {
        Set<String> seen = new LinkedHashSet<>();
        cases().forEach(each -> {
            Classification result = classify(each);
            result.results().forEach(known -> seen.add(known.proposition().id() + " " + known.truth()));
            result.duties().forEach(known -> seen.add(known.duty().id() + " " + known.owed()));
        });
        Stream<PropositionId> ids = Stream.concat(
                PACK.propositions().stream().map(each -> each.id()),
                PACK.duties().stream().map(each -> each.id()));

        assertThat(ids.flatMap(id -> Stream.of(id + " " + Truth.TRUE, id + " " + Truth.FALSE)))
                .isSubsetOf(seen);
    }
}
