/** What was measured: values by series, contender and condition, as files that the report is written from. */
@NullMarked
package io.aims.benchmarks.result;

import org.jspecify.annotations.NullMarked;
