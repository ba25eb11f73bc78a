package io.aims.rules;

import io.aims.control.Catalogue;
import io.aims.error.Faults;
import io.aims.rule.PackCatalogues;
import io.aims.rule.RulePack;
import io.aims.system.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the rules of a pack may read and speak of besides what it brings itself. Immutable and thread-safe. */
final class Beside {

    private final Vocabulary vocabulary;
    private final Catalogue given;
    private final Catalogue catalogue;
    private final List<RulePack> packs;
    private final Map<String, String> owners;
    private final boolean mayReplaceRules;

    /**
     * Joins what there is. What clashes in it is told when the packs are joined.
     *
     * @param bare the vocabulary, without the characteristics that the packs add
     * @param given the catalogues, without those that the packs bring
     * @param packs the packs
     * @param mayReplaceRules whether the pack may replace rules of these
     */
    Beside(Vocabulary bare, Catalogue given, List<RulePack> packs, boolean mayReplaceRules) {
        Vocabulary widened = bare;
        this.owners = new LinkedHashMap<>();
        bare.ids().forEach(id -> owners.put(id, "vocabulary (" + bare.id() + ")"));
        for (RulePack pack : packs) {
            widened = PackVerifier.widened(widened, pack.characteristics());
            pack.characteristics()
                    .forEach(entry -> owners.putIfAbsent(entry.characteristic().id(), "pack (" + pack.id() + ")"));
        }
        this.vocabulary = widened;
        this.given = given;
        this.catalogue = PackCatalogues.join(given, packs, new Faults());
        this.packs = List.copyOf(packs);
        this.mayReplaceRules = mayReplaceRules;
    }

    /** Returns the vocabulary with what the packs add. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Returns all catalogues, joined. */
    Catalogue catalogue() {
        return catalogue;
    }

    /** Returns the catalogues without those that packs bring. */
    Catalogue givenCatalogue() {
        return given;
    }

    /** Returns the catalogues that packs bring, by the ids of the packs. */
    SortedMap<String, List<Catalogue>> broughtCatalogues() {
        SortedMap<String, List<Catalogue>> brought = new TreeMap<>();
        packs.forEach(pack -> brought.put(pack.id(), pack.catalogues()));
        return brought;
    }

    /** Finds a pack by its id. */
    Optional<RulePack> pack(String id) {
        return packs.stream().filter(pack -> pack.id().equals(id)).findFirst();
    }

    /** Tells whether the pack may replace rules of those beside it. */
    boolean mayReplaceRules() {
        return mayReplaceRules;
    }

    /** Tells where a characteristic comes from, for messages. */
    Optional<String> owner(String characteristic) {
        return Optional.ofNullable(owners.get(characteristic));
    }
}
