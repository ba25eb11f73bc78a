/** What went wrong, where, and what to do: faults with a code and a place, all of a document at once. */
@NullMarked
package io.aims.error;

import org.jspecify.annotations.NullMarked;
