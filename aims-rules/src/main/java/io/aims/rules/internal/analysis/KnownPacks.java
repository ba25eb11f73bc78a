package io.aims.rules.internal.analysis;

import io.aims.control.Catalogue;
import io.aims.rule.Condition;
import io.aims.rule.RulePack;
import io.aims.system.VocabularyEntry;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which packs the author of a pack had beside it: those that are named like a catalogue that the pack speaks of, that bring
 * such a catalogue, or whose characteristics its rules read. Any other pack may add reasons that the author could not foresee.
 */
final class KnownPacks {

    private final RulePack pack;
    private final Set<String> catalogues;
    private final Set<String> read;

    KnownPacks(RulePack pack) {
        this.pack = pack;
        this.catalogues = Set.copyOf(Arrays.asList(pack.catalogue().split("\\+")));
        this.read = pack.rules().stream()
                .flatMap(rule -> rule.condition().tests().stream())
                .filter(Condition.SystemTest.class::isInstance)
                .map(test -> ((Condition.SystemTest) test).characteristic().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Tells whether all of some packs are known. */
    boolean containsAll(Collection<RulePack> packs) {
        return packs.stream().allMatch(this::contains);
    }

    private boolean contains(RulePack other) {
        return other.id().equals(pack.id())
                || catalogues.stream()
                        .anyMatch(id ->
                                id.substring(0, Math.max(0, id.indexOf(':'))).equals(other.id()))
                || other.catalogues().stream().map(Catalogue::id).anyMatch(catalogues::contains)
                || other.characteristics().stream()
                        .map(VocabularyEntry::characteristic)
                        .anyMatch(characteristic -> read.contains(characteristic.id()));
    }
}
