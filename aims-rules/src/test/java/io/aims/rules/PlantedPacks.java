package io.aims.rules;

import io.aims.rules.internal.files.PackFiles;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Verifies packs that stand in memory, each with those before it, as the build of a vendor does. */
final class PlantedPacks {

    private PlantedPacks() {}

    /** Returns what is to be said of packs. */
    static PackReport verify(List<String> base, Map<String, byte[]> files) {
        return PackLoader.standard()
                .verify(base.stream().map(name -> source(name, files)).toArray(PackSource[]::new));
    }

    private static PackSource source(String name, Map<String, byte[]> files) {
        Map<String, byte[]> own = new TreeMap<>();
        files.forEach((file, bytes) -> {
            if (file.startsWith(name + "/")) {
                own.put(file.substring(name.length() + 1), bytes);
            }
        });
        return new PackSource(new Memory(name, own));
    }

    /** Files may be saved in any encoding, so that they are kept as bytes. */
    private record Memory(String name, Map<String, byte[]> files) implements PackFiles {

        @Override
        public Optional<InputStream> open(String file) {
            return Optional.ofNullable(files.get(file)).map(ByteArrayInputStream::new);
        }

        @Override
        public List<String> list(int most) {
            return List.copyOf(files.keySet());
        }
    }
}
