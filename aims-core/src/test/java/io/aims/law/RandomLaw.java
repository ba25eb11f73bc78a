package io.aims.law;

import io.aims.rule.Condition;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.CustomValue;
import io.aims.system.DateCharacteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.Provenance;
import io.aims.system.SetCharacteristic;
import io.aims.system.Tier;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Small legal packs with four classes that exclude one another, and systems they classify, drawn at random. */
final class RandomLaw {

    static final LocalDate ASKED = LocalDate.of(2026, 11, 27);

    private static final List<BooleanCharacteristic> FLAGS = Stream.of("a", "b", "c", "d", "e", "f")
            .map(BooleanCharacteristic::of)
            .toList();
    private static final SetCharacteristic<CustomValue> USES = SetCharacteristic.of("uses", List.of("U1", "U2", "U3"));
    private static final OrdinalCharacteristic<CustomValue> DEGREE =
            OrdinalCharacteristic.of("degree", List.of("LOW", "MIDDLE", "HIGH"));
    private static final NominalCharacteristic<CustomValue> KIND =
            NominalCharacteristic.of("kind", List.of("K1", "K2", "K3"));
    private static final DecimalCharacteristic SIZE = DecimalCharacteristic.of("size");
    private static final DateCharacteristic SOLD = DateCharacteristic.of("sold");
    private static final SetCharacteristic<CustomValue> BUNDLE =
            SetCharacteristic.of("bundle", List.of("B0", "B1", "B2", "B3", "B4", "B5"));
    private static final List<Characteristic<?>> PARTS = Stream.<Characteristic<?>>concat(
                    FLAGS.stream(), Stream.of(USES, DEGREE, KIND, SIZE, SOLD))
            .toList();

    private static final LegalDate DAY = new LegalDate(
            "DAY", LocalDate.of(2026, 8, 2), "Something begins.", Confidence.HIGH, new Source("Act Art. 9"));
    private static final LegalDate LATER = new LegalDate(
            "LATER", LocalDate.of(2027, 12, 2), "Something else begins.", Confidence.HIGH, new Source("Act Art. 9"));

    private final Random random;
    private final Classifier classifier;

    RandomLaw(long seed) {
        this.random = new Random(seed);
        this.classifier = new Classifier(pack(), new Vocabulary("test", "1", Map.of(), List.of(), List.of()));
    }

    Classifier classifier() {
        return classifier;
    }

    Random random() {
        return random;
    }

    List<PropositionId> ids() {
        LegalPack pack = classifier.pack();
        return Stream.of(
                        pack.propositions().stream().map(Proposition::id),
                        pack.classes().stream().map(LegalClass::id),
                        pack.duties().stream().map(Duty::id))
                .flatMap(ids -> ids)
                .toList();
    }

