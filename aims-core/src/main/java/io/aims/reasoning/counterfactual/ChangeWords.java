package io.aims.reasoning.counterfactual;

import io.aims.reasoning.internal.Phrases;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.ScaleCharacteristic;
import java.util.ArrayList;
import java.util.List;

/** Says in a sentence what would be different. */
final class ChangeWords {

    private ChangeWords() {}

    static String of(Change change) {
        return change.enough() instanceof Bounds.Members members ? ofSet(change, members.known()) : ofValue(change);
    }

    private static String ofValue(Change change) {
        String name = Phrases.name(change.characteristic());
        String enough = enough(change);
        return change.isFindingOut()
                ? "find out that " + name + " is " + enough + " (now " + present(change) + ")"
                : "change " + name + " from " + present(change) + " to " + enough;
    }

    private static String present(Change change) {
        return change.from().map(Phrases::words).orElse("unknown");
    }

    private static String enough(Change change) {
        Characteristic<?> characteristic = change.characteristic();
        String proposed = Phrases.words(change.proposed());
        if (change.enough() instanceof Bounds.Ranks ranks) {
            return ranks.high() == 0 ? proposed : proposed + " or safer";
        }
        if (change.enough() instanceof Bounds.Numbers numbers) {
            if (characteristic instanceof ScaleCharacteristic) {
                return numbers.isExact() ? proposed : proposed + " or higher";
            }
            Bounds limit = new Bounds.Numbers(java.math.BigDecimal.ZERO, numbers.high());
            return "below " + Phrases.words(characteristic, limit).replace("at most ", "");
        }
        return Phrases.words(characteristic, change.enough());
    }

    private static String ofSet(Change change, long enough) {
        EnumeratedCharacteristic<?> set = (EnumeratedCharacteristic<?>) change.characteristic();
        String name = Phrases.name(set);
        Bounds.Members present = (Bounds.Members)
                change.from().map(Answer::bounds).orElse(change.characteristic().unknown());
        long everything = (1L << set.values().size()) - 1;
        long out = present.known() & ~enough;
        long unlikely = present.complete() ? 0 : everything & ~present.known() & ~enough;
        boolean mostGo = Long.bitCount(unlikely) > set.values().size() / 2;
        String others = mostGo
                ? enough == 0 ? "there are none" : "there are none but " + members(set, enough, "and")
                : "they do not include " + members(set, unlikely, "or");
        if (unlikely == 0) {
            return "take " + members(set, out, "and") + " out of " + name;
        }
        List<String> parts = new ArrayList<>();
        if (out != 0) {
            parts.add("take " + members(set, out, "and") + " out of " + name);
        }
        parts.add((out == 0 ? "find out about " + name + " that " : "make sure that ") + others + " (now "
                + present(change) + ")");
        return String.join(" and ", parts);
    }

    private static String members(EnumeratedCharacteristic<?> set, long mask, String last) {
        List<String> members = new ArrayList<>();
        for (int position = 0; position < set.values().size(); position++) {
            if ((mask >>> position & 1) != 0) {
                members.add(Phrases.words(set.valueIds().get(position)));
            }
        }
        return Phrases.list(members, last);
    }
}
