/** What more rules and more systems cost. */
@NullMarked
package io.aims.benchmarks.scaling;

import org.jspecify.annotations.NullMarked;
