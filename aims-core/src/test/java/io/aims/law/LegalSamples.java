package io.aims.law;

import io.aims.rule.Condition;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.CustomValue;
import io.aims.system.DateCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Tier;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small law with everything that a legal pack can say, and short ways to make conditions, for tests. */
public final class LegalSamples {

    public static final Vocabulary NO_VOCABULARY = new Vocabulary("none", "1", Map.of(), List.of(), List.of());
    public static final LocalDate ASKED = LocalDate.of(2026, 11, 27);

    public static final BooleanCharacteristic IN_UNION = BooleanCharacteristic.of("inUnion");
    public static final BooleanCharacteristic MILITARY = BooleanCharacteristic.of("militaryOnly");
    public static final BooleanCharacteristic READS_EMOTIONS = BooleanCharacteristic.of("readsEmotions");
    public static final SetCharacteristic<CustomValue> SETTINGS =
            SetCharacteristic.of("emotionSettings", List.of("WORKPLACE", "EDUCATION", "ELSEWHERE"));
    public static final BooleanCharacteristic MEDICAL = BooleanCharacteristic.of("medicalReasons");
    public static final SetCharacteristic<CustomValue> PRACTICES =
            SetCharacteristic.of("practiceFlags", List.of("5_1_f", "5_1_g"));
    public static final BooleanCharacteristic RECRUITS = BooleanCharacteristic.of("recruits");
    public static final BooleanCharacteristic NARROW_TASK = BooleanCharacteristic.of("narrowTask");
    public static final BooleanCharacteristic PROFILES = BooleanCharacteristic.of("profiles");
    public static final BooleanCharacteristic CHATS = BooleanCharacteristic.of("chats");
    public static final BooleanCharacteristic OBVIOUS = BooleanCharacteristic.of("obviousMachine");
    public static final DateCharacteristic SOLD_ON = DateCharacteristic.of("soldOn");

    public static final LegalDate PROHIBITIONS = date("PROHIBITIONS", 2025, 2, 2);
    public static final LegalDate TRANSPARENCY = date("TRANSPARENCY", 2026, 8, 2);
    public static final LegalDate HIGH_RISK_DAY = date("HIGH_RISK_DAY", 2027, 12, 2);

    private LegalSamples() {}

    public static Classifier classifier() {
        return new Classifier(pack(), NO_VOCABULARY);
    }

    public static LegalPack pack() {
        return pack(propositions(), classes(), duties());
    }

    public static LegalPack pack(List<Proposition> propositions, List<LegalClass> classes, List<Duty> duties) {
        return new LegalPack(
                "test-act",
                "1.0.0",
                "Test Act",
                "Apache-2.0",
                "A law of a test.",
                "Test Act",
                LocalDate.of(2026, 11, 1),
                List.of(
                        fact(IN_UNION, "Art. 2(1)", LegalFact.Effect.BINDS),
                        fact(MILITARY, "Art. 2(3)", LegalFact.Effect.FREES),
                        fact(READS_EMOTIONS, "Art. 5(1)(f)", LegalFact.Effect.BINDS),
                        fact(SETTINGS, "Art. 5(1)(f)", LegalFact.Effect.BINDS),
                        fact(MEDICAL, "Art. 5(1)(f)", LegalFact.Effect.FREES),
                        fact(PRACTICES, "Art. 5(1)", LegalFact.Effect.BINDS),
                        fact(RECRUITS, "Annex III 4(a)", LegalFact.Effect.BINDS),
                        fact(NARROW_TASK, "Art. 6(3)", LegalFact.Effect.FREES),
                        fact(PROFILES, "Art. 6(3)", LegalFact.Effect.BINDS),
                        fact(CHATS, "Art. 50(1)", LegalFact.Effect.BINDS),
                        fact(OBVIOUS, "Art. 50(1)", LegalFact.Effect.FREES),
                        fact(SOLD_ON, "Art. 111", LegalFact.Effect.BINDS)),
                List.of(PROHIBITIONS, TRANSPARENCY, HIGH_RISK_DAY),
                propositions,
                classes,
                duties);
    }

