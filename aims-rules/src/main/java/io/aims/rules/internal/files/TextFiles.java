package io.aims.rules.internal.files;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a pack as texts.
 *
 * @param name the name of the pack for messages
 * @param textByFile the text of each file by its name
 */
public record TextFiles(String name, Map<String, String> textByFile) implements PackFiles {

    /** Copies the texts. */
    public TextFiles {
        textByFile = Map.copyOf(textByFile);
    }

    @Override
    public Optional<InputStream> open(String file) {
        return Optional.ofNullable(textByFile.get(file))
                .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public List<String> list(int most) {
        return textByFile.keySet().stream()
                .filter(PackFiles::isYaml)
                .sorted()
                .limit(most)
                .toList();
    }
}
