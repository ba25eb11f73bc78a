/** What tools for authors of rule packs have in common. */
@NullMarked
package io.aims.packs;

import org.jspecify.annotations.NullMarked;
