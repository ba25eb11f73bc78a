package io.aims.reasoning.internal;

import io.aims.risk.RiskLevel;
import io.aims.rule.Condition;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.CharacteristicValue;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.Provenance;
import io.aims.system.VocabularyEntry;
import io.aims.text.NumberText;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns ids, answers and tests into English that a risk owner reads without help. */
public final class Phrases {

    /** Words that stay in capitals. */
    private static final Set<String> CAPITALS = Set.of("AI", "EU", "GPAI", "ISO", "IT", "ML", "MSS", "TRL", "UK", "US");

    /** Words at the beginning of a phrase that keep their capital within a sentence. */
    private static final Set<String> NAMES = Set.of("Annex", "Canada", "European", "Internet", "Union", "United");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern EU = Pattern.compile("\\beu\\b");
    private static final Pattern AI = Pattern.compile("\\bai\\b");
    private static final Pattern AIMS = Pattern.compile("\\baims\\b");
    private static final Pattern NOT_OF_A_WORD = Pattern.compile("\\W");

    private Phrases() {}

    /**
     * Returns a characteristic in words.
     *
     * @param characteristic a characteristic
     * @return for example {@code automation level}
     */
    public static String name(Characteristic<?> characteristic) {
        return nameOf(characteristic.id());
    }

    /**
     * Returns a characteristic in words.
     *
     * @param id for example {@code automationLevel}
     * @return for example {@code automation level}
     */
    public static String nameOf(String id) {
        String words = HUMP.matcher(id).replaceAll(" ").toLowerCase(Locale.ROOT);
        words = EU.matcher(words).replaceAll("EU");
        words = AI.matcher(words).replaceAll("AI");
        return AIMS.matcher(words).replaceAll("organisation's");
    }

    /**
     * Returns a value or another constant in words.
     *
     * @param id for example {@code HIGH_AUTOMATION}
     * @return for example {@code high automation}
     */
    public static String words(String id) {
        if (!id.isEmpty() && Character.isDigit(id.charAt(0))) {
            return id;
        }
        List<String> words = new ArrayList<>();
        for (String word : id.split("_", -1)) {
            words.add(CAPITALS.contains(word) ? word : word.toLowerCase(Locale.ROOT));
        }
        return String.join(" ", words);
    }

    /**
     * Returns an answer in words.
     *
     * @param answer an answer
     * @return for example {@code at least high automation}, {@code none} or {@code unknown}
     */
    public static String words(Answer answer) {
        return words(answer.characteristic(), answer.bounds());
    }

    /**
     * Returns what is known of a characteristic in words.
     *
     * @param characteristic a characteristic
     * @param bounds its bounds
     * @return for example {@code at least high automation}, {@code none} or {@code unknown}
     */
    public static String words(Characteristic<?> characteristic, Bounds bounds) {
        if (bounds.equals(characteristic.unknown())) {
            return "unknown";
        }
        if (bounds instanceof Bounds.Ranks ranks) {
            List<String> values = values(characteristic);
            int top = values.size() - 1;
            return range(
                    ranks.low() == 0 ? null : values.get(ranks.low()),
                    ranks.high() == top ? null : values.get(ranks.high()),
                    ranks.isExact() ? values.get(ranks.low()) : null);
        }
        if (bounds instanceof Bounds.Numbers numbers) {
            Bounds.Numbers all = (Bounds.Numbers) characteristic.unknown();
            var high = numbers.high();
            return range(
                    numbers.low().compareTo(all.low()) > 0 ? NumberText.of(numbers.low()) : null,
                    high != null && (all.high() == null || high.compareTo(all.high()) < 0) ? NumberText.of(high) : null,
                    numbers.isExact() ? NumberText.of(numbers.low()) : null);
        }
        if (bounds instanceof Bounds.Days) {
            return Answer.of(characteristic, bounds).text();
        }
        if (bounds instanceof Bounds.Members members) {
            String known = list(chosen(characteristic, members.known()), "and");
            return members.complete() ? known.isEmpty() ? "none" : known : known + ", maybe more";
        }
        return list(chosen(characteristic, ((Bounds.OneOf) bounds).possible()), "or");
    }

    private static String range(@Nullable String low, @Nullable String high, @Nullable String exact) {
        if (exact != null) {
            return exact;
        }
        if (low == null) {
            return "at most " + high;
        }
        return high == null ? "at least " + low : low + " to " + high;
    }

    /**
     * Returns a test in words, as a statement that may be true or not.
     *
     * @param test a test
     * @return for example {@code automation level is high automation or more}
     */
    public static String statement(Condition.Test test) {
        if (test instanceof Condition.SystemTest systemTest) {
            return name(systemTest.characteristic()) + " " + predicate(systemTest);
        }
        if (test instanceof Condition.HasRiskSource hasSource) {
            return "risk source " + hasSource.source() + " is present";
        }
        if (test instanceof Condition.LevelAtLeast level) {
            return "the level of " + level.objective() + " is "
                    + orMore(words(level.least().name()), level.least() == RiskLevel.VERY_HIGH);
        }
        return "control " + ((Condition.IsNeeded) test).control() + " is needed";
    }

    /**
     * Returns what a test asks of its characteristic.
     *
     * @param test a test
     * @return for example {@code is high automation or more}
     */
    public static String predicate(Condition.SystemTest test) {
        List<String> values = values(test.characteristic());
        if (test instanceof Condition.AtLeast atLeast) {
            return "is " + orMore(values.get(atLeast.rank()), atLeast.rank() == values.size() - 1);
        }
        if (test instanceof Condition.ReachesNumber reaches) {
            return "is " + NumberText.of(reaches.least()) + " or more";
        }
        if (test instanceof Condition.AtMost atMost) {
            return "is " + atMost.most() + " or lower";
        }
        if (test instanceof Condition.IsYes) {
            return "is yes";
        }
        if (test instanceof Condition.IsIn isIn) {
            return "is " + list(chosen(test.characteristic(), isIn.allowed()), "or");
        }
        if (test instanceof Condition.Contains contains) {
            return "include " + values.get(contains.position());
        }
        if (test instanceof Condition.ContainsAny containsAny) {
            return "include " + list(chosen(test.characteristic(), containsAny.wanted()), "or");
        }
        return "are not empty";
    }

