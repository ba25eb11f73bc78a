package io.aims.rules.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.ImpactGuides;
import io.aims.catalog.Vocabularies;
import io.aims.control.ControlId;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.Finding;
import io.aims.evaluation.OpenQuestion;
import io.aims.evaluation.PlainEngine;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Explainer;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSourceId;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.rule.Truth;
import io.aims.rules.RulePacks;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Tier;
import io.aims.system.VocabularyEntry;
import io.aims.testkit.RandomStates;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import io.aims.treatment.assessment.AssessedTopic;
import io.aims.treatment.assessment.ImpactAssessment;
import io.aims.treatment.assessment.ImpactGuide;
import io.aims.treatment.assessment.KnownFact;
import io.aims.treatment.assessment.OpenFact;
import io.aims.treatment.assessment.Trigger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every draft of an impact assessment, of the standard pack and of any rules, over random systems. */
class ImpactPropertiesTest {

    private static final int TRIES = 15;
    private static final World STANDARD = new World(StandardBase.get());

    private static final World WIDER = new World(wider());

    private record World(RuleBase base, Evaluator evaluator, Explainer explainer, RandomSystems systems) {

        World(RuleBase base) {
            this(base, new Evaluator(base, new PlainEngine(base)), new Explainer(base), RandomSystems.of(base));
        }

        ImpactAssessment draft(AiSystem system, ControlStates states) {
            Evaluation evaluation = evaluator.evaluate(system, RandomStates.DAY);
            return ImpactAssessment.draft(
                    ImpactGuides.standard(),
                    base.vocabulary(),
                    explainer.proofs(evaluation),
                    ResidualProfile.of(evaluation, states, base.criteria(), null));
        }

        ImpactAssessment draft(AiSystem system) {
            return draft(system, ControlStates.unknown());
        }
    }

    /** The standard pack beside one that adds a characteristic, and a rule that reads a result. */
    private static RuleBase wider() {
        BooleanCharacteristic night = BooleanCharacteristic.of("acmeNight");
        VocabularyEntry entry = new VocabularyEntry(
                night,
                "people",
                Tier.CORE,
                "Does it run at night?",
                Map.of(),
                "Whether it runs at night.",
                "Nothing else.",
                List.of(new Source("Acme")));
        RulePack pack = new RulePack(
                "acme",
                "1.0.0",
                "Rules of Acme",
                "Apache-2.0",
                "Two rules.",
                StandardBase.get().catalogue().id(),
                null,
                null,
                List.of(entry),
                List.of(new Chapter(
                        "Night",
                        "What is different at night.",
                        List.of(
                                rule("ACME-1", new Condition.IsYes(night)),
                                rule("ACME-2", new Condition.HasRiskSource(new RiskSourceId("C.3.3")))))));
        return new RuleBase(
                Vocabularies.standard(),
                Catalogues.iso42001(),
                Criteria.standard(),
                List.of(RulePacks.standard(), pack));
    }

    private static Rule rule(String id, Condition condition) {
        return new Rule(
                new RuleId(id),
                "Title of " + id,
                RuleScope.SYSTEM,
                condition,
                List.of(),
                List.of(new ObjectiveId("C.2.9")),
                Likelihood.LOW,
                null,
                List.of(new ControlId("A.5.4")),
                false,
                "Because a test needs it.",
                List.of(new Source("Acme")),
                Confidence.HIGH,
                List.of(),
                null);
    }

    @Example
    void findings_of_other_packs_are_not_lost() {
        ImpactAssessment draft = WIDER.draft(AiSystem.named("new").build());
        AssessedTopic rest = draft.topics()
                .filter(topic -> topic.topic().equals(ImpactGuides.standard().rest()))
                .findFirst()
                .orElseThrow();

        assertThat(rules(rest.possible())).containsExactly("ACME-1", "ACME-2");
        assertThat(ids(rest.open())).containsExactly("acmeNight");
        assertThat(draft.narrative(Detail.SHORT).text())
                .contains("Further findings")
                .contains("Does it run at night?");
    }

    @Example
    void every_rule_of_the_standard_pack_has_a_topic_of_its_own() {
        List<Rule> lost = StandardBase.get().rules().stream()
                .filter(rule -> ImpactGuides.standard().topics().noneMatch(topic -> topic.takes(rule)))
                .toList();

        assertThat(lost).as("rules whose findings no topic takes").isEmpty();
    }

