/** Interviews: which question to ask next, until nothing is open that matters. */
@NullMarked
package io.aims.reasoning.interview;

import org.jspecify.annotations.NullMarked;
