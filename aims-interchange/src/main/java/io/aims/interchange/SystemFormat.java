package io.aims.interchange;

import java.util.Locale;
import java.util.Optional;

/**
 * The forms in which systems are written.
 *
 * @since 0.1
 */
public enum SystemFormat {
    /** One YAML document: a system, or a list of systems. */
    YAML,
    /** One JSON document: a system, or a list of systems. */
    JSON,
    /** One system in JSON on each line. */
    JSON_LINES;

    /**
     * Tells the format by the end of a file name.
     *
     * @param fileName a file name
     * @return the format, or empty if the name ends in none of {@code .yaml}, {@code .yml}, {@code .json},
     *     {@code .jsonl} and {@code .ndjson}
     */
    public static Optional<SystemFormat> ofFileName(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "yaml", "yml" -> Optional.of(YAML);
            case "json" -> Optional.of(JSON);
            case "jsonl", "ndjson" -> Optional.of(JSON_LINES);
            default -> Optional.empty();
        };
    }
}
