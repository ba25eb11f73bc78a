package io.aims.cli;

import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Node;
import io.aims.error.AimsException;
import io.aims.packs.PackUnderTest;
import io.aims.rules.PackLoader;
import io.aims.rules.RulePacks;
import io.aims.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which packs to work on, and which stand beside them. */
final class PackInput {

    private static final String NO_PACK = "AIMS-5074";
    private static final String ONE_NAME = "AIMS-5075";
    private static final String PACK_FILE = "pack.yaml";

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description = {
                "Folders with pack.yaml. Several are used together: each may read what those before it add. The"
                        + " standard pack is called iso-42001."
            })
    private List<String> folders = new ArrayList<>();

    @Mixin
    private PackCompany company = new PackCompany();

    /** Returns where the packs are, once each of them is there. */
    List<PackPlace> places() {
        List<PackPlace> places = folders.stream().map(PackInput::place).toList();
        Map<String, String> folderByName = new HashMap<>();
        for (PackPlace place : places) {
            String other = folderByName.put(place.source().name(), place.folder());
            if (other != null) {
                throw new AimsException(
                        ONE_NAME,
                        "The folders (" + Quoted.end(other) + ") and (" + Quoted.end(place.folder())
                                + ") have one name, so that places in them could not be told apart.",
                        "Maybe one of them is named twice; or work on one at a time.");
            }
        }
        return places;
    }

    /** Returns a place on disk, or the pack in the jar if it is named by its id. */
    static PackPlace place(String folder) {
        try {
            Path path = Path.of(folder);
            if (Files.isRegularFile(path.resolve(PACK_FILE))) {
                return PackPlace.of(path, isStandard(path));
            }
            if (folder.equals(RulePacks.standard().id()) && Files.notExists(path)) {
                return new PackPlace(RulePacks.standardSource(), folder, true);
            }
        } catch (InvalidPathException e) {
            throw noPack(folder, "Maybe its name holds a character that no file name can have.");
        }
        throw noPack(folder, "Maybe the path is wrong: give the folder that holds it. aims pack new makes a new one.");
    }

    private static AimsException noPack(String folder, String advice) {
        return new AimsException(
                NO_PACK, "The folder (" + Quoted.end(folder) + ") has no file (" + PACK_FILE + ").", advice);
    }

    /** Returns what reads the packs, beside those that only stand there. */
    PackLoader loader(List<PackPlace> places) {
        return company.loader(places);
    }

    /** Reads the packs with their tests, each beside those before it. */
    List<PackUnderTest> underTest() {
        List<PackPlace> places = places();
        PackLoader loader = loader(places);
        List<PackUnderTest> tested = new ArrayList<>();
        for (PackPlace place : places) {
            PackUnderTest pack = PackUnderTest.of(loader, place.source());
            tested.add(pack);
            loader = loader.beside(pack.pack());
        }
        return tested;
    }

    /** Whether a folder holds a version of the standard pack, which does not stand beside another one. */
    private static boolean isStandard(Path folder) {
        return id(folder).equals(Optional.of(RulePacks.standard().id()));
    }

    /** Returns the id of a pack, or empty if it cannot be read: what is wrong is told when the pack is. */
    static Optional<String> id(Path folder) {
        try (InputStream bytes = Files.newInputStream(folder.resolve(PACK_FILE))) {
            return Documents.yaml(PACK_FILE, bytes) instanceof Node.Mapping mapping
                            && mapping.get("pack").orElse(null) instanceof Node.Scalar id
                    ? Optional.of(id.text())
                    : Optional.empty();
        } catch (AimsException | IOException e) {
            return Optional.empty();
        }
    }
}
