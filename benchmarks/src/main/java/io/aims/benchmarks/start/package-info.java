/** What a start costs: whole processes to their first evaluation, and further instances in a process that runs. */
@NullMarked
package io.aims.benchmarks.start;

import org.jspecify.annotations.NullMarked;
