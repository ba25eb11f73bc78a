package io.aims.treatment.statement;

import io.aims.reasoning.proof.ConditionProof;
import io.aims.reasoning.proof.ControlProof;
import io.aims.reasoning.proof.ObjectiveProof;
import io.aims.reasoning.proof.Proof;
import io.aims.reasoning.proof.RiskSourceProof;
import io.aims.reasoning.proof.RuleProof;
import io.aims.rule.Truth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Walks the rules that may call for a control down to the facts that are not known. */
final class OpenFacts {

    private final SortedSet<String> characteristics = new TreeSet<>();
    private final Set<String> seen = new HashSet<>();

    private OpenFacts() {}

    /** Returns the ids of the characteristics on which it depends whether a control is needed. */
    static SortedSet<String> of(ControlProof control) {
        OpenFacts facts = new OpenFacts();
        control.rules().forEach(facts::add);
        return facts.characteristics;
    }

    private void add(RuleProof rule) {
        if (rule.truth() == Truth.UNDETERMINED && seen.add(rule.id())) {
            add(rule.condition());
        }
    }

    private void add(ConditionProof step) {
        if (step.truth() != Truth.UNDETERMINED) {
            return;
        }
        if (step instanceof ConditionProof.Fact fact) {
            characteristics.add(fact.entry().characteristic().id());
        } else if (step instanceof ConditionProof.Result result) {
            rules(result.because()).forEach(this::add);
        }
        step.parts().forEach(this::add);
    }

    private static List<RuleProof> rules(Proof result) {
        if (result instanceof RiskSourceProof source) {
            return source.rules();
        }
        return result instanceof ControlProof control ? control.rules() : ((ObjectiveProof) result).rules();
    }
}
