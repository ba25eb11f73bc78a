package io.aims.rules.internal.analysis;

import io.aims.error.Diagnostics;
import io.aims.error.Place;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RulePack;
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that a pack holds on no day on which one that it builds on does not. */
final class ValidityCheck {

    private static final String NOT_TOGETHER = "AIMS-2102";

    private final Diagnostics found;

    ValidityCheck(Diagnostics found) {
        this.found = found;
    }

    void check(PlacedPack placed, RulePack lower) {
        RulePack upper = placed.pack();
        if (!buildsOn(upper, lower)) {
            return;
        }
        LocalDate from = upper.validFrom();
        LocalDate until = upper.validUntil();
        LocalDate lowerFrom = lower.validFrom();
        LocalDate lowerUntil = lower.validUntil();
        if (from != null && lowerUntil != null && from.isAfter(lowerUntil)) {
            tell(placed, "validFrom", "is valid from (" + from + "), when", lower, "has ended (" + lowerUntil + ")");
        } else if (until != null && lowerFrom != null && until.isBefore(lowerFrom)) {
            tell(placed, "validUntil", "ends (" + until + ") before", lower, "begins (" + lowerFrom + ")");
        } else {
            if (lowerUntil != null && (until == null || until.isAfter(lowerUntil))) {
                tell(
                        placed,
                        "validUntil",
                        day("is valid until", until) + ", when",
                        lower,
                        "has ended (" + lowerUntil + ")");
            }
            if (lowerFrom != null && (from == null || from.isBefore(lowerFrom))) {
                tell(placed, "validFrom", day("is valid from", from) + ", before", lower, "begins (" + lowerFrom + ")");
            }
        }
    }

    private static String day(String what, @Nullable LocalDate day) {
        return day == null ? what + " any day" : what + " (" + day + ")";
    }

    private void tell(PlacedPack placed, String key, String what, RulePack lower, String then) {
        Place place = placed.places().pack().key(key);
        found.warning(
                NOT_TOGETHER,
                place,
                "The pack (" + Quoted.of(placed.pack().id()) + (place == null ? "" : ", " + place) + ") " + what
                        + " pack (" + Quoted.of(lower.id()) + "), on which it builds, " + then + ".",
                "Maybe give both the same days, or use another version of (" + Quoted.of(lower.id()) + ").");
    }

    /** It reads its characteristics or results, or speaks of a catalogue that it brings. */
    private static boolean buildsOn(RulePack upper, RulePack lower) {
        List<String> named = Arrays.asList(upper.catalogue().split("\\+", -1));
        if (lower.catalogues().stream().anyMatch(brought -> named.contains(brought.id()))) {
            return true;
        }
        Set<Object> given = new HashSet<>();
        lower.characteristics().forEach(entry -> given.add(entry.characteristic()));
        for (Rule rule : lower.rules()) {
            given.addAll(rule.raises());
            given.addAll(rule.threatens());
            given.addAll(rule.requires());
        }
        return upper.rules().stream()
                .flatMap(rule -> rule.condition().tests().stream())
                .anyMatch(test -> given.contains(read(test)));
    }

    private static Object read(Condition.Test test) {
        if (test instanceof Condition.HasRiskSource reads) {
            return reads.source();
        }
        if (test instanceof Condition.LevelAtLeast reads) {
            return reads.objective();
        }
        if (test instanceof Condition.IsNeeded reads) {
            return reads.control();
        }
        return ((Condition.SystemTest) test).characteristic();
    }
}
