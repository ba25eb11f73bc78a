package io.aims.rules.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.interchange.EvaluationReader;
import io.aims.interchange.EvaluationWriter;
import io.aims.reasoning.verification.AtHand;
import io.aims.reasoning.verification.Discrepancy;
import io.aims.reasoning.verification.StoredEvaluation;
import io.aims.reasoning.verification.Verification;
import io.aims.reasoning.verification.Verifier;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Provenance;
import io.aims.system.Vocabulary;
import io.aims.testkit.JsonTree;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A stored result holds as it was written, and whatever is altered in it is found where it was altered. */
class VerificationPropertiesTest {

    private static final EvaluationReader READER = new EvaluationReader();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Property(tries = 15)
    void what_is_read_back_is_what_the_core_says_of_an_evaluation(@ForAll long seed) {
        Case standard = Case.standard(seed);
        Case random = Case.random(seed);
        for (Case one : List.of(standard, random)) {
            StoredEvaluation expected =
                    StoredEvaluation.of(one.evaluation(), one.base().criteria().limits());

            assertThat(READER.read("indented", one.text(EvaluationWriter.Layout.INDENTED)))
                    .isEqualTo(expected);
            assertThat(READER.read("line", one.text(EvaluationWriter.Layout.ONE_LINE)))
                    .isEqualTo(expected);
        }
    }

