package io.aims.evaluation;

import io.aims.control.ControlId;
import io.aims.rule.PackReference;
import io.aims.rule.Truth;
import io.aims.text.IdForm;
import io.aims.text.NaturalOrder;
import java.util.Comparator;
import java.util.List;

/**
 * What a rule outside the guarantees found: a rule in a language in which anything can be written. It stands beside the
 * findings of the packs and bears on none of them: no level, no status of a control and no question depends on it, and
 * nothing re-computes it.
 *
 * <p>Ordered by id, then by all that is said. Title and reason are foreign text: escape them wherever they are shown.
 *
 * @param id the id of the finding, of the form of an id
 * @param title a title in a few words
 * @param reason why it was found
 * @param status {@link Truth#TRUE}, or {@link Truth#UNDETERMINED} if the facts known do not settle it
 * @param controls the controls that it asks for, sorted; that changes the status of none of them
 * @param rules the rules among which the rule stands
 * @param rule the name of the rule in its own language
 * @since 0.1
 */
public record OutsideFinding(
        String id,
        String title,
        String reason,
        Truth status,
        List<ControlId> controls,
        PackReference rules,
        String rule)
        implements Comparable<OutsideFinding> {

    private static final Comparator<OutsideFinding> ORDER = Comparator.comparing(
                    OutsideFinding::id, NaturalOrder::compare)
            .thenComparing(finding -> finding.rules().id(), NaturalOrder::compare)
            .thenComparing(OutsideFinding::rule)
            .thenComparing(OutsideFinding::title)
            .thenComparing(OutsideFinding::reason)
            .thenComparing(OutsideFinding::status)
            .thenComparing(finding -> finding.controls().toString());

    /** Checks the id and the texts, and sorts the controls, each once. */
    public OutsideFinding {
        IdForm.check(id);
        if (title.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("A finding has a title and a reason: " + id);
        }
        if (status == Truth.FALSE) {
            throw new IllegalArgumentException("A rule that is false finds nothing: " + id);
        }
        controls = controls.stream().distinct().sorted().toList();
    }

    /**
     * Tells whether the rule says that it is so, not only that it may be.
     *
     * @return {@code false} if it is undetermined
     */
    public boolean isCertain() {
        return status == Truth.TRUE;
    }

    @Override
    public int compareTo(OutsideFinding other) {
        return ORDER.compare(this, other);
    }
}
