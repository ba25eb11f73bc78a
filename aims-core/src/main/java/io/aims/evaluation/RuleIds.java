package io.aims.evaluation;

import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the rules that two sets have in common, sorted. They are looked up when the list is first read. Immutable and
 * thread-safe.
 */
final class RuleIds extends AbstractList<RuleId> implements RandomAccess {

    private final List<Rule> rules;
    private final BitSet some;
    private final BitSet others;
    private @Nullable List<RuleId> ids;

    private RuleIds(List<Rule> rules, BitSet some, BitSet others) {
        this.rules = rules;
        this.some = some;
        this.others = others;
    }

    /**
     * Returns the ids of what two sets have in common. Neither may be changed afterwards.
     *
     * @param rules the rules of a base, sorted
     * @param some positions of rules
     * @param others positions of rules
     */
    static List<RuleId> common(List<Rule> rules, BitSet some, BitSet others) {
        return some.intersects(others) ? new RuleIds(rules, some, others) : List.of();
    }

    /** Returns a list that nobody can change, the same one if it was made here. */
    static List<RuleId> copyOf(List<RuleId> ids) {
        return ids instanceof RuleIds ? ids : List.copyOf(ids);
    }

    @Override
    public RuleId get(int index) {
        return ids().get(index);
    }

    @Override
    public int size() {
        return ids().size();
    }

    /** A list that is looked up later has something in it. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public Iterator<RuleId> iterator() {
        return ids().iterator();
    }

    @Override
    public Object[] toArray() {
        return ids().toArray();
    }

    /** Threads that read at the same time may each look the ids up, and find the same. */
    private List<RuleId> ids() {
        List<RuleId> ready = ids;
        if (ready == null) {
            List<RuleId> common = new ArrayList<>();
            for (int rule = some.nextSetBit(0); rule >= 0; rule = some.nextSetBit(rule + 1)) {
                if (others.get(rule)) {
                    common.add(rules.get(rule).id());
                }
            }
            ready = List.copyOf(common);
            ids = ready;
        }
        return ready;
    }
}
