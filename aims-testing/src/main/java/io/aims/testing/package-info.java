/** Assertions about evaluations, for AssertJ. */
@NullMarked
package io.aims.testing;

import org.jspecify.annotations.NullMarked;