    @Property(tries = 15)
    void what_nobody_touched_holds_however_its_members_are_ordered(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Case one : List.of(Case.standard(seed), Case.random(seed))) {
            Object tree = JsonTree.parse(one.text(EvaluationWriter.Layout.ONE_LINE));

            assertThat(one.verify(JsonTree.print(tree)).discrepancies()).isEmpty();
            assertThat(one.verify(JsonTree.print(JsonTree.shuffled(tree, random)))
                            .discrepancies())
                    .isEmpty();
        }
    }

    @Property(tries = 1)
    void whatever_is_altered_anywhere_is_found_there(@ForAll long seed) {
        Case one = Case.small(seed);
        String text = one.text(EvaluationWriter.Layout.ONE_LINE);
        int altered = 0;
        for (JsonTree.Spot spot : JsonTree.spots(JsonTree.parse(text))) {
            for (JsonTree.Alteration alteration : JsonTree.Alteration.values()) {
                altered += one.alterationIsFound(text, spot, alteration) ? 1 : 0;
            }
        }
        assertThat(altered).isGreaterThan(100);
    }

    @Property(tries = 4)
    void whatever_is_altered_in_a_result_of_the_standard_pack_is_found_there(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Case one = Case.standard(seed);
        String text = one.text(EvaluationWriter.Layout.ONE_LINE);
        List<JsonTree.Spot> spots = JsonTree.spots(JsonTree.parse(text));
        JsonTree.Alteration[] alterations = JsonTree.Alteration.values();
        for (int n = 0; n < 25; n++) {
            one.alterationIsFound(
                    text, spots.get(random.nextInt(spots.size())), alterations[random.nextInt(alterations.length)]);
        }
    }

    @Property(tries = 15)
    void another_description_is_found_in_the_answers_that_differ(@ForAll long seed) {
        Case one = Case.standard(seed);
        SplittableRandom random = new SplittableRandom(seed);
        AiSystem other = RandomSystems.of(one.base()).narrowed(one.system(), random);
        Verification verification =
                one.verifier().verify(READER.read("line", one.text(EvaluationWriter.Layout.ONE_LINE)), other);

        assertThat(verification.holds()).isEqualTo(other.equals(one.system()));
        assertThat(verification.discrepancies().stream()
                        .filter(Discrepancy::concernsFacts)
                        .map(discrepancy -> discrepancy.path().split("\\.")[2])
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(other.answers().values().stream()
                        .filter(answer ->
                                !one.system().answer(answer.characteristic()).equals(java.util.Optional.of(answer)))
                        .map(answer -> answer.characteristic().id())
                        .toList());
    }

    /** A system with its result and the rules it rests on. */
    private record Case(RuleBase base, AiSystem system, Evaluation evaluation, Verifier verifier) {

        private static final Verifier STANDARD = verifierOf(StandardBase.get());

        static Case standard(long seed) {
            return of(StandardBase.get(), STANDARD, seed);
        }

        static Case random(long seed) {
            RuleBase base = RandomPacks.ofSeed(seed);
            return of(base, verifierOf(base), seed);
        }

        /** So few rules that every place of the result can be altered. */
        static Case small(long seed) {
            RuleBase base = RandomPacks.next(new SplittableRandom(seed), 3);
            return of(base, verifierOf(base), seed);
        }

        private static Case of(RuleBase base, Verifier verifier, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            AiSystem system = documented(RandomSystems.of(base).next(random), random);
            LocalDate day = random.nextBoolean() ? DAY : null;
            return new Case(base, system, new Evaluator(base, new PlainEngine(base)).evaluate(system, day), verifier);
        }

        private static AiSystem documented(AiSystem system, SplittableRandom random) {
            AiSystem.Builder documented =
                    system.toBuilder().name("Système \u202e \"one\"").description("Line\nof text 1.0");
            for (Answer answer : system.answers().values()) {
                if (random.nextInt(4) == 0) {
                    documented.put(new Answer(
                            answer.characteristic(),
                            answer.bounds(),
                            new Provenance(
                                    random.nextBoolean() ? "owner" : null,
                                    random.nextBoolean() ? DAY : null,
                                    "model card",
                                    Provenance.Basis.values()[random.nextInt(2)])));
                }
            }
            return documented.build();
        }

        private static Verifier verifierOf(RuleBase base) {
            List<String> added = base.packs().stream()
                    .flatMap(pack -> pack.characteristics().stream())
                    .map(entry -> entry.characteristic().id())
                    .toList();
            Vocabulary own = base.vocabulary();
            return new Verifier(new AtHand(
                    base.packs(),
                    List.of(new Vocabulary(
                            own.id(),
                            own.version(),
                            own.sections(),
                            own.entries().stream()
                                    .filter(entry -> !added.contains(
                                            entry.characteristic().id()))
                                    .toList(),
                            own.contradictionRules())),
                    List.of(base.catalogue()),
                    List.of(base.criteria())));
        }

        String text(EvaluationWriter.Layout layout) {
            return new EvaluationWriter(base.criteria().limits(), layout).text(evaluation);
        }

        Verification verify(String json) {
            return verifier.verify(READER.read("result.json", json), system);
        }

        /** Alters one place and checks that it is named; returns whether there was something to alter. */
        boolean alterationIsFound(String text, JsonTree.Spot spot, JsonTree.Alteration alteration) {
            Object tree = JsonTree.parse(text);
            if (alteration == JsonTree.Alteration.SWAP && isAnswer(spot)
                    || !alteration.apply(spot.containerIn(tree), spot.last())) {
                return false;
            }
            if (alteration == JsonTree.Alteration.DROP && spot.way().equals(List.of("engine"))) {
                assertThat(verify(JsonTree.print(tree)).holds())
                        .as("a result holds with the label and without")
                        .isTrue();
                return false;
            }
            Verification verification;
            try {
                verification = verify(JsonTree.print(tree));
            } catch (AimsException e) {
                assertThat(e.faults())
                        .allSatisfy(fault -> assertThat(fault.place()).isPresent());
                return true;
            }
            assertThat(verification.holds()).as(alteration + " " + spot.way()).isFalse();
            String section = String.valueOf(spot.way().get(0));
            String place = placeOf(JsonTree.parse(text), spot, alteration);
            assertThat(verification.discrepancies())
                    .as(alteration + " " + spot.way())
                    .anySatisfy(discrepancy -> assertThat(discrepancy.path())
                            .matches(path -> path.startsWith(place)
                                    || path.equals(section)
                                    || section.equals("asOf") && path.equals("seal")));
            if (!section.equals("packs") && !section.equals("basis")) {
                assertThat(verification.discrepancies())
                        .as(alteration + " " + spot.way())
                        .hasSizeLessThanOrEqualTo(3);
            }
            return true;
        }

        /** The part of the result that is altered; of a list the entry, by the id that every entry begins with. */
        private static String placeOf(Object tree, JsonTree.Spot spot, JsonTree.Alteration alteration) {
            String section = String.valueOf(spot.way().get(0));
            boolean listGrows =
                    alteration == JsonTree.Alteration.ADD && spot.way().size() == 2;
            if (spot.way().size() > 1
                    && spot.way().get(1) instanceof Integer position
                    && !listGrows
                    && !section.equals("packs")) {
                Object entry = ((List<?>) ((Map<?, ?>) tree).get(section)).get(position);
                return entry instanceof Map<?, ?> members
                        ? section + "[" + members.values().iterator().next() + "]"
                        : section;
            }
            return section;
        }

        private static boolean isAnswer(JsonTree.Spot spot) {
            return spot.isUnder("system", "characteristics") || spot.way().contains("answers");
        }
    }
}
