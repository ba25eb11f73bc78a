/** Where a statement comes from: citations and the clauses of the standard. */
@NullMarked
package io.aims.source;

import org.jspecify.annotations.NullMarked;
