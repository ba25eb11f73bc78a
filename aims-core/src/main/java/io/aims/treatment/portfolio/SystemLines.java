package io.aims.treatment.portfolio;

import java.util.ArrayList;
import java.util.List;

/**
 * Systems, counted exactly, of which the first ones are kept.
 *
 * @param count how many there are
 * @param first those that deserve attention first, in their order
 * @since 0.1
 */
public record SystemLines(long count, List<SystemLine> first) {

    /** No systems. */
    public static final SystemLines NONE = new SystemLines(0, List.of());

    /** Copies the lines and checks that there are no more of them than systems. */
    public SystemLines {
        first = List.copyOf(first);
        if (first.size() > count) {
            throw new IllegalArgumentException("There are fewer systems (" + count + ") than lines: " + first.size());
        }
    }

    static SystemLines of(SystemLine line, int limit) {
        return new SystemLines(1, limit == 0 ? List.of() : List.of(line));
    }

    /** Returns these systems and others together, of which no more than a limit are kept. */
    SystemLines plus(SystemLines others, int limit) {
        List<SystemLine> joint = new ArrayList<>(Math.min(limit, first.size() + others.first.size()));
        int own = 0;
        int other = 0;
        while (joint.size() < limit && (own < first.size() || other < others.first.size())) {
            boolean takesOwn = other == others.first.size()
                    || own < first.size() && first.get(own).compareTo(others.first.get(other)) <= 0;
            joint.add(takesOwn ? first.get(own++) : others.first.get(other++));
        }
        return new SystemLines(count + others.count, joint);
    }

    /**
     * Returns how many systems have no line here.
     *
     * @return 0 if all have one
     */
    public long others() {
        return count - first.size();
    }
}
