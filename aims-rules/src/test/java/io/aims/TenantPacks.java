package io.aims;

import io.aims.error.AimsException;
import io.aims.rule.RulePack;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import io.aims.system.AiSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Packs of tenants: cold-chain, with its controls, characteristics and rules on results, in any number of versions. */
final class TenantPacks {

    static final AiSystem SYSTEM = AiSystem.named("loan-scoring").build();

    private static final Path FOLDER = Path.of("src/test/resources/planted/originals/cold-chain");
    private static final Map<String, String> FILES = files();

    private TenantPacks() {}

    /** Reads a version, with texts of its own. */
    static RulePack version(int number) {
        return PackLoader.standard().read(source(number, "requires: [CC-2]"));
    }

    /** Reads a version that requires a control that there is not. */
    static AimsException refused(int number) {
        try {
            PackLoader.standard().read(source(number, "requires: [CC-" + (1_000 + number) + "]"));
        } catch (AimsException e) {
            return e;
        }
        throw new IllegalStateException("An unknown control was read");
    }

    private static PackSource source(int number, String requires) {
        Map<String, String> files = new LinkedHashMap<>(FILES);
        files.computeIfPresent("pack.yaml", (file, text) -> text.replace("version: 2.1.0", "version: 2.1." + number));
        files.computeIfPresent(
                "chilling.yaml",
                (file, text) -> text.replace("Any drift", "Any drift, as tenant " + number + " says")
                        .replace("requires: [CC-2]", requires));
        return PackSource.files("tenant-" + number, files);
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.list(FOLDER)) {
            for (Path file : all.sorted().toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
