/**
 * Inventories that others keep as CSV: a mapping says what each column and value tells about an AI system, in the words
 * of the vocabulary.
 */
@NullMarked
package io.aims.interchange.inventory;

import org.jspecify.annotations.NullMarked;
