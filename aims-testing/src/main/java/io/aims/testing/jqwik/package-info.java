/** Arbitrary systems for properties of rules, for jqwik. */
@NullMarked
package io.aims.testing.jqwik;

import org.jspecify.annotations.NullMarked;
