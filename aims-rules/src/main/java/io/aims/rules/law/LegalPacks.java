package io.aims.rules.law;

import io.aims.catalog.Vocabularies;
import io.aims.error.AimsException;
import io.aims.law.LegalPack;
import io.aims.rules.internal.compiled.StandardLaw;
import io.aims.rules.internal.files.FolderFiles;
import io.aims.system.Vocabulary;
import java.nio.file.Path;

/**
 * The legal packs in the jar of this module, and the reader of others.
 *
 * <p>A legal pack is a folder: {@code pack.yaml} says what it is and lists its chapters, YAML files in the same folder. Reading
 * a pack runs nothing. Thread-safe.
 *
 * @since 0.1
 */
public final class LegalPacks {

    private LegalPacks() {}

    /**
     * Returns the European AI Act, Regulation (EU) 2024/1689, as the pack knows it.
     *
     * @return the pack in the jar of this module, read when first asked for, in a form that the build has made of its chapters
     */
    public static LegalPack euAiAct() {
        return StandardLaw.pack();
    }

    /**
     * Reads and verifies a legal pack that reads the standard vocabulary and the facts it brings with it.
     *
     * @param folder the folder that holds {@code pack.yaml}
     * @return the pack
     * @throws AimsException with everything that is wrong in it, each fault with its place
     */
    public static LegalPack read(Path folder) {
        return read(folder, Vocabularies.standard());
    }

    /**
     * Reads and verifies a legal pack that reads a given vocabulary and the facts it brings with it.
     *
     * @param folder the folder that holds {@code pack.yaml}
     * @param vocabulary the vocabulary
     * @return the pack
     * @throws AimsException with everything that is wrong in it, each fault with its place
     */
    public static LegalPack read(Path folder, Vocabulary vocabulary) {
        return new LegalPackReader(new FolderFiles(folder), vocabulary).read();
    }
}
