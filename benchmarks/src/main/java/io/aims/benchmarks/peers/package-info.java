/** The same rules in other engines, each written as its users would write them. */
@NullMarked
package io.aims.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
