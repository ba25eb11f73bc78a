/** Vocabulary, catalogues and criteria, read from data files. */
@NullMarked
package io.aims.catalog;

import org.jspecify.annotations.NullMarked;
