package io.aims.rules;

import io.aims.control.Catalogue;
import io.aims.error.Diagnostic;
import io.aims.error.Diagnostics;
import io.aims.error.Faults;
import io.aims.rule.PackCatalogues;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.rules.internal.analysis.PackAnalysis;
import io.aims.rules.internal.analysis.PlacedRule;
import io.aims.rules.internal.files.PackPlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds what somebody should look at in rules, though nothing forbids their use. */
final class RuleWarnings {

    private final List<RulePack> beside;
    private final List<RulePack> packs;
    private final Function<RulePack, PackPlaces> places;

    /**
     * Creates a search.
     *
     * @param beside the packs in use with those that are verified
     * @param packs the packs that are verified, without what could not be read
     * @param places where the parts of each pack stand
     */
    RuleWarnings(List<RulePack> beside, List<RulePack> packs, Function<RulePack, PackPlaces> places) {
        this.beside = beside;
        this.packs = packs;
        this.places = places;
    }

    /**
     * Finds the warnings.
     *
     * @param given the catalogues, without those that the packs bring
     * @param base the rules of all packs, if they could be joined
     * @return the warnings; the errors are told by who joins the packs
     */
    List<Diagnostic> find(Catalogue given, Optional<RuleBase> base) {
        List<RulePack> all = new ArrayList<>(beside);
        all.addAll(packs);
        Catalogue catalogue = PackCatalogues.join(given, all, new Faults());
        Diagnostics found = new Diagnostics();
        PackAnalysis analysis = new PackAnalysis(found, true);
        List<PlacedRule> own = PackVerifier.placed(packs, places);
        for (PlacedRule rule : own) {
            analysis.checkAlone(rule);
            analysis.checkThreats(rule, catalogue);
        }
        analysis.checkRepetitions(own, PackVerifier.placed(beside, places));
        base.ifPresent(joined -> analysis.checkResults(joined, own));
        return found.toList().stream().filter(told -> !told.isError()).toList();
    }
}
