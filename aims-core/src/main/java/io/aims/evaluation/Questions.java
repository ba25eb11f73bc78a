package io.aims.evaluation;

import io.aims.control.Control;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the questions that are worth asking: those about characteristics on which an undetermined rule still depends,
 * ranked by what the best answer would settle.
 *
 * <p>For each question its possible answers are tried on the undetermined rules that read it: first counts the number of
 * rules settled, then the controls settled, then the steps by which levels narrow, then the tier, then the order of the
 * vocabulary. The last questions are those of which no answer settles anything by itself, only together with another.
 * Immutable and thread-safe.
 */
final class Questions {

    private final RiskMethod method;
    private final @Nullable Characteristic<?> roles;
    private volatile @Nullable Prepared prepared;

    /** What is needed of the rules, made when questions are first asked for. */
    private record Prepared(LaneConditions conditions, List<Control> controls, LevelCells cells) {}

    Questions(RiskMethod method) {
        this.method = method;
        this.roles = method.base().vocabulary().characteristic(Grounds.ROLES).orElse(null);
    }

    /**
     * Finds the questions about a system.
     *
     * @param system the system
     * @param certain the rules that hold
     * @param possible the rules that hold or may hold
     * @param held what is known of the roles of the organisation
     * @return the questions, the one that settles most first
     */
    List<OpenQuestion> about(AiSystem system, BitSet certain, BitSet possible, Bounds.Members held) {
        BitSet open = (BitSet) possible.clone();
        open.andNot(certain);
        if (open.isEmpty()) {
            return List.of();
        }
        Prepared rules = prepared();
        QuestionSearch search = new QuestionSearch(
                rules.conditions(),
                new KnownFacts(system, method.results(certain, possible)),
                roles,
                new ControlCount(method, rules.controls(), certain, possible, held),
                new LevelSteps(rules.cells(), certain, possible),
                open);
        return search.questions().stream().sorted(Questions::compare).toList();
    }

    private Prepared prepared() {
        Prepared ready = prepared;
        if (ready == null) {
            RuleBase base = method.base();
            ready = new Prepared(
                    new LaneConditions(base), List.copyOf(base.catalogue().controls()), new LevelCells(method));
            prepared = ready;
        }
        return ready;
    }

    /** What settles more comes first. */
    private static int compare(OpenQuestion one, OpenQuestion other) {
        int byRules = Integer.compare(other.settles(), one.settles());
        int byControls = byRules != 0 ? byRules : Integer.compare(other.controls(), one.controls());
        return byControls != 0 ? byControls : Integer.compare(other.narrows(), one.narrows());
    }
}
