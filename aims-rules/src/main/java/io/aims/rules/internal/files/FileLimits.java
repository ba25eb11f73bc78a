package io.aims.rules.internal.files;

import io.aims.catalog.document.DocumentLimits;

/**
 * How much a pack may bring in files.
 *
 * @param bytes the most bytes of all files together
 * @param files the most YAML files in the folder, listed or not
 * @param chapters the most chapters
 * @param document the limits of each file
 */
public record FileLimits(long bytes, int files, int chapters, DocumentLimits document) {

    private static final FileLimits OF_LAWS =
            new FileLimits(4L * DocumentLimits.standard().bytes(), 512, 256, DocumentLimits.standard());

    /**
     * Returns the limits of legal packs.
     *
     * @return 64 MiB, 512 files, 256 chapters
     */
    public static FileLimits ofLaws() {
        return OF_LAWS;
    }
}
