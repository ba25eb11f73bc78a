package io.aims.rules;

import io.aims.catalog.document.Documents;
import io.aims.error.AimsException;
import io.aims.error.Place;
import io.aims.rules.PackLimits.Limit;
import io.aims.rules.internal.files.ClassPathFiles;
import io.aims.rules.internal.files.FolderFiles;
import io.aims.rules.internal.files.PackFiles;
import io.aims.rules.internal.files.SingleDocument;
import io.aims.rules.internal.files.TextFiles;
import io.aims.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files of a pack are. Nothing is read before a {@link PackLoader} is asked to, except of a stream.
 *
 * <p>Immutable and thread-safe. A folder or class path is read anew each time, so that a loader sees what has changed.
 *
 * @since 0.1
 */
public final class PackSource {

    private static final String UNREADABLE = "AIMS-2090";

    private final PackFiles files;

    PackSource(PackFiles files) {
        this.files = files;
    }

    /**
     * Returns a pack in a folder.
     *
     * @param folder the folder that holds {@code pack.yaml}; no file outside of it is read
     * @return the source
     */
    public static PackSource folder(Path folder) {
        return new PackSource(new FolderFiles(folder));
    }

    /**
     * Returns a pack in a folder of the class path or module path.
     *
     * <p>A named module has to open the folder if its name could be that of a package; a hyphen in it is enough that it could
     * not.
     *
     * @param beside a class; its loader finds the files
     * @param folder the folder that holds {@code pack.yaml}, relative to the package of the class, or absolute if it begins
     *     with a slash
     * @return the source
     */
    public static PackSource classPath(Class<?> beside, String folder) {
        return new PackSource(new ClassPathFiles(beside, folder));
    }

    /**
     * Returns a pack in one text, for example from a column of a data base: a {@code pack.yaml} whose chapters and catalogues
     * stand in it in full.
     *
     * @param name what messages call it
     * @param yaml the text
     * @return the source
     */
    public static PackSource text(String name, String yaml) {
        return new PackSource(new SingleDocument(name, yaml.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Returns a pack in one text, as {@link #text(String, String)}, that a stream holds. The stream is read now.
     *
     * @param name what messages call it
     * @param yaml the text in UTF-8, of at most as many bytes as {@link Limit#FILE_BYTES} allows by standard; it is not closed
     * @return the source
     * @throws AimsException AIMS-2090, if it cannot be read; AIMS-1009, if it is too large
     */
    public static PackSource stream(String name, InputStream yaml) {
        return stream(name, yaml, PackLimits.standard());
    }

    /**
     * Returns a pack in one text, as {@link #text(String, String)}, that a stream holds. The stream is read now, up to a limit.
     *
     * @param name what messages call it
     * @param yaml the text in UTF-8, of at most as many bytes as {@link Limit#FILE_BYTES} allows; it is not closed
     * @param limits the limits of the loader that is to read the pack
     * @return the source
     * @throws AimsException AIMS-2090, if it cannot be read; AIMS-1009, if it is too large
     */
    public static PackSource stream(String name, InputStream yaml, PackLimits limits) {
        int most = limits.most(Limit.FILE_BYTES);
        try {
            byte[] content = yaml.readNBytes(most + 1);
            if (content.length > most) {
                throw Documents.tooLarge(name, most);
            }
            return new PackSource(new SingleDocument(name, content));
        } catch (IOException e) {
            throw new AimsException(
                    UNREADABLE,
                    "The pack (" + Quoted.of(name) + ") cannot be read from its stream.",
                    "Maybe the stream was closed, or its connection lost.");
        }
    }

    /**
     * Returns a pack whose files are texts.
     *
     * @param name what messages call the folder of the files
     * @param textByFile the text of each file, one of them {@code pack.yaml}, by its name
     * @return the source
     */
    public static PackSource files(String name, Map<String, String> textByFile) {
        return new PackSource(new TextFiles(name, textByFile));
    }

    /**
     * Returns what messages call the pack.
     *
     * @return the name
     */
    public String name() {
        return files.name();
    }

    /**
     * Returns the address of the file in which a place stands, for programs that lead to it.
     *
     * @param place a place that a message about the pack names
     * @return the address, or empty if the place is in another pack, or in no file that a program could open
     */
    public Optional<URI> address(Place place) {
        String folder = files.document("");
        return place.document().startsWith(folder)
                ? files.address(place.document().substring(folder.length()))
                : Optional.empty();
    }

    /** Returns the files, for those who read packs. */
    PackFiles files() {
        return files;
    }

    @Override
    public String toString() {
        return Quoted.of(name());
    }
}
