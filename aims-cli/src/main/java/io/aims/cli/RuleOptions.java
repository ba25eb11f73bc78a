package io.aims.cli;

import io.aims.Aims;
import io.aims.catalog.Criteria;
import io.aims.rules.RulePacks;
import io.aims.rules.law.LegalPacks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On what an evaluation rests. */
final class RuleOptions {

    @Option(
            names = "--pack",
            paramLabel = "DIR",
            description = "Adds a pack of rules to the standard one. Repeat it for more.")
    private List<Path> packs = new ArrayList<>();

    @Option(
            names = "--criteria",
            paramLabel = "FILE",
            description = "Replaces the standard risk criteria by those of your organisation.")
    private @Nullable Path criteria;

    /** Puts AIMS together; close it. */
    Aims aims() {
        return builder().build();
    }

    /** Begins to put AIMS together. */
    Aims.Builder builder() {
        Aims.Builder builder = Aims.builder().packs(RulePacks.standard()).laws(LegalPacks.euAiAct());
        packs.forEach(pack -> builder.packs(RulePacks.read(pack)));
        Path own = criteria;
        if (own != null) {
            builder.criteria(Criteria.read(own));
        }
        return builder;
    }
}
