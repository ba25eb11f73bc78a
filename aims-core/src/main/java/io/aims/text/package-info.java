/** Order of identifiers, safe quoting of foreign text, the nearest right word, and the canonical byte form of values. */
@NullMarked
package io.aims.text;

import org.jspecify.annotations.NullMarked;
