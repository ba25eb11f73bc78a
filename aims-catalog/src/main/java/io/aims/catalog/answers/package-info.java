/** Reads answers about systems as files write them. For the modules of AIMS alone. */
@NullMarked
package io.aims.catalog.answers;

import org.jspecify.annotations.NullMarked;
