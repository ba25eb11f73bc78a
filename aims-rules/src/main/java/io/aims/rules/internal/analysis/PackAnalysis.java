package io.aims.rules.internal.analysis;

import io.aims.control.Catalogue;
import io.aims.error.Diagnostics;
import io.aims.rule.RuleBase;
import java.util.List;
import java.util.Set;

/**
 * Says what is wrong with rules, and if asked also what somebody should look at: without a system, from what the rules and
 * their examples say. What it tells is certain; where to find out would take too long, it says nothing. Not thread-safe.
 */
public final class PackAnalysis {

    private final Diagnostics found;
    private final boolean all;
    private final ConditionAnalysis analysis = new ConditionAnalysis(Effort.ofPack());

    /**
     * Creates an analysis.
     *
     * @param found receives what there is to say
     * @param all whether to tell warnings as well
     */
    public PackAnalysis(Diagnostics found, boolean all) {
        this.found = found;
        this.all = all;
    }

    /**
     * Checks what can be said of one rule alone.
     *
     * @param placed the rule
     */
    public void checkAlone(PlacedRule placed) {
        ConclusionCheck conclusion = new ConclusionCheck(found);
        conclusion.check(placed);
        if (all) {
            conclusion.checkEffect(placed);
        }
        boolean sound = new ConditionCheck(analysis, all, found).check(placed);
        if (placed.readsResults()) {
            return;
        }
        ExampleCheck examples = new ExampleCheck(placed, Answered::of, false, found);
        if (all) {
            examples.checkWorth();
            if (sound) {
                examples.checkCoverage(List.of());
            }
        }
    }

    /**
     * Checks what a rule says against the catalogue.
     *
     * @param placed the rule, of which every id is in the catalogue
     * @param catalogue the catalogue
     */
    public void checkThreats(PlacedRule placed, Catalogue catalogue) {
        if (all) {
            new ConclusionCheck(found).checkThreats(placed, catalogue);
        }
    }

    /**
     * Checks which rules say what others say.
     *
     * @param own the rules that are verified
     * @param beside rules of other packs
     * @param apart the ids of packs of which it is known that no rule is another one of the same pack
     */
    public void checkRepetitions(List<PlacedRule> own, List<PlacedRule> beside, Set<String> apart) {
        RepetitionCheck repetitions = new RepetitionCheck(own, beside, analysis, found);
        repetitions.checkDuplicates(apart);
        if (all) {
            repetitions.checkContained();
        }
    }

    /**
     * Checks the rules that read results, with all packs in use.
     *
     * @param base the rules of all packs
     * @param own the rules that are verified
     */
    public void checkResults(RuleBase base, List<PlacedRule> own) {
        new ResultCheck(base, own, analysis, all, found).check();
    }
}
