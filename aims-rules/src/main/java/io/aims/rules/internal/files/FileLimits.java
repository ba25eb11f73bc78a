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
public record FileLimits(long bytes, int files, int chapters, DocumentLimits document) {}