    @Property(tries = TRIES)
    void every_finding_and_every_fact_it_read_stands_in_a_topic(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (World world : List.of(STANDARD, WIDER)) {
            ImpactAssessment draft = world.draft(world.systems().next(random));
            List<AssessedTopic> topics = draft.topics().toList();
            for (Finding finding : draft.evaluation().findings()) {
                List<AssessedTopic> own = topics.stream()
                        .filter(topic -> finding.isCertain()
                                ? topic.found().contains(finding)
                                : topic.possible().contains(finding))
                        .toList();
                assertThat(own).as("topics of %s", finding).isNotEmpty();
                if (finding.isCertain()) {
                    assertThat(topics.stream()
                                    .flatMap(topic -> topic.known().stream())
                                    .map(ImpactPropertiesTest::id))
                            .as("facts known that %s read", finding)
                            .containsAll(finding.facts().stream()
                                    .filter(fact -> fact.answer()
                                            .filter(ImpactPropertiesTest::tells)
                                            .isPresent())
                                    .map(fact -> fact.subject())
                                    .toList());
                }
            }
            assertThat(topics.stream().flatMap(topic -> topic.found().stream()))
                    .allMatch(Finding::isCertain)
                    .allMatch(draft.evaluation().findings()::contains);
        }
    }

    @Property(tries = TRIES)
    void no_finding_of_the_standard_pack_is_left_for_the_rest(@ForAll long seed) {
        ImpactAssessment draft = STANDARD.draft(STANDARD.systems().ofSeed(seed));

        assertThat(draft.topics().map(AssessedTopic::topic))
                .doesNotContain(ImpactGuides.standard().rest());
    }

    @Property(tries = TRIES)
    void what_is_not_known_is_open(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (World world : List.of(STANDARD, WIDER)) {
            ImpactAssessment draft = world.draft(world.systems().next(random));
            AiSystem system = draft.evaluation().system();
            Set<String> open = ids(draft.openFacts());

            assertThat(open)
                    .containsAll(draft.evaluation().openQuestions().stream()
                            .map(ImpactPropertiesTest::id)
                            .toList());
            draft.guide().topics().flatMap(topic -> topic.facts().stream()).forEach(fact -> {
                boolean isUnknown = system.answer(fact.characteristic()).isEmpty();
                if (isUnknown && draft.guide().mayApply(fact.characteristic(), system)) {
                    assertThat(open).contains(fact.characteristic().id());
                }
            });
            assertThat(draft.openFacts())
                    .allMatch(fact -> fact.given() == null || !fact.given().isExact());
        }
    }

    /** More answers close open points and open none, on every topic: not even by what applies. */
    @Property(tries = TRIES)
    void an_answer_opens_nothing(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (World world : List.of(STANDARD, WIDER)) {
            AiSystem system = world.systems().next(random);
            ImpactAssessment before = world.draft(system);
            ImpactAssessment after = world.draft(world.systems().narrowed(system, random));

            assertThat(ids(before.openFacts())).containsAll(ids(after.openFacts()));
            for (AssessedTopic topic : after.topics().toList()) {
                before.topics()
                        .filter(earlier -> earlier.topic().equals(topic.topic()))
                        .forEach(earlier -> assertThat(ids(earlier.open())).containsAll(ids(topic.open())));
            }
        }
    }

    /** What was found stays found, and what was ruled out stays ruled out, on every topic. */
    @Property(tries = TRIES)
    void an_answer_takes_nothing_back(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        AiSystem system = STANDARD.systems().next(random);
        ImpactAssessment before = STANDARD.draft(system);
        ImpactAssessment after = STANDARD.draft(STANDARD.systems().narrowed(system, random));

        assertThat(before.call() == Trigger.Call.OPEN || before.call() == after.call())
                .isTrue();
        List<AssessedTopic> earlier = before.topics().toList();
        List<AssessedTopic> later = after.topics().toList();
        for (int i = 0; i < earlier.size(); i++) {
            assertThat(rules(later.get(i).found()))
                    .containsAll(rules(earlier.get(i).found()));
            Set<String> open = rules(earlier.get(i).found());
            open.addAll(rules(earlier.get(i).possible()));
            assertThat(open)
                    .containsAll(rules(later.get(i).found()))
                    .containsAll(rules(later.get(i).possible()));
        }
    }

