/** The standard vocabulary, catalogue and risk criteria, and readers for those of others. */
@NullMarked
package io.aims.catalog;

import org.jspecify.annotations.NullMarked;
