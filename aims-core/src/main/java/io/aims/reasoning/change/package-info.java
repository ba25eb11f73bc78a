/** What a change does: differences, what-if, other versions of packs, and systems that keep changing. */
@NullMarked
package io.aims.reasoning.change;

import org.jspecify.annotations.NullMarked;