    @Property(tries = TRIES)
    void a_screening_names_the_facts_that_rule_everything_out(@ForAll long seed) {
        ImpactAssessment draft = STANDARD.draft(STANDARD.systems().ofSeed(seed));
        for (Trigger trigger : draft.triggers()) {
            Truth needed = trigger.result().needed();
            assertThat(trigger.call() == Trigger.Call.CALLED_FOR).isEqualTo(needed == Truth.TRUE);
            assertThat(trigger.call() == Trigger.Call.NOT_CALLED_FOR).isEqualTo(needed == Truth.FALSE);
            assertThat(trigger.reasons().isEmpty()).isEqualTo(needed == Truth.FALSE);
            assertThat(trigger.reasons()).allMatch(reason -> reason.status() == needed);
            assertThat(trigger.against().isEmpty()).isEqualTo(needed != Truth.FALSE);
        }
    }

    @Property(tries = TRIES)
    void states_of_controls_change_neither_topics_nor_open_points(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        AiSystem system = STANDARD.systems().next(random);
        ImpactAssessment without = STANDARD.draft(system);
        ImpactAssessment with =
                STANDARD.draft(system, RandomStates.next(StandardBase.get().catalogue(), random));

        assertThat(with.openFacts()).isEqualTo(without.openFacts());
        assertThat(with.triggers().stream().map(Trigger::sentence))
                .isEqualTo(without.triggers().stream().map(Trigger::sentence).toList());
        assertThat(with.topics().map(AssessedTopic::summary))
                .containsExactlyElementsOf(
                        without.topics().map(AssessedTopic::summary).toList());
    }

    @Property(tries = 10)
    void the_order_of_answers_changes_no_word(@ForAll long seed) {
        AiSystem system = STANDARD.systems().ofSeed(seed);
        List<Answer> answers = new ArrayList<>(system.answers().values());
        Collections.shuffle(answers, new Random(seed));
        AiSystem.Builder shuffled = AiSystem.named(system.id()).name(system.name());
        system.description().ifPresent(shuffled::description);
        answers.forEach(shuffled::put);

        assertThat(STANDARD.draft(shuffled.build()).narrative(Detail.FULL))
                .isEqualTo(STANDARD.draft(system).narrative(Detail.FULL));
    }

    @Property(tries = 10)
    void the_words_hold_every_certain_finding_and_every_open_fact_that_decides(@ForAll long seed) {
        ImpactAssessment draft = STANDARD.draft(STANDARD.systems().ofSeed(seed));
        String text = draft.narrative(Detail.SHORT).text();
        String all = draft.narrative(Detail.FULL).text();

        for (Finding finding : draft.evaluation().findings()) {
            String named = "(" + finding.rule().id() + ")";
            assertThat(finding.isCertain() ? text : all).contains(named);
        }
        draft.openFacts().stream()
                .filter(OpenFact::decides)
                .forEach(fact -> assertThat(text).contains(fact.entry().question()));
        draft.judgements().forEach(judgement -> assertThat(text).contains(judgement.question()));
    }

    @Example
    void a_system_of_which_nothing_is_known_is_not_screened_out() {
        ImpactAssessment draft = STANDARD.draft(AiSystem.named("new").build());

        assertThat(draft.call()).isEqualTo(Trigger.Call.OPEN);
        assertThat(draft.verdict()).contains("is not settled").contains("may not be left out");
        assertThat(ids(draft.openFacts()))
                .containsAll(Stream.of("decisionEffect", "vulnerableGroups", "safetyHarm", "societalInfluence")
                        .toList());
        assertThat(draft.topics().filter(topic -> topic.standing() == AssessedTopic.Standing.NOTHING_FOUND))
                .as("topics on which nothing is possible although nothing is known")
                .isEmpty();
    }

    @Example
    void the_guide_names_every_judgement_once() {
        ImpactGuide guide = ImpactGuides.standard();
        ImpactAssessment draft = STANDARD.draft(AiSystem.named("new").build());

        assertThat(draft.guide()).isEqualTo(guide);
        assertThat(draft.judgements()).doesNotHaveDuplicates().hasSize(45);
    }

    /** An answer may say no more than none does: then the fact is open. */
    private static boolean tells(Answer answer) {
        return !answer.bounds().equals(answer.characteristic().unknown());
    }

    private static String id(KnownFact fact) {
        return fact.entry().characteristic().id();
    }

    private static String id(OpenQuestion question) {
        return question.entry().characteristic().id();
    }

    private static Set<String> ids(List<OpenFact> facts) {
        return facts.stream()
                .map(fact -> fact.entry().characteristic().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> rules(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule().id().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
