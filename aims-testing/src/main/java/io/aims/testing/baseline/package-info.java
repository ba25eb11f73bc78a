/** Outcomes of a portfolio, frozen in a file that people review, and what differs from them. Needs no test framework. */
@NullMarked
package io.aims.testing.baseline;

import org.jspecify.annotations.NullMarked;
