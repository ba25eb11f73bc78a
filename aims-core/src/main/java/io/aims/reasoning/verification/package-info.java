/** Stored results, re-checked without an engine: is this still what was found, and if not, where. */
@NullMarked
package io.aims.reasoning.verification;

import org.jspecify.annotations.NullMarked;
