/** What AIMS costs its host. */
@NullMarked
package io.aims.benchmarks;

import org.jspecify.annotations.NullMarked;
