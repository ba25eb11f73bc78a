/** Pages about the rules of a pack, generated from the pack, with examples as proof. */
@NullMarked
package io.aims.packs.documentation;

import org.jspecify.annotations.NullMarked;