    private LegalPack pack() {
        List<Proposition> propositions = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            propositions.add(proposition(number, propositions));
        }
        LegalCondition scope = new LegalCondition.Holds(propositions.get(3).id());
        LegalCondition practice = new LegalCondition.Holds(propositions.get(4).id());
        LegalCondition route = new LegalCondition.Holds(propositions.get(5).id());
        LegalCondition noPractice = new LegalCondition.Not(practice);
        LegalCondition reached = new LegalCondition.DayReached(random.nextBoolean() ? DAY : LATER);
        List<LegalClass> classes = List.of(
                legalClass(
                        "PROHIBITED",
                        all(scope, practice),
                        reached,
                        propositions.get(4).id()),
                legalClass("HIGH", all(scope, noPractice, route), condition(propositions), null),
                legalClass("LOW", all(scope, noPractice, new LegalCondition.Not(route)), reached, null),
                legalClass("OUT", new LegalCondition.Not(scope), new LegalCondition.Always(), null));
        List<Duty> duties = List.of(duty("DUTY_1", propositions), duty("DUTY_2", propositions));
        List<Characteristic<?>> facts = new ArrayList<>(PARTS);
        facts.add(BUNDLE);
        return new LegalPack(
                "test",
                "1.0.0",
                "A test",
                "Apache-2.0",
                "A law of a test.",
                "Test Act",
                LocalDate.of(2026, 11, 1),
                facts.stream().map(RandomLaw::fact).toList(),
                List.of(DAY, LATER),
                propositions,
                classes,
                duties);
    }

    private static LegalClass legalClass(
            String id,
            LegalCondition when,
            LegalCondition applies,
            @org.jspecify.annotations.Nullable PropositionId stop) {
        return new LegalClass(new PropositionId(id), "Art. 6", "Class " + id, when, applies, stop);
    }

    private Duty duty(String id, List<Proposition> below) {
        return new Duty(
                new PropositionId(id),
                "Art. 8",
                "PROVIDER",
                "Do something.",
                condition(below),
                condition(below),
                "",
                Confidence.HIGH,
                List.of(new Source("Act Art. 8")));
    }

    private Proposition proposition(int number, List<Proposition> below) {
        boolean stated = random.nextInt(3) == 0;
        List<Exemption> unless = new ArrayList<>();
        for (int exemption = random.nextInt(3) - 1; exemption >= 0; exemption--) {
            unless.add(new Exemption(leaf(below), "Art. " + number + "(" + (exemption + 2) + ")", "Exempt"));
        }
        return new Proposition(
                new PropositionId("P_" + number),
                "Art. " + number,
                "Proposition " + number,
                stated ? new Condition.Contains(BUNDLE, number) : null,
                condition(below),
                unless,
                "Because.",
                List.of(new Source("Act Art. " + number)),
                Confidence.HIGH,
                null);
    }

    private LegalCondition condition(List<Proposition> below) {
        List<LegalCondition> parts = new ArrayList<>();
        for (int part = random.nextInt(3); part >= 0; part--) {
            LegalCondition leaf = leaf(below);
            parts.add(random.nextInt(4) == 0 ? new LegalCondition.AnyOf(List.of(leaf, leaf(below))) : leaf);
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return random.nextBoolean() ? new LegalCondition.AllOf(parts) : new LegalCondition.AnyOf(parts);
    }

    private LegalCondition leaf(List<Proposition> below) {
        LegalCondition leaf = switch (random.nextInt(below.isEmpty() ? 10 : 13)) {
            case 0 -> tests(new Condition.Contains(USES, random.nextInt(3)));
            case 1 -> tests(new Condition.ContainsAny(USES, 1 + random.nextInt(7)));
            case 2 -> tests(new Condition.NotEmpty(USES));
            case 3 -> tests(new Condition.AtLeast(DEGREE, 1 + random.nextInt(2)));
            case 4 -> tests(new Condition.IsIn(KIND, 1 + random.nextInt(6)));
            case 5 -> tests(new Condition.ReachesNumber(SIZE, BigDecimal.valueOf(10L * (1 + random.nextInt(2)))));
            case 6 -> new LegalCondition.Before(SOLD, random.nextBoolean() ? DAY : LATER);
            case 10, 11, 12 ->
                new LegalCondition.Holds(below.get(random.nextInt(below.size())).id());
            default -> tests(new Condition.IsYes(FLAGS.get(random.nextInt(FLAGS.size()))));
        };
        return random.nextInt(4) == 0 ? new LegalCondition.Not(leaf) : leaf;
    }

    private static LegalCondition tests(Condition.SystemTest test) {
        return new LegalCondition.Tests(test);
    }

    private static LegalCondition all(LegalCondition... parts) {
        return new LegalCondition.AllOf(List.of(parts));
    }

    private static LegalFact fact(Characteristic<?> characteristic) {
        return new LegalFact(
                new VocabularyEntry(
                        characteristic,
                        "law",
                        Tier.EU_MODULE,
                        "What is " + characteristic.id() + "?",
                        Map.of(),
                        "It is so.",
                        "",
                        List.of(new Source("Act"))),
                "Art. 1",
                LegalFact.Effect.BINDS,
                Confidence.HIGH);
    }

    /** A system of which the parts are known with some likelihood, and the bundle seldom. */
    AiSystem system(double known) {
        List<Answer> answers = new ArrayList<>();
        for (Characteristic<?> part : PARTS) {
            if (random.nextDouble() < known) {
                answers.add(answer(part, random.nextInt(4) == 0));
            }
        }
        if (random.nextInt(4) == 0) {
            answers.add(Answer.of(BUNDLE, new Bounds.Members(1L << random.nextInt(6), random.nextBoolean())));
        }
        Collections.shuffle(answers, random);
        return AiSystem.named("random").putAll(answers).build();
    }

    /** A system without contradiction, drawn until there is one. */
    AiSystem harmonious(double known) {
        while (true) {
            AiSystem system = system(known);
            if (classifier.classify(system, ASKED).contradictions().isEmpty()) {
                return system;
            }
        }
    }

    /** The same system with everything about its parts known. */
    AiSystem completed(AiSystem system) {
        AiSystem.Builder builder = system.toBuilder();
        for (Characteristic<?> part : PARTS) {
            builder.put(Answer.of(part, exactly(part, system.bounds(part))));
        }
        return builder.build();
    }

    private Answer answer(Characteristic<?> characteristic, boolean partly) {
        Bounds exact = exactly(characteristic, characteristic.unknown());
        Provenance provenance = new Provenance("somebody", null, null, Provenance.Basis.STATED);
        return new Answer(characteristic, partly ? widened(exact) : exact, provenance);
    }

    private static Bounds widened(Bounds exact) {
        if (exact instanceof Bounds.Members members) {
            return new Bounds.Members(members.known(), false);
        }
        if (exact instanceof Bounds.Numbers numbers) {
            return new Bounds.Numbers(numbers.low(), null);
        }
        if (exact instanceof Bounds.Days days) {
            return new Bounds.Days(days.earliest(), Bounds.Days.LAST);
        }
        return exact instanceof Bounds.OneOf oneOf ? new Bounds.OneOf(oneOf.possible() | 1) : exact;
    }

    private Bounds exactly(Characteristic<?> characteristic, Bounds bounds) {
        if (bounds instanceof Bounds.Ranks ranks) {
            int rank = ranks.low() + random.nextInt(ranks.high() - ranks.low() + 1);
            return new Bounds.Ranks(rank, rank);
        }
        if (bounds instanceof Bounds.Members members) {
            int size = ((EnumeratedCharacteristic<?>) characteristic).values().size();
            long more = members.complete() ? 0 : random.nextInt(1 << size);
            return new Bounds.Members(members.known() | more, true);
        }
        if (bounds instanceof Bounds.OneOf oneOf) {
            long possible = oneOf.possible();
            for (int skip = random.nextInt(Long.bitCount(possible)); skip > 0; skip--) {
                possible &= possible - 1;
            }
            return new Bounds.OneOf(Long.lowestOneBit(possible));
        }
        if (bounds instanceof Bounds.Days days) {
            LocalDate day = days.earliest().plusDays(days.isExact() ? 0 : random.nextInt(900));
            LocalDate likely = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900));
            LocalDate chosen = likely.isBefore(days.earliest()) ? day : likely;
            return days.isExact() ? days : new Bounds.Days(chosen, chosen);
        }
        Bounds.Numbers numbers = (Bounds.Numbers) bounds;
        BigDecimal number =
                numbers.isExact() ? numbers.low() : numbers.low().add(BigDecimal.valueOf(random.nextInt(25)));
        return new Bounds.Numbers(number, number);
    }
}
