package io.aims.cli;

import io.aims.Aims;
import io.aims.catalog.Criteria;
import io.aims.risk.RiskCriteria;
import io.aims.rule.RulePack;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
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
            description = "Adds a pack of rules to the standard one, with the characteristics and controls that it brings."
                    + " Repeat it for more: each may read what those before it add.")
    private List<Path> packs = new ArrayList<>();

    @Option(
            names = "--allow-replaced-rules",
            description = "Lets the packs say that rules of others are not run. Every result names them.")
    private boolean mayReplaceRules;

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
        PackLoader loader = PackLoader.standard().beside(RulePacks.standard()).mayReplaceRules(mayReplaceRules);
        Path own = criteria;
        if (own != null) {
            RiskCriteria read = Criteria.read(own);
            builder.criteria(read);
            loader = loader.criteria(read);
        }
        for (Path folder : packs) {
            RulePack pack = loader.read(PackSource.folder(folder));
            builder.packs(pack);
            loader = loader.beside(pack);
        }
        return builder;
    }
}
