package io.aims.cli;

import io.aims.error.AimsException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How results about packs are written. */
enum PackFormat {
    TEXT,
    JSON,
    SARIF,
    JUNIT;

    private static final String NOT_HERE = "AIMS-5073";

    /** Returns the format that the ending of a file names. */
    static Optional<PackFormat> ofEnding(String ending) {
        return switch (ending) {
            case "json" -> Optional.of(JSON);
            case "sarif" -> Optional.of(SARIF);
            case "xml" -> Optional.of(JUNIT);
            case "txt" -> Optional.of(TEXT);
            default -> Optional.empty();
        };
    }

    /** Checks that a command writes this format. */
    PackFormat among(List<PackFormat> allowed, String command) {
        if (!allowed.contains(this)) {
            throw new AimsException(
                    NOT_HERE,
                    "The format (" + this + ") is not one of " + command + ".",
                    "Maybe "
                            + String.join(
                                    " or ",
                                    Arrays.stream(values())
                                            .filter(allowed::contains)
                                            .map(PackFormat::toString)
                                            .toList())
                            + ".");
        }
        return this;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
