/** How elements of one framework relate to those of another: relations, what follows from two of them, and what is covered. */
@NullMarked
package io.aims.crosswalk;

import org.jspecify.annotations.NullMarked;
