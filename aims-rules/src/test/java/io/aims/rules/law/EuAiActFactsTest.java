package io.aims.rules.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Vocabularies;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Faults;
import io.aims.law.Classifier;
import io.aims.law.Duty;
import io.aims.law.LegalCondition;
import io.aims.law.LegalFact;
import io.aims.law.LegalFacts;
import io.aims.law.LegalPack;
import io.aims.law.Proposition;
import io.aims.law.PropositionId;
import io.aims.rule.Truth;
import io.aims.rules.language.LegalConditionParser;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Vocabulary;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pack says what {@code facts.yaml} says, which was written from the law before the pack: an independent witness. */
class EuAiActFactsTest {

    private static final LegalPack PACK = LegalPacks.euAiAct();
    private static final Classifier CLASSIFIER = new Classifier(PACK, Vocabularies.standard());
    private static final Vocabulary VOCABULARY = Vocabularies.standard()
            .with(PACK.facts().stream().map(LegalFact::entry).toList());
    private static final Node.Mapping WRITTEN =
            (Node.Mapping) LegalCases.yaml(Path.of("src/test/resources/legal/eu-ai-act/facts.yaml"));
    private static final LegalConditionParser PARSER = new LegalConditionParser(VOCABULARY, List.of(), List.of());

    private static final int LEAST_DRAWS = 100;
    private static final int MOST_DRAWS = 5_000;

    private final Faults faults = new Faults();

    @Test
    void the_pack_in_the_jar_is_the_one_that_is_verified_here() {
        LegalPack verified = LegalPacks.read(Path.of("src/main/resources/io/aims/rules/law/eu-ai-act"));

        assertThat(PACK).isEqualTo(verified);
        assertThat(PACK.reference()).isEqualTo(verified.reference());
    }

