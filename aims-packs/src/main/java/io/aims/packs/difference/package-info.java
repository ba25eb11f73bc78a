/** What differs between two versions of a pack, and what that means: for its rules, its controls and given systems. */
@NullMarked
package io.aims.packs.difference;

import org.jspecify.annotations.NullMarked;
