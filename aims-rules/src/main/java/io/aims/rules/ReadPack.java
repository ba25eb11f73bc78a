package io.aims.rules;

import io.aims.error.AimsException;
import io.aims.error.Diagnostic;
import io.aims.error.Fault;
import io.aims.rule.RulePack;
import io.aims.rules.internal.analysis.PlacedPack;
import io.aims.rules.internal.files.PackPlaces;
import java.util.List;
import java.util.Optional;

/**
 * What could be read of a pack, with what there is to say of it alone. Immutable.
 *
 * @param pack the pack, without what could not be read; empty if there is nothing to begin with
 * @param places where its parts stand
 * @param diagnostics what was found
 */
record ReadPack(Optional<RulePack> pack, PackPlaces places, List<Diagnostic> diagnostics) {

    /** Copies the list. */
    ReadPack {
        diagnostics = List.copyOf(diagnostics);
    }

    Optional<PlacedPack> placed() {
        return pack.map(read -> new PlacedPack(read, places));
    }

    boolean isLoadable() {
        return diagnostics.stream().noneMatch(Diagnostic::isError);
    }

    /**
     * Returns the pack, if nothing forbids its use.
     *
     * @throws AimsException with every error
     */
    RulePack orThrow() {
        List<Fault> errors = diagnostics.stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::fault)
                .toList();
        if (!errors.isEmpty()) {
            throw new AimsException(errors);
        }
        return pack.orElseThrow();
    }
}
