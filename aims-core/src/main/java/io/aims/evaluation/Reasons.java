package io.aims.evaluation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules that hold for one system are as reasons for controls. */
final class Reasons {

    private final RiskMethod method;
    private final @Nullable Reason[] byRule;

    /**
     * Takes the reasons.
     *
     * @param method knows which rules require a control
     * @param byRule the reasons by the position of their rules, {@code null} where a rule does not hold
     */
    Reasons(RiskMethod method, @Nullable Reason[] byRule) {
        this.method = method;
        this.byRule = byRule;
    }

    /** Returns those of the controls that are safeguards, the one that deserves most attention first. */
    List<Safeguard> safeguards(List<ControlResult> controls) {
        List<Weighed> weighed = new ArrayList<>();
        for (int position = 0; position < controls.size(); position++) {
            ControlResult result = controls.get(position);
            Priority priority = result.rank();
            if (result.status().isSafeguard() && priority != null) {
                weighed.add(weighed(result, priority, method.rulesRequiring(position)));
            }
        }
        Collections.sort(weighed);
        return weighed.stream().map(Weighed::safeguard).toList();
    }

    /** Adds the rates up in the order of the rules, so that equal rules give the same sum to the last bit. */
    private Weighed weighed(ControlResult result, Priority priority, BitSet requiring) {
        List<Reason> reasons = new ArrayList<>();
        double rates = 0;
        Set<Object> sources = new HashSet<>();
        for (int rule = requiring.nextSetBit(0); rule >= 0 && rule < byRule.length; rule = requiring.nextSetBit(rule + 1)) {
            Reason reason = byRule[rule];
            if (reason != null) {
                reasons.add(reason);
                rates += reason.rate();
                sources.addAll(reason.finding().rule().raises());
            }
        }
        Collections.sort(reasons);
        List<Finding> strongestFirst = reasons.stream().map(Reason::finding).toList();
        Safeguard safeguard = new Safeguard(result.control(), result.status(), priority, strongestFirst);
        return new Weighed(safeguard, rates, sources.size());
    }

    private record Weighed(Safeguard safeguard, double rates, int sources) implements Comparable<Weighed> {

        private static final Comparator<Weighed> MOST_FIRST = Comparator.comparing(
                        (Weighed weighed) -> weighed.safeguard().priority())
                .thenComparingDouble(Weighed::rates)
                .thenComparingInt(Weighed::sources)
                .reversed()
                .thenComparing(weighed -> weighed.safeguard().control().id());

        @Override
        public int compareTo(Weighed other) {
            return MOST_FIRST.compare(this, other);
        }
    }
}
