package io.aims.packs;

import io.aims.rule.Truth;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.text.NumberText;
import io.aims.text.Quoted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes answers as packs write them, on one line.
 *
 * <p>What it writes is read back as equal answers, without their provenance. An answer that leaves everything open is left
 * out. Thread-safe.
 *
 * @since 0.1
 */
public final class ExampleText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

    private ExampleText() {}

    /**
     * Returns the key under which examples of a kind stand.
     *
     * @param expected what the rule comes to in them
     * @return {@code fires}, {@code silent} or {@code unknown}
     */
    public static String kind(Truth expected) {
        return switch (expected) {
            case TRUE -> "fires";
            case FALSE -> "silent";
            case UNDETERMINED -> "unknown";
        };
    }

    /**
     * Writes answers.
     *
     * @param answers the answers
     * @return for example <code>{automationLevel: ASSISTANCE, vulnerableGroups: []}</code>
     */
    public static String of(Collection<Answer> answers) {
        return answers.stream()
                .filter(answer ->
                        !answer.bounds().equals(answer.characteristic().unknown()))
                .map(answer -> answer.characteristic().id() + ": " + value(answer.characteristic(), answer.bounds()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String value(Characteristic<?> characteristic, Bounds bounds) {
        if (bounds instanceof Bounds.Ranks ranks) {
            EnumeratedCharacteristic<?> enumerated = (EnumeratedCharacteristic<?>) characteristic;
            int top = enumerated.values().size() - 1;
            return range(
                    id(enumerated, ranks.low()), ranks.low() > 0, id(enumerated, ranks.high()), ranks.high() < top);
        }
        if (bounds instanceof Bounds.Numbers numbers) {
            Bounds.Numbers all = (Bounds.Numbers) characteristic.unknown();
            BigDecimal high = numbers.high();
            return range(
                    NumberText.of(numbers.low()),
                    numbers.low().compareTo(all.low()) > 0,
                    high == null ? "" : NumberText.of(high),
                    high != null && (all.high() == null || high.compareTo(all.high()) < 0));
        }
        if (bounds instanceof Bounds.Days days) {
            Bounds.Days all = (Bounds.Days) characteristic.unknown();
            return range(
                    days.earliest().toString(),
                    !days.earliest().equals(all.earliest()),
                    days.latest().toString(),
                    !days.latest().equals(all.latest()));
        }
        if (bounds instanceof Bounds.Members members) {
            String known = ids((EnumeratedCharacteristic<?>) characteristic, members.known())
                    .toString();
            return members.complete() ? known : "{contains: " + known + "}";
        }
        List<String> possible = ids((EnumeratedCharacteristic<?>) characteristic, ((Bounds.OneOf) bounds).possible());
        return possible.size() == 1 ? possible.get(0) : "{in: " + possible + "}";
    }

    /** An end that says nothing is left out, but not both. */
    private static String range(String low, boolean begins, String high, boolean ends) {
        if (low.equals(high)) {
            return low;
        }
        if (!ends) {
            return "{atLeast: " + low + "}";
        }
        return begins ? "{atLeast: " + low + ", atMost: " + high + "}" : "{atMost: " + high + "}";
    }

    private static List<String> ids(EnumeratedCharacteristic<?> characteristic, long mask) {
        List<String> ids = new ArrayList<>();
        for (int position = 0; position < characteristic.values().size(); position++) {
            if ((mask >>> position & 1) != 0) {
                ids.add(id(characteristic, position));
            }
        }
        return ids;
    }

    private static String id(EnumeratedCharacteristic<?> characteristic, int position) {
        String id = characteristic.valueIds().get(position);
        return PLAIN.matcher(id).matches() && !id.equals("null") ? id : "\"" + escaped(id) + "\"";
    }

    private static String escaped(String id) {
        return Quoted.whole(id.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