    @Test
    void every_fact_is_asked_for_alike() {
        List<Fields> facts = entries("characteristics");
        assertThat(facts).hasSizeGreaterThanOrEqualTo(80);
        for (Fields fact : facts) {
            String id = fact.requiredText("id");
            LegalFact known = PACK.facts().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("The pack does not ask for " + id));
            Characteristic<?> characteristic = known.entry().characteristic();

            assertThat(characteristic.type()).as(id).hasToString(fact.requiredText("kind"));
            assertThat(
                            characteristic instanceof EnumeratedCharacteristic<?> enumerated
                                    ? enumerated.valueIds()
                                    : List.of())
                    .as(id)
                    .isEqualTo(fact.texts("values"));
            assertThat(known.entry().question()).as(id).isEqualTo(fact.requiredText("question"));
            assertThat(known.article()).as(id).isEqualTo(fact.requiredText("article"));
            assertThat(known.confidence()).as(id).hasToString(fact.requiredText("confidence"));
            assertThat(known.effect())
                    .as(id)
                    .isEqualTo(fact.text("lowers").isPresent() ? LegalFact.Effect.FREES : LegalFact.Effect.BINDS);
        }
    }

    @Test
    void every_duty_is_owed_by_the_same_role() {
        List<Fields> duties = entries("duties");
        assertThat(duties).hasSizeGreaterThanOrEqualTo(12);
        for (Fields duty : duties) {
            Duty known = PACK.duty(new PropositionId(duty.requiredText("id"))).orElseThrow();

            assertThat(known.who()).as(known.toString()).isEqualTo(duty.requiredText("who"));
            assertThat(duty.requiredText("article")).as(known.toString()).startsWith(known.article());
            assertThat(known.confidence()).as(known.toString()).hasToString(duty.requiredText("confidence"));
        }
    }

    @Test
    void every_provision_that_a_case_may_name_is_named_by_the_pack() {
        Set<String> named = new LinkedHashSet<>();
        PACK.propositions().forEach(each -> {
            named.add(each.article());
            each.unless().forEach(exemption -> named.add(exemption.article()));
        });
        PACK.classes().forEach(each -> named.add(each.article()));
        PACK.duties().forEach(each -> named.add(each.article()));

        List<Node> articles = ((Node.Sequence) WRITTEN.get("articles").orElseThrow()).items();
        assertThat(articles).hasSizeGreaterThan(50).allSatisfy(article -> {
            String text = ((Node.Scalar) article).text();
            assertThat(named).anyMatch(each -> each.equals(text) || each.startsWith(text + "("));
        });
    }

    @Test
    void a_bundle_follows_from_the_finer_facts_as_it_was_written() {
        SplittableRandom random = new SplittableRandom(6);
        List<Fields> relations = entries("relations");
        assertThat(relations).hasSizeGreaterThanOrEqualTo(38);
        for (Fields relation : relations) {
            Bundle bundle = bundle(relation);
            Set<Truth> seen = EnumSet.noneOf(Truth.class);
            for (int i = 0; i < LEAST_DRAWS || seen.size() < Truth.values().length && i < MOST_DRAWS; i++) {
                AiSystem system = random(bundle.reads(), random);
                Truth expected = bundle.truth(system);

                assertThat(CLASSIFIER.classify(system).truth(bundle.id()))
                        .as("%s of %s", bundle.id(), system.answers().values())
                        .isEqualTo(expected);
                seen.add(expected);
            }
            assertThat(seen).as(bundle.id() + " is seen in every truth").hasSize(3);
        }
        assertThat(faults.toList()).isEmpty();
    }

    /** A value of a bundle, the condition from which it follows, and what takes it away. */
    private record Bundle(PropositionId id, LegalCondition when, List<LegalCondition> unless) {

        Set<Characteristic<?>> reads() {
            Set<Characteristic<?>> read = new LinkedHashSet<>();
            Stream.concat(Stream.of(when), unless.stream())
                    .flatMap(condition -> condition.leaves().stream())
                    .forEach(leaf ->
                            read.add(((LegalCondition.Tests) leaf).test().characteristic()));
            return read;
        }

        Truth truth(AiSystem system) {
            LegalFacts facts = new Answers(system);
            Truth truth = when.evaluate(facts);
            for (LegalCondition exception : unless) {
                truth = truth.and(LegalCondition.not(exception.evaluate(facts)));
            }
            return truth;
        }
    }

    private Bundle bundle(Fields relation) {
        String characteristic = relation.requiredText("bundle");
        String value = relation.requiredText("value");
        String statement = value.equals("YES") ? characteristic + " = YES" : characteristic + " contains " + value;
        Predicate<Proposition> states =
                proposition -> proposition.statement().map(Object::toString).equals(Optional.of(statement));
        List<Proposition> stated = PACK.propositions().stream().filter(states).toList();
        assertThat(stated).as("propositions that are stated by " + statement).hasSize(1);
        return new Bundle(
                stated.get(0).id(),
                condition(relation.requiredText("when")),
                relation.texts("unless").stream().map(this::condition).toList());
    }

    private LegalCondition condition(String text) {
        return PARSER.parse(text, "Relation", "?", offset -> new io.aims.error.Place("facts.yaml", 1, 1), faults)
                .orElseThrow(() -> new AssertionError(faults.toList().toString()));
    }

    /** Some of what is read is not known, or only in part. */
    private static AiSystem random(Set<Characteristic<?>> characteristics, SplittableRandom random) {
        AiSystem.Builder builder = AiSystem.named("random");
        for (Characteristic<?> characteristic : characteristics) {
            if (random.nextInt(4) == 0) {
                continue;
            }
            Bounds bounds;
            if (characteristic instanceof SetCharacteristic<?> set) {
                long few = random.nextLong(1L << 40) & random.nextLong();
                long known = (random.nextInt(3) == 0 ? -1L : few)
                        & (1L << set.values().size()) - 1;
                bounds = new Bounds.Members(known, random.nextInt(3) > 0);
            } else {
                int rank = random.nextInt(2);
                assertThat(characteristic).isInstanceOf(BooleanCharacteristic.class);
                bounds = new Bounds.Ranks(rank, rank);
            }
            builder.put(Answer.of(characteristic, bounds));
        }
        return builder.build();
    }

    private record Answers(AiSystem system) implements LegalFacts {

        @Override
        public Bounds bounds(Characteristic<?> characteristic) {
            return system.bounds(characteristic);
        }

        @Override
        public Truth holds(PropositionId id) {
            throw new UnsupportedOperationException("Relations read facts alone");
        }

        @Override
        public Optional<LocalDate> asOf() {
            return Optional.empty();
        }
    }

    private List<Fields> entries(String key) {
        return ((Node.Sequence) WRITTEN.get(key).orElseThrow())
                .items().stream()
                        .map(node -> Fields.of(node, faults, "FACTS", key))
                        .toList();
    }
}
