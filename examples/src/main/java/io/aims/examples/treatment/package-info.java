/** Runnable examples of what is done about risks. */
@NullMarked
package io.aims.examples.treatment;

import org.jspecify.annotations.NullMarked;
