/**
 * What is known of an AI system: characteristics, answers that may be partial or missing, and who gave them.
 *
 * <p>The values of the built-in characteristics are enums, grouped in packages by the sections of the vocabulary.
 */
@NullMarked
package io.aims.system;

import org.jspecify.annotations.NullMarked;
