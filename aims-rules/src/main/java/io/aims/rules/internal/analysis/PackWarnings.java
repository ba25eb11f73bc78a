package io.aims.rules.internal.analysis;

import io.aims.error.AimsException;
import io.aims.error.Diagnostic;
import io.aims.error.Diagnostics;
import io.aims.evaluation.RiskMethod;
import io.aims.evaluation.StratumResults;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what somebody should look at in packs that are used together, though nothing forbids their use. */
public final class PackWarnings {

    private PackWarnings() {}

    /**
     * Checks packs.
     *
     * @param beside packs in use that are not checked themselves
     * @param packs the packs, each of which may build on those before it
     * @param areWhole {@code false} if something of them could not be read, so that it is not known what they use
     * @param base all of them joined, or empty if something forbids it
     * @return what was found, warnings only
     */
    public static List<Diagnostic> find(
            List<RulePack> beside, List<PlacedPack> packs, boolean areWhole, Optional<RuleBase> base) {
        Diagnostics found = new Diagnostics();
        List<Rule> rules = new ArrayList<>();
        beside.forEach(pack -> rules.addAll(pack.rules()));
        packs.forEach(placed -> rules.addAll(placed.pack().rules()));
        WordingCheck wording = new WordingCheck(found);
        beside.forEach(pack -> wording.know(pack.rules()));
        ValidityCheck validity = new ValidityCheck(found);
        UsageCheck usage =
                new UsageCheck(rules, base.map(PackWarnings::neverHolding).orElse(Set.of()), found);
        List<RulePack> before = new ArrayList<>(beside);
        for (PlacedPack placed : packs) {
            wording.check(placed);
            before.forEach(lower -> validity.check(placed, lower));
            if (areWhole) {
                usage.check(placed);
            }
            before.add(placed.pack());
        }
        return found.toList();
    }

    /**
     * Even if every rule holds, no result is more hazardous than what the rules together contribute. With an id that no
     * catalogue has, which is told elsewhere, no result comes about.
     */
    private static Set<RuleId> neverHolding(RuleBase base) {
        BitSet all = new BitSet();
        all.set(0, base.rules().size());
        StratumResults highest;
        try {
            highest = new RiskMethod(base).results(all, all);
        } catch (AimsException e) {
            return Set.of();
        }
        ConditionAnalysis analysis = new ConditionAnalysis(Effort.ofPack());
        Set<RuleId> never = new HashSet<>();
        for (Rule rule : base.rules()) {
            if (!analysis.canHold(rule.condition(), highest)) {
                never.add(rule.id());
            }
        }
        return never;
    }
}
