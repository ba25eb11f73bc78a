package io.aims.cli;

import io.aims.rules.PackLoader;
import io.aims.rules.RulePacks;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What stands beside the packs that a command works on. */
final class PackCompany {

    @Option(
            names = "--with",
            paramLabel = "DIR",
            description = "A pack beside them, which is only read. Repeat it for more.")
    private List<String> beside = new ArrayList<>();

    @Option(names = "--alone", description = "Leaves out the standard pack, which otherwise stands beside them.")
    private boolean alone;

    @Option(
            names = "--allow-replaced-rules",
            description = "Lets the packs say that rules of others are not run. Every result names them.")
    private boolean mayReplaceRules;

    /** Returns what reads the packs at some places, beside those that only stand there. */
    PackLoader loader(List<PackPlace> places) {
        PackLoader loader = PackLoader.standard().mayReplaceRules(mayReplaceRules);
        boolean isThere = places.stream().anyMatch(PackPlace::isStandard);
        if (!alone && !isThere) {
            loader = loader.beside(RulePacks.standard());
        }
        for (String folder : beside) {
            PackPlace place = PackInput.place(folder);
            if (!place.isStandard()) {
                loader = loader.beside(loader.read(place.source()));
            } else if (alone) {
                loader = loader.beside(RulePacks.standard());
            }
        }
        return loader;
    }
}
