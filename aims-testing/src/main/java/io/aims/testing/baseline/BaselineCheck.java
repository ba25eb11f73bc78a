package io.aims.testing.baseline;

import io.aims.text.Quoted;
import java.util.List;

/**
 * What is not as a baseline says. Immutable and thread-safe.
 *
 * @param file the name of the file, for messages
 * @param drifts everything that differs: basis and rules first, then system by system, sorted
 * @since 0.1
 */
public record BaselineCheck(String file, List<Drift> drifts) {

    /** Copies the list. */
    public BaselineCheck {
        drifts = List.copyOf(drifts);
    }

    /**
     * Tells whether everything is as the baseline says, and every gap is accepted.
     *
     * @return {@code true} if nothing differs
     */
    public boolean isUnchanged() {
        return drifts.isEmpty();
    }

    /**
     * Tells everything that differs, with reasons, and what to do.
     *
     * @return lines for people, each ended; empty if nothing differs
     */
    public String text() {
        if (drifts.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("Not as the baseline (" + Quoted.end(file) + ") says:\n");
        for (Drift drift : drifts) {
            text.append("- ").append(drift.text()).append('\n');
            drift.why().lines().forEach(line -> text.append("    ").append(line).append('\n'));
        }
        if (drifts.stream().anyMatch(drift -> drift.kind().isRecorded())) {
            text.append("If that is right, record it and have the change of the file reviewed: -D")
                    .append(EvaluationBaseline.PROPERTY)
                    .append('=')
                    .append(EvaluationBaseline.UPDATE)
                    .append('\n');
        }
        return text.toString();
    }
}
