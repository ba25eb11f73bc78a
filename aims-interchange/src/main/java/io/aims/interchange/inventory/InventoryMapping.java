package io.aims.interchange.inventory;

import io.aims.control.Catalogue;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.system.Answer;
import io.aims.system.Vocabulary;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the columns and values of somebody's inventory tell, in the words of the vocabulary. Written as YAML; see
 * {@code docs/guide/inventories.md}.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class InventoryMapping {

    private static final List<String> SHIPPED = List.of("federal-2024", "federal-2025");

    private final Parts parts;

    /** Everything that a mapping document holds. */
    record Parts(
            String id,
            String version,
            String title,
            Charset encoding,
            char delimiter,
            boolean header,
            RecordNames names,
            ValueSet blanks,
            String alwaysBecause,
            List<Answer> always,
            List<MappedColumn> columns,
            WordList words,
            List<String> textColumns,
            List<String> contextColumns) {

        Parts {
            always = List.copyOf(always);
            columns = List.copyOf(columns);
            textColumns = List.copyOf(textColumns);
            contextColumns = List.copyOf(contextColumns);
        }
    }

    /** The columns that name a system, by their ids. */
    record RecordNames(
            @Nullable String id,
            @Nullable String name,
            @Nullable String description,
            String prefix) {}

    InventoryMapping(Parts parts) {
        this.parts = parts;
    }

    /**
     * Returns the names of the mappings that come with AIMS.
     *
     * @return an immutable list, sorted
     */
    public static List<String> shipped() {
        return SHIPPED;
    }

    /**
     * Reads a mapping that comes with AIMS.
     *
     * @param name its name
     * @param vocabulary the characteristics that it may answer
     * @param catalogue the controls of which it may tell the state
     * @return the mapping
     * @throws AimsException AIMS-4101, if there is none of that name
     */
    public static InventoryMapping named(String name, Vocabulary vocabulary, Catalogue catalogue) {
        if (!SHIPPED.contains(name)) {
            throw new AimsException(
                    "AIMS-4101",
                    "There is no mapping (" + Quoted.of(name) + ").",
                    Nearest.to(name, SHIPPED)
                            .map(near -> "Maybe you meant (" + near + ").")
                            .orElse("Give a file, or one of " + String.join(", ", SHIPPED) + "."));
        }
        return read(name + ".yaml", Resources.mapping(name), Resources::words, vocabulary, catalogue);
    }

    /**
     * Reads a mapping from a file. Word lists that it names and that do not come with AIMS are looked for beside it.
     *
     * @param file the mapping
     * @param vocabulary the characteristics that it may answer
     * @param catalogue the controls of which it may tell the state
     * @return the mapping
     * @throws AimsException with everything that is wrong with it
     * @throws UncheckedIOException if it cannot be read
     */
    public static InventoryMapping read(Path file, Vocabulary vocabulary, Catalogue catalogue) {
        String name = String.valueOf(file.getFileName());
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(
                    name,
                    io.aims.catalog.document.Documents.text(name, bytes),
                    list -> Resources.words(list, file),
                    vocabulary,
                    catalogue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InventoryMapping read(
            String name, String yaml, WordSource words, Vocabulary vocabulary, Catalogue catalogue) {
        Faults faults = new Faults();
        InventoryMapping mapping = new MappingReader(name, faults, vocabulary, catalogue, words).read(yaml);
        faults.throwIfAny();
        return mapping;
    }

    /**
     * Returns the id.
     *
     * @return the id
     */
    public String id() {
        return parts.id();
    }

    /**
     * Returns the version.
     *
     * @return the version
     */
    public String version() {
        return parts.version();
    }

    /**
     * Returns the title.
     *
     * @return the title
     */
    public String title() {
        return parts.title();
    }

    /**
     * Tells whether the mapping reads words in texts.
     *
     * @return {@code true} if some answers are inferred from words
     */
    public boolean readsTexts() {
        return !parts.words().isEmpty();
    }

    Parts parts() {
        return parts;
    }

    @Override
    public String toString() {
        return id() + " " + version();
    }
}
