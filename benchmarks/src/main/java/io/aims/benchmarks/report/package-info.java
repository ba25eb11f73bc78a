/** The page about performance, written from results: tables, plots and what became of the targets. */
@NullMarked
package io.aims.benchmarks.report;

import org.jspecify.annotations.NullMarked;
