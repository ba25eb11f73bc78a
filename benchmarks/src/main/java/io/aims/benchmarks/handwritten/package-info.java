/** The unit of all comparisons: the rules as an engineer would write them in Java by hand. */
@NullMarked
package io.aims.benchmarks.handwritten;

import org.jspecify.annotations.NullMarked;
