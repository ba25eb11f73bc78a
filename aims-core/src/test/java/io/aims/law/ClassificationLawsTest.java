package io.aims.law;

import static io.aims.law.RandomLaw.ASKED;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of every legal pack and every description, on packs and systems drawn at random. */
class ClassificationLawsTest {

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void taking_a_fact_away_rules_no_class_out(@ForAll long seed) {
        RandomLaw law = new RandomLaw(seed);
        AiSystem system = law.harmonious(0.7);
        Classification before = law.classifier().classify(system, ASKED);

        for (Answer answer : system.answers().values()) {
            Classification after = law.classifier().classify(system.without(answer.characteristic()), ASKED);

            assertThat(after.possible()).as("without %s", answer).containsAll(before.possible());
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void what_is_known_of_a_proposition_stays_whatever_the_unknown_turns_out_to_be(@ForAll long seed) {
        RandomLaw law = new RandomLaw(seed);
        AiSystem system = law.harmonious(0.4);
        Classification before = law.classifier().classify(system, ASKED);

        for (int draw = 0; draw < 4; draw++) {
            Classification after = law.classifier().classify(law.completed(system), ASKED);
            if (after.contradictions().isEmpty()) {
                assertThat(before.possible()).containsAll(after.possible());
                assertThat(after.decided()).isPresent();
                for (PropositionId id : law.ids()) {
                    assertThat(before.truth(id)).as("%s", id).isIn(Truth.UNDETERMINED, after.truth(id));
                }
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void the_deciding_facts_decide_alone_and_none_of_them_can_be_left_out(@ForAll long seed) {
        RandomLaw law = new RandomLaw(seed);
        Classification decided = law.classifier().classify(law.harmonious(0.9), ASKED);
        if (decided.decided().isEmpty()) {
            assertThat(decided.decidingFacts()).isEmpty();
            return;
        }
        List<Answer> facts = decided.decidingFacts();
        LegalClass found = decided.decided().orElseThrow();
        AiSystem alone = AiSystem.named("alone").putAll(facts).build();

        assertThat(law.classifier().classify(alone, ASKED).decided()).contains(found);
        for (Answer fact : facts) {
            assertThat(law.classifier()
                            .classify(alone.without(fact.characteristic()), ASKED)
                            .possible())
                    .as("without %s", fact)
                    .contains(found)
                    .hasSizeGreaterThan(1);
        }
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void changing_what_a_why_not_names_makes_it_hold(@ForAll long seed) {
        RandomLaw law = new RandomLaw(seed);
        AiSystem system = law.harmonious(0.6);
        Classification before = law.classifier().classify(system, ASKED);

        for (PropositionId id : law.ids()) {
            LegalWhyNot whyNot = before.whyNot(id);
            AiSystem.Builder changed = system.toBuilder();
            whyNot.changes().forEach(change -> changed.put(change.needed()));
            Classification after = law.classifier().classify(changed.build(), ASKED);

            assertThat(whyNot.isReachable()).isEqualTo(holds(after, id));
            assertThat(after.contradictions()).isEmpty();
            assertThat(whyNot.against().isEmpty())
                    .as("nothing stands against what holds")
                    .isEqualTo(whyNot.holds());
        }
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void a_why_not_names_no_two_facts_where_one_would_do(@ForAll long seed) {
        RandomLaw law = new RandomLaw(seed);
        AiSystem system = law.harmonious(0.8);
        Classification before = law.classifier().classify(system, ASKED);

        for (PropositionId id : law.ids()) {
            LegalWhyNot whyNot = before.whyNot(id);
            if (whyNot.changes().size() != 1 && !whyNot.holds()) {
                assertThat(singleChange(law, system, id))
                        .as("%s %s", id, whyNot.changes())
                        .isEmpty();
            }
        }
    }

    private static Optional<Answer> singleChange(RandomLaw law, AiSystem system, PropositionId id) {
        Program program = law.classifier().program();
        for (int each = 0; each < program.characteristics().size(); each++) {
            Characteristic<?> characteristic = program.characteristics().get(each);
            if (characteristic.id().equals("bundle")) {
                continue;
            }
            for (Bounds bounds : program.answers(each, characteristic.unknown())) {
                Answer answer = Answer.of(characteristic, bounds);
                Classification after = law.classifier().classify(system.with(answer), ASKED);
                if (holds(after, id) && after.contradictions().isEmpty()) {
                    return Optional.of(answer);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Classification classification, PropositionId id) {
        return classification.pack().legalClass(id).isPresent()
                ? classification.decided().map(LegalClass::id).equals(Optional.of(id))
                : classification.truth(id) == Truth.TRUE;
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void the_order_of_answers_and_propositions_changes_no_seal(@ForAll long seed) {
        RandomLaw law = new RandomLaw(seed);
        AiSystem system = law.system(0.7);
        List<Answer> answers = new ArrayList<>(system.answers().values());
        Collections.shuffle(answers, law.random());
        AiSystem reordered = AiSystem.named(system.id()).putAll(answers).build();
        LegalPack pack = law.classifier().pack();
        List<Proposition> propositions = new ArrayList<>(pack.propositions());
        Collections.shuffle(propositions, law.random());
        LegalPack shuffled = new LegalPack(
                pack.id(),
                pack.version(),
                pack.title(),
                pack.licence(),
                pack.about(),
                pack.act(),
                pack.readOn(),
                pack.facts(),
                pack.dates(),
                propositions,
                pack.classes(),
                pack.duties());

        assertThat(new Classifier(shuffled, LegalSamples.NO_VOCABULARY)
                        .classify(reordered, ASKED)
                        .seal())
                .isEqualTo(law.classifier().classify(system, ASKED).seal());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void what_is_established_is_only_added(@ForAll long seed) {
        RandomLaw law = new RandomLaw(seed);
        AiSystem system = law.system(0.7);
        AiSystem established = law.classifier().establish(system);

        assertThat(established.answers().keySet()).containsAll(system.answers().keySet());
        established.answers().forEach((id, answer) -> {
            Bounds before = system.bounds(answer.characteristic());
            if (id.equals("bundle")) {
                Bounds.Members known = (Bounds.Members) before;
                Bounds.Members more = (Bounds.Members) answer.bounds();
                assertThat(known.known() & ~more.known()).isZero();
                assertThat(more.complete()).isEqualTo(known.complete());
            } else {
                assertThat(answer).isEqualTo(system.answers().get(id));
            }
        });
        assertThat(law.classifier().establish(established)).isEqualTo(established);
        Classification before = law.classifier().classify(system, ASKED);
        Classification after = law.classifier().classify(established, ASKED);
        before.results().stream()
                .filter(result -> result.truth() == Truth.TRUE)
                .filter(result -> result.proposition().statement().isPresent())
                .forEach(result ->
                        assertThat(after.truth(result.proposition().id())).isEqualTo(Truth.TRUE));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void every_proposition_comes_to_what_its_definition_says(@ForAll long seed) {
        RandomLaw law = new RandomLaw(seed);
        AiSystem system = law.system(0.6);
        LegalPack pack = law.classifier().pack();
        Classification classification = law.classifier().classify(system, ASKED);
        LegalFacts definition = new ByDefinition(pack, system, new HashMap<>());

        for (PropositionId id : law.ids()) {
            assertThat(classification.truth(id)).as("%s", id).isEqualTo(definition.holds(id));
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void no_open_question_means_that_nothing_is_open(@ForAll long seed) {
        RandomLaw law = new RandomLaw(seed);
        AiSystem system = law.harmonious(0.5);
        Classification classification = law.classifier().classify(system, ASKED);
        int asked = 0;
        while (!classification.questions().isEmpty()) {
            LegalQuestion question = classification.questions().get(0);
            if (classification.decided().isEmpty()) {
                assertThat(question.bearsOnClass()).isTrue();
            }
            Characteristic<?> characteristic = question.entry().characteristic();
            assertThat(system.bounds(characteristic).isExact()).isFalse();
            system = system.with(law.completed(system).answer(characteristic).orElseThrow());
            classification = law.classifier().classify(system, ASKED);
            assertThat(asked++).isLessThan(20);
        }
        if (classification.contradictions().isEmpty()) {
            assertThat(classification.decided()).isPresent();
            assertThat(classification.applies()).isNotEqualTo(Truth.UNDETERMINED);
            assertThat(classification.duties()).noneMatch(duty -> duty.owed() == Truth.UNDETERMINED);
        }
    }

    /** The oracle: what a proposition comes to by its definition, one at a time, with nothing prepared. */
    private record ByDefinition(LegalPack pack, AiSystem system, Map<PropositionId, Truth> found)
            implements LegalFacts {

        @Override
        public Bounds bounds(Characteristic<?> characteristic) {
            return system.bounds(characteristic);
        }

        @Override
        public Truth holds(PropositionId id) {
            Truth known = found.get(id);
            if (known == null) {
                known = pack.proposition(id)
                        .map(each -> each.evaluate(this))
                        .or(() -> pack.legalClass(id).map(each -> each.when().evaluate(this)))
                        .or(() -> pack.duty(id).map(each -> each.when().evaluate(this)))
                        .orElseThrow();
                found.put(id, known);
            }
            return known;
        }

        @Override
        public Optional<LocalDate> asOf() {
            return Optional.of(ASKED);
        }
    }
}
