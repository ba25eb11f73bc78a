/** New packs: a small one that works, to be changed. */
@NullMarked
package io.aims.packs.skeleton;

import org.jspecify.annotations.NullMarked;
