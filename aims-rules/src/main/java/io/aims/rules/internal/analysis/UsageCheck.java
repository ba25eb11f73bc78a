package io.aims.rules.internal.analysis;

import io.aims.control.Catalogue;
import io.aims.error.Diagnostics;
import io.aims.error.Place;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rules.internal.files.EntryPlaces;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.VocabularyEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks that somebody uses what a pack adds: its controls, objectives, risk sources, characteristics and their values. */
final class UsageCheck {

    private static final String CONTROL = "AIMS-2107";
    private static final String RISK_SOURCE = "AIMS-2108";
    private static final String OBJECTIVE = "AIMS-2109";
    private static final String CHARACTERISTIC = "AIMS-2110";
    private static final String VALUE = "AIMS-2111";

    private final List<Rule> rules;
    private final Set<RuleId> neverHolding;
    private final Diagnostics found;

    /**
     * Creates a check.
     *
     * @param rules the rules of all packs in use
     * @param neverHolding those that no system makes true
     * @param found receives what there is to say
     */
    UsageCheck(List<Rule> rules, Set<RuleId> neverHolding, Diagnostics found) {
        this.rules = List.copyOf(rules);
        this.neverHolding = Set.copyOf(neverHolding);
        this.found = found;
    }

    void check(PlacedPack placed) {
        placed.pack().catalogues().forEach(catalogue -> checkEntries(catalogue, placed));
        for (VocabularyEntry entry : placed.pack().characteristics()) {
            checkReadBySomebody(
                    entry.characteristic(),
                    placed.places().characteristic(entry.characteristic().id()));
        }
    }

    private void checkEntries(Catalogue catalogue, PlacedPack placed) {
        catalogue
                .controls()
                .forEach(control -> checkLedTo(
                        CONTROL,
                        "control",
                        control.id().value(),
                        "requires it",
                        rule -> rule.requires().contains(control.id()),
                        test -> test instanceof Condition.IsNeeded reads
                                && reads.control().equals(control.id()),
                        placed));
        catalogue
                .riskSources()
                .forEach(source -> checkLedTo(
                        RISK_SOURCE,
                        "risk source",
                        source.id().value(),
                        "raises it",
                        rule -> rule.raises().contains(source.id()),
                        test -> test instanceof Condition.HasRiskSource reads
                                && reads.source().equals(source.id()),
                        placed));
        catalogue
                .objectives()
                .forEach(objective -> checkLedTo(
                        OBJECTIVE,
                        "objective",
                        objective.id().value(),
                        "threatens it with a likelihood or a severity",
                        rule -> rule.threatens().contains(objective.id())
                                && (rule.likelihood().isPresent()
                                        || rule.severityFloor().isPresent()),
                        test -> test instanceof Condition.LevelAtLeast reads
                                && reads.objective().equals(objective.id()),
                        placed));
    }

    private void checkLedTo(
            String code,
            String kind,
            String id,
            String what,
            Predicate<Rule> leads,
            Predicate<Condition.Test> reads,
            PlacedPack placed) {
        List<Rule> leading = rules.stream().filter(leads).toList();
        if (leading.stream().anyMatch(rule -> !neverHolding.contains(rule.id()))) {
            return;
        }
        Place place = placed.places().catalogueEntry(id).begin();
        List<String> reading = rules.stream()
                .filter(rule -> rule.condition().tests().stream().anyMatch(reads))
                .map(rule -> rule.id().value())
                .toList();
        String why = leading.isEmpty()
                ? "no rule " + what
                : "every rule that " + what + " can never hold (" + ids(leading) + ")";
        found.warning(
                code,
                place,
                "The " + kind + " (" + id + at(place) + ") can never be in a result: " + why
                        + (reading.isEmpty() ? "." : ", though rule (" + String.join("), (", reading) + ") reads it."),
                "Maybe a rule is missing, or the " + kind + " is left over.");
    }

    private void checkReadBySomebody(Characteristic<?> characteristic, EntryPlaces places) {
        List<Condition.SystemTest> tests = rules.stream()
                .flatMap(rule -> rule.condition().tests().stream())
                .filter(Condition.SystemTest.class::isInstance)
                .map(Condition.SystemTest.class::cast)
                .filter(test -> test.characteristic().equals(characteristic))
                .toList();
        if (tests.isEmpty()) {
            Place place = places.begin();
            found.warning(
                    CHARACTERISTIC,
                    place,
                    "The characteristic (" + characteristic.id() + at(place) + ") is asked for, and no rule reads it.",
                    "Maybe a rule is missing, or nobody needs to be asked.");
        } else if (characteristic instanceof EnumeratedCharacteristic<?> enumerated
                && characteristic.type() != io.aims.system.CharacteristicType.BOOLEAN) {
            checkToldApart(enumerated, tests, places);
        }
    }

    private void checkToldApart(
            EnumeratedCharacteristic<?> characteristic, List<Condition.SystemTest> tests, EntryPlaces places) {
        List<String> ids = characteristic.valueIds();
        Set<Integer> named = new TreeSet<>();
        tests.forEach(test -> named.addAll(named(test)));
        if (characteristic instanceof OrdinalCharacteristic) {
            for (int rank = 1; rank < ids.size(); rank++) {
                if (!named.contains(rank)) {
                    tellSame(characteristic, ids.get(rank), ids.get(rank - 1), places);
                }
            }
            return;
        }
        List<String> others = new ArrayList<>(ids);
        named.stream().map(ids::get).forEach(others::remove);
        for (int i = 1; i < others.size(); i++) {
            tellSame(characteristic, others.get(i), others.get(0), places);
        }
    }

    private void tellSame(Characteristic<?> characteristic, String value, String other, EntryPlaces places) {
        Place place = places.item("values", value);
        found.warning(
                VALUE,
                place,
                "The value (" + value + at(place) + ") of " + characteristic.id() + " makes no difference to (" + other
                        + "): no rule tells the two apart.",
                "Maybe a rule is missing, or the value is one too many.");
    }

    private static Set<Integer> named(Condition.SystemTest test) {
        if (test instanceof Condition.AtLeast reads) {
            return Set.of(reads.rank());
        }
        if (test instanceof Condition.Contains reads) {
            return Set.of(reads.position());
        }
        return bits(
                test instanceof Condition.IsIn in
                        ? in.allowed()
                        : test instanceof Condition.ContainsAny any ? any.wanted() : 0);
    }

    private static Set<Integer> bits(long mask) {
        Set<Integer> bits = new TreeSet<>();
        for (int i = 0; i < Long.SIZE; i++) {
            if ((mask >>> i & 1) == 1) {
                bits.add(i);
            }
        }
        return bits;
    }

    private static String ids(List<Rule> leading) {
        return String.join(
                "), (", leading.stream().map(rule -> rule.id().value()).toList());
    }

    private static String at(@Nullable Place place) {
        return place == null ? "" : ", " + place;
    }
}
