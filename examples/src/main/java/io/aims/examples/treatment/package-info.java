/** Runnable examples of treatment: what is done, what remains, what is stated. */
@NullMarked
package io.aims.examples.treatment;

import org.jspecify.annotations.NullMarked;
