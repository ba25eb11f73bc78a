package io.aims.evaluation;

import io.aims.control.Control;
import io.aims.control.ControlStatus;
import io.aims.system.Bounds;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How many controls of a system an answer settles. A control is settled if it is known not to be needed, or to be needed and
 * who has to see to it. Not thread-safe.
 */
final class ControlCount {

    private final RiskMethod method;
    private final List<Control> controls;
    private final boolean[] isNeeded;
    private final int[] openRules;
    private final long[] assigned;
    private final int[] remaining;
    private final long[] needing;
    private final long[] sparing;
    private final LaneCount count = new LaneCount();

    /**
     * Begins to count.
     *
     * @param method the rules that require controls
     * @param controls the controls of the catalogue, in order
     * @param certain the rules that hold
     * @param possible the rules that hold or may hold
     * @param held what is known of the roles of the organisation
     */
    ControlCount(
            RiskMethod method, List<Control> controls, BitSet certain, BitSet possible, Bounds.Members held) {
        this.method = method;
        this.controls = controls;
        int size = controls.size();
        this.isNeeded = new boolean[size];
        this.openRules = new int[size];
        for (int rule = possible.nextSetBit(0); rule >= 0; rule = possible.nextSetBit(rule + 1)) {
            for (int control : method.controlsOf(rule)) {
                isNeeded[control] |= certain.get(rule);
                openRules[control] += certain.get(rule) ? 0 : 1;
            }
        }
        this.assigned = new long[size];
        assign(assigned, -1L, held);
        this.remaining = openRules.clone();
        this.needing = new long[size];
        this.sparing = new long[size];
        Arrays.fill(sparing, -1L);
    }

    /** Adds answers with which it is clear who has to see to each control, if it is needed. */
    private void assign(long[] clear, long answers, Bounds.Members held) {
        for (int control = 0; control < clear.length; control++) {
            if (controls.get(control).statusWhenNeeded(held) != ControlStatus.UNDETERMINED) {
                clear[control] |= answers;
            }
        }
    }

    /**
     * Returns how many controls the best of some answers settles.
     *
     * @param settled the rules that the answers settle
     * @param answers the answers
     * @return the number of controls
     */
    int most(SettledRules settled, long answers) {
        count.clear();
        count(settled, answers, assigned);
        return count.highest(answers);
    }

    /**
     * Returns how many controls the best of some answers settles, if it is asked for the roles themselves.
     *
     * @param settled the rules that the answers settle
     * @param answers the answers
     * @param roles the roles of each answer
     * @return the number of controls
     */
    int most(SettledRules settled, long answers, List<Bounds> roles) {
        long[] clear = new long[assigned.length];
        for (int answer = 0; answer < roles.size(); answer++) {
            assign(clear, 1L << answer, (Bounds.Members) roles.get(answer));
        }
        count.clear();
        for (int control = 0; control < clear.length; control++) {
            if (isNeeded[control] && assigned[control] == 0) {
                count.add(clear[control] & answers);
            }
        }
        count(settled, answers, clear);
        return count.highest(answers);
    }

    /** A control is settled by one rule that holds, or by the last of its open rules that does not. */
    private void count(SettledRules settled, long answers, long[] clear) {
        for (int place = 0; place < settled.size(); place++) {
            for (int control : method.controlsOf(settled.rule(place))) {
                remaining[control]--;
                needing[control] |= settled.holding(place);
                sparing[control] &= settled.failing(place);
            }
        }
        for (int place = 0; place < settled.size(); place++) {
            for (int control : method.controlsOf(settled.rule(place))) {
                if (remaining[control] != openRules[control]) {
                    if (!isNeeded[control]) {
                        long spared = remaining[control] == 0 ? sparing[control] : 0;
                        count.add((needing[control] & clear[control] | spared) & answers);
                    }
                    remaining[control] = openRules[control];
                    needing[control] = 0;
                    sparing[control] = -1L;
                }
            }
        }
    }
}
