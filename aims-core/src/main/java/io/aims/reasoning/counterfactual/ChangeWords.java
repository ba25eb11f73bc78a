package io.aims.reasoning.counterfactual;

import io.aims.reasoning.internal.Phrases;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says in a sentence what would be different. */
final class ChangeWords {

    private ChangeWords() {}

    static String of(Change change) {
        return change.enough() instanceof Bounds.Members members ? ofSet(change, members.known()) : ofValue(change);
    }

    private static String ofValue(Change change) {
        String name = Phrases.name(change.characteristic());
        String enough = enough(change);
        if (change.isFindingOut()) {
            return "find out that " + name + " is " + enough + " (now " + present(change) + ")";
        }
        String verb = name.startsWith("change") ? "bring " : "change ";
        return verb + name + " from " + present(change) + " to " + enough;
    }

    private static String present(Change change) {
        return change.from().map(Phrases::words).orElse("unknown");
    }

    private static String enough(Change change) {
        Characteristic<?> characteristic = change.characteristic();
        if (change.enough() instanceof Bounds.Ranks ranks) {
            String most = Phrases.words(characteristic, new Bounds.Ranks(ranks.high(), ranks.high()));
            return ranks.isExact() ? most : most + " or safer";
        }
        if (change.enough() instanceof Bounds.Numbers numbers) {
            if (characteristic instanceof ScaleCharacteristic) {
                return NumberText.of(numbers.low()) + (numbers.isExact() ? "" : " or higher");
            }
            return "below " + NumberText.of(Objects.requireNonNull(numbers.high()));
        }
        return Phrases.words(characteristic, change.enough());
    }

    private static String ofSet(Change change, long enough) {
        EnumeratedCharacteristic<?> set = (EnumeratedCharacteristic<?>) change.characteristic();
        String name = Phrases.name(set);
        Bounds.Members present = (Bounds.Members)
                change.from().map(Answer::bounds).orElse(change.characteristic().unknown());
        long out = present.known() & ~enough;
        String taken = "take " + members(set, out, "and") + " out of " + name;
        if (present.complete()) {
            return taken;
        }
        long everything = (1L << set.values().size()) - 1;
        long open = everything & ~present.known() & ~enough;
        String now = " (now " + present(change) + ")";
        if (out == 0) {
            return "find out that " + (enough == 0 ? "there are no " + name : name + " " + without(set, open, enough))
                    + now;
        }
        if (open == 0) {
            return taken + now;
        }
        return taken + " and make sure that "
                + (enough == 0 ? "there are no others" : "they " + without(set, open, enough)) + now;
    }

    /** Names the fewer of those that must not be among the members and those that may. */
    private static String without(EnumeratedCharacteristic<?> set, long out, long enough) {
        return Long.bitCount(out) > Long.bitCount(enough)
                ? "include nothing but " + members(set, enough, "and")
                : "do not include " + members(set, out, "or");
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
