package io.aims.rules;

import io.aims.error.Diagnostic;
import io.aims.rule.RulePack;
import java.util.List;

/** Finds what somebody should look at in packs, though nothing forbids their use. */
final class PackWarnings {

    private final List<RulePack> beside;
    private final List<ReadPack> packs;

    PackWarnings(List<RulePack> beside, List<ReadPack> packs) {
        this.beside = beside;
        this.packs = packs;
    }

    List<Diagnostic> find() {
        return List.of();
    }
}
