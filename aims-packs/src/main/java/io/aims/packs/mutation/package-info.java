/** Which small changes of a pack its examples and tests notice. */
@NullMarked
package io.aims.packs.mutation;

import org.jspecify.annotations.NullMarked;
