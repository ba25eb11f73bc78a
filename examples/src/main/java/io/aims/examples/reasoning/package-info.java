/** Runnable examples of reasons, questions and what-if. */
@NullMarked
package io.aims.examples.reasoning;

import org.jspecify.annotations.NullMarked;
