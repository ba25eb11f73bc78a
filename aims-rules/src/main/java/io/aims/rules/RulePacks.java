package io.aims.rules;

import io.aims.catalog.Vocabularies;
import io.aims.error.AimsException;
import io.aims.rule.RulePack;
import io.aims.system.Vocabulary;
import java.nio.file.Path;

/**
 * The standard pack, and the reader of packs.
 *
 * <p>A pack is a folder: {@code pack.yaml} says what it is and lists its chapters, YAML files in the same folder. Reading a
 * pack runs nothing. Thread-safe.
 *
 * @since 0.1
 */
public final class RulePacks {

    private static final String STANDARD = "iso-42001";

    private RulePacks() {}

    /**
     * Returns the standard pack: the safeguards for AI systems after ISO/IEC 42001.
     *
     * @return the pack in the jar of this module, read when first asked for
     */
    public static RulePack standard() {
        return Standard.PACK;
    }

    /**
     * Reads and verifies a pack whose rules read the standard vocabulary and what the pack adds to it.
     *
     * @param folder the folder that holds {@code pack.yaml}
     * @return the pack
     * @throws AimsException with everything that is wrong in it, each fault with its place
     */
    public static RulePack read(Path folder) {
        return read(folder, Vocabularies.standard());
    }

    /**
     * Reads and verifies a pack whose rules read a given vocabulary and what the pack adds to it: the way to read a pack
     * that builds on the characteristics of another one.
     *
     * @param folder the folder that holds {@code pack.yaml}
     * @param vocabulary the vocabulary
     * @return the pack
     * @throws AimsException with everything that is wrong in it, each fault with its place
     */
    public static RulePack read(Path folder, Vocabulary vocabulary) {
        return new PackReader(new FolderFiles(folder), vocabulary).read();
    }

    /** Read when first used. */
    private static final class Standard {

        static final RulePack PACK = load();

        private static RulePack load() {
            try {
                return new PackReader(new JarFiles(STANDARD), Vocabularies.standard()).read();
            } catch (AimsException e) {
                throw new IllegalStateException("The standard pack in the jar of aims-rules is damaged", e);
            }
        }
    }
}
