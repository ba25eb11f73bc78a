/** Finds in a minute, on a busy machine too, what has become much slower: ratios within one run against limits. */
@NullMarked
package io.aims.benchmarks.guard;

import org.jspecify.annotations.NullMarked;