    /**
     * Returns what a test asks for, as the answer that it wants.
     *
     * @param test a test
     * @return for example {@code high automation or more}, {@code yes} or {@code children among them}
     */
    public static String wanted(Condition.SystemTest test) {
        List<String> values = values(test.characteristic());
        if (test instanceof Condition.Contains contains) {
            return values.get(contains.position()) + " among them";
        }
        if (test instanceof Condition.ContainsAny containsAny) {
            return list(chosen(test.characteristic(), containsAny.wanted()), "or") + " among them";
        }
        if (test instanceof Condition.NotEmpty) {
            return "any of them";
        }
        return predicate(test).substring("is ".length());
    }

    /**
     * Returns an answer as a person gives it to the question, with what it means where that helps.
     *
     * @param entry the characteristic
     * @param bounds what is known of it
     * @return for example {@code None: no person looks}, {@code At least scheduled retraining} or {@code Not known yet}
     */
    public static String answer(VocabularyEntry entry, Bounds bounds) {
        Characteristic<?> characteristic = entry.characteristic();
        if (bounds.equals(characteristic.unknown())) {
            return "Not known yet";
        }
        String words = words(characteristic, bounds);
        String only = onlyValue(characteristic, bounds);
        String meaning = only == null ? null : entry.meanings().get(only);
        String said = meaning == null ? "" : withinSentence(meaning);
        return capitalised(words) + (said.isEmpty() || said.equalsIgnoreCase(words) ? "" : ": " + said);
    }

    private static @Nullable String onlyValue(Characteristic<?> characteristic, Bounds bounds) {
        if (!(characteristic instanceof EnumeratedCharacteristic<?> enumerated)) {
            return null;
        }
        long mask = 0;
        if (bounds instanceof Bounds.Ranks ranks && ranks.isExact()) {
            mask = 1L << ranks.low();
        } else if (bounds instanceof Bounds.Members members && members.complete()) {
            mask = members.known();
        } else if (bounds instanceof Bounds.OneOf oneOf) {
            mask = oneOf.possible();
        }
        return Long.bitCount(mask) == 1 ? enumerated.valueIds().get(Long.numberOfTrailingZeros(mask)) : null;
    }

    /**
     * Returns a phrase as it stands in the middle of a sentence.
     *
     * @param phrase for example {@code No person looks.}
     * @return for example {@code no person looks}
     */
    public static String withinSentence(String phrase) {
        String bare = phrase.strip();
        bare = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
        String first = NOT_OF_A_WORD.split(bare, 2)[0];
        boolean isName = NAMES.contains(first) || first.length() > 1 && Character.isUpperCase(first.charAt(1));
        return bare.isEmpty() || isName ? bare : bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }

    /**
     * Returns words as they begin a sentence.
     *
     * @param words words
     * @return the same with a capital
     */
    public static String capitalised(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /**
     * Returns words with the article before them.
     *
     * @param words for example {@code AI producer}
     * @return for example {@code an AI producer}
     */
    public static String withArticle(String words) {
        return (!words.isEmpty() && "aeiouAEIOU".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
    }

    /**
     * Returns a number with its noun.
     *
     * @param number a number
     * @param one the noun for one
     * @param many the noun for any other number
     * @return for example {@code 2 rules}
     */
    public static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /**
     * Returns who said so, when and on what evidence, as a sentence.
     *
     * @param provenance a provenance
     * @return empty if nothing is said of it
     */
    public static String sentence(Provenance provenance) {
        if (provenance.isNone()) {
            return "";
        }
        boolean inferred = provenance.basis() == Provenance.Basis.INFERRED;
        StringBuilder sentence = new StringBuilder(inferred ? "Inferred, not stated" : "Stated");
        provenance
                .by()
                .ifPresent(by -> sentence.append(inferred ? ", by " : " by ").append(Quoted.of(by)));
        provenance.on().ifPresent(on -> sentence.append(" on ").append(on));
        provenance.evidence().ifPresent(on -> sentence.append("; evidence: ").append(Quoted.of(on)));
        return sentence.append('.').toString();
    }

    private static String orMore(String value, boolean isHighest) {
        return isHighest ? value : value + " or more";
    }

    /**
     * Joins words as a sentence does.
     *
     * @param words words
     * @param last the word before the last one, {@code and} or {@code or}
     * @return for example {@code a, b and c}
     */
    public static String list(Collection<String> words, String last) {
        List<String> all = List.copyOf(words);
        if (all.size() < 2) {
            return String.join("", all);
        }
        return String.join(", ", all.subList(0, all.size() - 1)) + " " + last + " " + all.get(all.size() - 1);
    }

    private static List<String> values(Characteristic<?> characteristic) {
        return characteristic instanceof EnumeratedCharacteristic<?> enumerated
                ? enumerated.valueIds().stream().map(Phrases::words).toList()
                : List.of();
    }

    private static List<String> chosen(Characteristic<?> characteristic, long mask) {
        EnumeratedCharacteristic<?> enumerated = (EnumeratedCharacteristic<?>) characteristic;
        return enumerated.values().stream()
                .filter(value -> (mask >>> enumerated.position(value) & 1) != 0)
                .map(CharacteristicValue::id)
                .map(Phrases::words)
                .toList();
    }
}
