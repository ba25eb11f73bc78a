package io.aims.rules;

import io.aims.catalog.Vocabularies;
import io.aims.error.AimsException;
import io.aims.rule.RulePack;
import io.aims.system.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The standard pack, and the short way to read a pack in a folder. {@link PackLoader} is the long one.
 *
 * <p>A pack is a folder: {@code pack.yaml} says what it is and lists its chapters, YAML files in the same folder. Reading a
 * pack runs nothing. Thread-safe.
 *
 * @since 0.1
 */
public final class RulePacks {

    static final String STANDARD = "iso-42001";
    static final String COMPILED = "packs/iso-42001.pack";

    private RulePacks() {}

    /**
     * Returns the standard pack: the safeguards for AI systems after ISO/IEC 42001.
     *
     * <p>It comes in a form that starts fast, without the examples: those stand in the chapters and were run when the jar
     * was built.
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
        return PackLoader.standard().read(PackSource.folder(folder));
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
        return PackLoader.standard().vocabulary(vocabulary).read(PackSource.folder(folder));
    }

    /**
     * Returns the chapters of the standard pack as their authors wrote them, with the examples.
     *
     * @return where they are in the jar of this module
     */
    public static PackSource standardSource() {
        return PackSource.classPath(RulePacks.class, "packs/" + STANDARD);
    }

    /** Tells whether a pack is the very one that the build has read from its chapters and verified. */
    @SuppressWarnings("ReferenceEquality")
    static boolean isStandard(RulePack pack) {
        return pack.id().equals(STANDARD) && pack == Standard.PACK;
    }

    /** Read when first used. */
    private static final class Standard {

        static final RulePack PACK = load();

        private static RulePack load() {
            try (InputStream bytes = RulePacks.class.getResourceAsStream(COMPILED)) {
                if (bytes == null) {
                    throw new IllegalStateException("The jar of aims-rules lacks " + COMPILED);
                }
                return CompiledPack.read(bytes, Vocabularies.standard());
            } catch (IOException e) {
                throw new IllegalStateException("The standard pack in the jar of aims-rules is damaged", e);
            }
        }
    }
}