    public static List<Proposition> propositions() {
        return new ArrayList<>(List.of(
                proposition(
                        "IN_SCOPE",
                        "Art. 2(1)",
                        "Within the law",
                        null,
                        yes(IN_UNION),
                        new Exemption(yes(MILITARY), "Art. 2(3)", "Military purposes only")),
                proposition(
                        "PRACTICE_F",
                        "Art. 5(1)(f)",
                        "Reading emotions at work or in education",
                        new Condition.Contains(PRACTICES, 0),
                        all(yes(READS_EMOTIONS), new LegalCondition.Tests(new Condition.ContainsAny(SETTINGS, 0b11))),
                        new Exemption(yes(MEDICAL), "Art. 5(1)(f)", "Medical or safety reasons")),
                proposition("PRACTICE", "Art. 5", "A prohibited practice", null, holds("PRACTICE_F")),
                proposition(
                        "LISTED",
                        "Annex III 4(a)",
                        "Choosing applicants",
                        null,
                        yes(RECRUITS),
                        new Exemption(
                                all(yes(NARROW_TASK), no(PROFILES)), "Art. 6(3)", "A narrow task without profiling")),
                proposition(
                        "PROHIBITIONS_APPLY",
                        "Art. 113",
                        "Prohibitions apply already",
                        null,
                        new LegalCondition.DayReached(PROHIBITIONS))));
    }

    public static List<LegalClass> classes() {
        return List.of(
                legalClass(
                        "PROHIBITED",
                        "Prohibited",
                        all(holds("IN_SCOPE"), holds("PRACTICE")),
                        holds("PROHIBITIONS_APPLY"),
                        "PRACTICE"),
                legalClass(
                        "HIGH_RISK",
                        "High-risk",
                        all(holds("IN_SCOPE"), not(holds("PRACTICE")), holds("LISTED")),
                        new LegalCondition.DayReached(HIGH_RISK_DAY),
                        null),
                legalClass(
                        "NOT_HIGH_RISK",
                        "Not high-risk",
                        all(holds("IN_SCOPE"), not(holds("PRACTICE")), not(holds("LISTED"))),
                        new LegalCondition.Always(),
                        null),
                legalClass("OUT_OF_SCOPE", "Out of scope", not(holds("IN_SCOPE")), new LegalCondition.Always(), null));
    }

    public static List<Duty> duties() {
        return List.of(new Duty(
                id("ART_50_1"),
                "Art. 50(1)",
                "PROVIDER",
                "Let people know that they deal with a machine.",
                all(holds("IN_SCOPE"), yes(CHATS), no(OBVIOUS)),
                new LegalCondition.AnyOf(List.of(
                        new LegalCondition.DayReached(HIGH_RISK_DAY),
                        all(
                                new LegalCondition.DayReached(TRANSPARENCY),
                                not(new LegalCondition.Before(SOLD_ON, TRANSPARENCY))))),
                "",
                Confidence.HIGH,
                List.of(new Source("Test Act Art. 50(1)"))));
    }

    public static Proposition proposition(
            String id,
            String article,
            String title,
            Condition.@Nullable SystemTest stated,
            @Nullable LegalCondition when,
            Exemption... unless) {
        return new Proposition(
                id(id),
                article,
                title,
                stated,
                when,
                List.of(unless),
                "Because.",
                List.of(new Source("Test Act")),
                Confidence.HIGH,
                null);
    }

    public static LegalClass legalClass(
            String id, String title, LegalCondition when, LegalCondition applies, @Nullable String stop) {
        return new LegalClass(id(id), "Art. 6", title, when, applies, stop == null ? null : id(stop));
    }

    public static PropositionId id(String value) {
        return new PropositionId(value);
    }

    public static LegalCondition yes(BooleanCharacteristic characteristic) {
        return new LegalCondition.Tests(new Condition.IsYes(characteristic));
    }

    public static LegalCondition no(BooleanCharacteristic characteristic) {
        return not(yes(characteristic));
    }

    public static LegalCondition not(LegalCondition part) {
        return new LegalCondition.Not(part);
    }

    public static LegalCondition all(LegalCondition... parts) {
        return new LegalCondition.AllOf(List.of(parts));
    }

    public static LegalCondition any(LegalCondition... parts) {
        return new LegalCondition.AnyOf(List.of(parts));
    }

    public static LegalCondition holds(String id) {
        return new LegalCondition.Holds(id(id));
    }

    private static LegalDate date(String id, int year, int month, int day) {
        return new LegalDate(
                id,
                LocalDate.of(year, month, day),
                "Something begins.",
                Confidence.HIGH,
                new Source("Test Act Art. 113"));
    }

    public static LegalFact fact(Characteristic<?> characteristic, String article, LegalFact.Effect effect) {
        return new LegalFact(
                new VocabularyEntry(
                        characteristic,
                        "law",
                        Tier.EU_MODULE,
                        "Is it so (" + characteristic.id() + ")?",
                        Map.of(),
                        "As the act says.",
                        "",
                        List.of(new Source("Test Act"))),
                article,
                effect,
                Confidence.HIGH);
    }
}
