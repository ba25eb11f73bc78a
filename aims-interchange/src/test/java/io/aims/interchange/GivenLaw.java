package io.aims.interchange;

import io.aims.law.Classification;
import io.aims.law.Classifier;
import io.aims.law.Duty;
import io.aims.law.Exemption;
import io.aims.law.LegalClass;
import io.aims.law.LegalCondition;
import io.aims.law.LegalDate;
import io.aims.law.LegalFact;
import io.aims.law.LegalPack;
import io.aims.law.Proposition;
import io.aims.law.PropositionId;
import io.aims.rule.Condition;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.AiSystem;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.CustomValue;
import io.aims.system.DateCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Tier;
import io.aims.system.VocabularyEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A law with one of everything: a practice that can be stated or shown, an exemption, two classes, a duty with days. */
final class GivenLaw {

    static final SetCharacteristic<CustomValue> FLAGS = SetCharacteristic.of("practices", List.of("EMOTIONS"));
    static final BooleanCharacteristic EMOTIONS = BooleanCharacteristic.of("readsEmotions");
    static final BooleanCharacteristic MEDICAL = BooleanCharacteristic.of("forMedicine");
    static final DateCharacteristic SOLD = DateCharacteristic.of("soldOn");
    static final LegalDate START =
            new LegalDate("START", LocalDate.of(2026, 8, 2), "It begins.", Confidence.MEDIUM, new Source("Art. 9"));
    static final LegalDate END = new LegalDate(
            "END", LocalDate.of(2027, 8, 2), "Older systems follow.", Confidence.HIGH, new Source("Art. 9"));

    private static final Source SOURCE = new Source("An act of a test");

    private GivenLaw() {}

    static Classification classification(AiSystem system, @Nullable LocalDate asOf) {
        return new Classifier(pack(), Given.VOCABULARY).classify(system, asOf);
    }

    static PropositionId id(String id) {
        return new PropositionId(id);
    }

    private static LegalPack pack() {
        LegalCondition practice = new LegalCondition.Holds(id("PRACTICE"));
        return new LegalPack(
                "test-act",
                "1.0.0",
                "An act of a test",
                "Apache-2.0",
                "One of everything.",
                "Act 1 of 2026",
                LocalDate.of(2026, 9, 1),
                List.of(fact(FLAGS), fact(EMOTIONS), fact(MEDICAL), fact(SOLD)),
                List.of(START, END),
                List.of(new Proposition(
                        id("PRACTICE"),
                        "Art. 5",
                        "Reading emotions",
                        new Condition.Contains(FLAGS, 0),
                        new LegalCondition.Tests(new Condition.IsYes(EMOTIONS)),
                        List.of(new Exemption(
                                new LegalCondition.Tests(new Condition.IsYes(MEDICAL)), "Art. 5(2)", "For medicine")),
                        "Because.",
                        List.of(SOURCE),
                        Confidence.HIGH,
                        null)),
                List.of(
                        legalClass("PROHIBITED", practice, id("PRACTICE")),
                        legalClass("ALLOWED", new LegalCondition.Not(practice), null)),
                List.of(new Duty(
                        id("ART_9"),
                        "Art. 9",
                        "PROVIDER",
                        "Tell people.",
                        new LegalCondition.Tests(new Condition.IsYes(EMOTIONS)),
                        new LegalCondition.AnyOf(List.of(
                                new LegalCondition.DayReached(END),
                                new LegalCondition.AllOf(List.of(
                                        new LegalCondition.DayReached(START),
                                        new LegalCondition.Not(new LegalCondition.Before(SOLD, START)))))),
                        "15 days",
                        Confidence.LOW,
                        List.of(SOURCE))));
    }

    private static LegalClass legalClass(String id, LegalCondition when, @Nullable PropositionId stop) {
        return new LegalClass(id(id), "Art. 5", "Class " + id, when, new LegalCondition.DayReached(START), stop);
    }

    private static LegalFact fact(Characteristic<?> characteristic) {
        return new LegalFact(
                new VocabularyEntry(
                        characteristic,
                        "law",
                        Tier.EU_MODULE,
                        "Is it so?",
                        Map.of(),
                        "Where the line runs.",
                        "",
                        List.of(SOURCE)),
                "Art. 5",
                LegalFact.Effect.BINDS,
                Confidence.HIGH);
    }
}
