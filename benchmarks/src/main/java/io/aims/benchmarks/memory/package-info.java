/** What evaluations allocate, and what instances, packs and evaluations hold. */
@NullMarked
package io.aims.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
