package io.aims.rules;

import io.aims.error.Diagnostics;
import io.aims.rule.RulePack;
import io.aims.rules.internal.files.PackPlaces;
import java.util.function.Function;

/**
 * How a verification tells what it finds.
 *
 * @param places where the parts of each pack stand
 * @param withWarnings whether warnings are looked for, which takes longer than what decides whether a pack can be used
 * @param warnings receives them
 */
record Telling(Function<RulePack, PackPlaces> places, boolean withWarnings, Diagnostics warnings) {

    /** Tells errors only, at the place of their rule. */
    static Telling errorsOnly() {
        return new Telling(pack -> PackPlaces.none(), false, new Diagnostics());
    }

    /** Tells what stands elsewhere. */
    Telling at(Function<RulePack, PackPlaces> others) {
        return new Telling(others, withWarnings, warnings);
    }
}
