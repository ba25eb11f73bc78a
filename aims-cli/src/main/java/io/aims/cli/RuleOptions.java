package io.aims.cli;

import io.aims.Aims;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.control.Catalogue;
import io.aims.risk.RiskCriteria;
import io.aims.rule.RulePack;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import io.aims.rules.RulePacks;
import io.aims.rules.law.LegalPacks;
import io.aims.system.VocabularyEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On what an evaluation rests. */
final class RuleOptions {

    @Option(
            names = "--pack",
            paramLabel = "DIR",
            description =
                    "Adds a pack of rules to the standard one, with the characteristics and controls that it brings."
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

    private final List<RulePack> inUse = new ArrayList<>();

    /** Puts AIMS together; close it. */
    Aims aims() {
        return builder().build();
    }

    /** Begins to put AIMS together. */
    Aims.Builder builder() {
        Aims.Builder builder = Aims.builder().packs(RulePacks.standard()).laws(LegalPacks.euAiAct());
        PackLoader loader = PackLoader.standard().mayReplaceRules(mayReplaceRules);
        Path own = criteria;
        if (own != null) {
            RiskCriteria read = Criteria.read(own);
            builder.criteria(read);
            loader = loader.criteria(read);
        }
        inUse.clear();
        inUse.add(RulePacks.standard());
        for (Path folder : packs) {
            RulePack pack = loader.beside(inUse.toArray(RulePack[]::new)).read(PackSource.folder(folder));
            builder.packs(pack);
            inUse.add(pack);
        }
        return builder;
    }

    /** Reads a former version of a pack, which may build on the packs in use, but for the one that took its place. */
    RulePack former(Path folder) {
        Optional<String> id = PackInput.id(folder);
        PackLoader loader = PackLoader.standard().mayReplaceRules(true);
        List<VocabularyEntry> characteristics = new ArrayList<>();
        for (RulePack pack : inUse) {
            if (!id.equals(Optional.of(pack.id()))) {
                characteristics.addAll(pack.characteristics());
                loader = loader.catalogues(pack.catalogues().toArray(Catalogue[]::new));
            }
        }
        return loader.vocabulary(Vocabularies.standard().with(characteristics)).read(PackSource.folder(folder));
    }
}
