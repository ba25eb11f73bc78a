package io.aims.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where results about packs are written, and how. */
final class PackOutput {

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            description =
                    "text (the default), json, sarif (for code hosts) or junit (for build servers). Without it the"
                            + " ending of --out tells the format: .json, .sarif or .xml.")
    private @Nullable PackFormat format;

    @Mixin
    private OutFile out = new OutFile();

    @Mixin
    private ColourOption colour = new ColourOption();

    /** Returns the format asked for, once it is one that the command writes. */
    PackFormat format(String command, PackFormat... allowed) {
        PackFormat wanted = format;
        return (wanted == null ? out.ending().flatMap(PackFormat::ofEnding).orElse(PackFormat.TEXT) : wanted)
                .among(List.of(allowed), command);
    }

    /** Returns an empty page; one for a file has no colour. */
    Page page(Session session) {
        return out.name().isPresent() ? new Page(Terminal.PLAIN_COLUMNS, false) : colour.page(session);
    }

    /** Writes the whole result. */
    void write(Session session, String result) {
        out.write(session, result.getBytes(StandardCharsets.UTF_8));
    }
}
