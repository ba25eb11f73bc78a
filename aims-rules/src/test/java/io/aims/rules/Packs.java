package io.aims.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Packs for tests: the clean ones of the planted faults, and small ones of a few lines. */
public final class Packs {

    private Packs() {}

    /** Returns a clean pack. */
    public static PackSource clean(String name) {
        return PackSource.folder(folder(name));
    }

    /** Returns the files of a clean pack. */
    public static Map<String, String> cleanFiles(String name) {
        try (Stream<Path> paths = Files.list(folder(name))) {
            Map<String, String> files = new TreeMap<>();
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where a clean pack lies. */
    public static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(Packs.class.getResource("/planted/originals/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a pack in one text, of one rule. */
    public static PackSource ofOneRule(String id, String catalogue, String rule, String... more) {
        return PackSource.text(id, """
                pack: %s
                version: 1.0.0
                title: Rules of %s
                licence: Apache-2.0
                catalogue: %s
                %schapters:
                  - chapter: All
                    scope: SYSTEM
                    rules:
                %s""".formatted(
                        id,
                        id,
                        catalogue,
                        String.join("\n", List.of(more)) + (more.length == 0 ? "" : "\n"),
                        ("- " + rule.indent(2).substring(2)).indent(6)));
    }

    /** Returns a catalogue with one control, as an item of {@code catalogues}. */
    public static String catalogue(String name, String edition, String area, String control, String title) {
        return """
                  - catalogue: %s
                    edition: "%s"
                    title: Controls of %s
                    sources: [Handbook]
                    areas: [{id: %s, title: All}]
                    controls:
                      - id: %s
                        area: %s
                        title: %s
                        purpose: Something is done.
                        stages: ALL
                        scope: SYSTEM
                        roles: [AI_PRODUCER, AI_PROVIDER, AI_CUSTOMER, AI_PARTNER]
                        actsOn: BOTH
                        function: PREVENTIVE
                        sources: [Handbook 1]""".formatted(name, edition, name, area, control, area, title);
    }
}
