package io.aims.rules;

import io.aims.error.Diagnostic;
import io.aims.rule.RulePack;
import java.util.List;

/**
 * What there is to say of packs that were verified. Immutable and thread-safe.
 *
 * @param packs the packs that could be read, in the order given
 * @param diagnostics everything found, sorted by place
 * @since 0.1
 */
public record PackReport(List<RulePack> packs, List<Diagnostic> diagnostics) {

    /** Copies the lists and sorts what was found. */
    public PackReport {
        packs = List.copyOf(packs);
        diagnostics = diagnostics.stream().sorted().toList();
    }

    /**
     * Returns what forbids the use of the packs.
     *
     * @return an immutable list, sorted by place
     */
    public List<Diagnostic> errors() {
        return diagnostics.stream().filter(Diagnostic::isError).toList();
    }

    /**
     * Returns what somebody should look at.
     *
     * @return an immutable list, sorted by place
     */
    public List<Diagnostic> warnings() {
        return diagnostics.stream().filter(diagnostic -> !diagnostic.isError()).toList();
    }

    /**
     * Tells whether the packs can be used.
     *
     * @return {@code true} if there is no error
     */
    public boolean isLoadable() {
        return diagnostics.stream().noneMatch(Diagnostic::isError);
    }
}
