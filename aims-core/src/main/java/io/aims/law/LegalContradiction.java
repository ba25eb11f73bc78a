package io.aims.law;

import io.aims.evaluation.UsedFact;
import io.aims.rule.Truth;
import java.util.List;

/**
 * What was stated as a whole and what follows from the parts disagree. It is reported, not repaired; the graver reading stands.
 *
 * @param proposition the proposition
 * @param stated what was stated: {@link Truth#TRUE} or {@link Truth#FALSE}, the opposite of what the parts show
 * @param statement the answer that states it
 * @param parts the facts from which the opposite follows
 * @since 0.1
 */
public record LegalContradiction(Proposition proposition, Truth stated, UsedFact statement, List<UsedFact> parts) {

    /** Copies the list of facts. */
    public LegalContradiction {
        parts = List.copyOf(parts);
    }
}
