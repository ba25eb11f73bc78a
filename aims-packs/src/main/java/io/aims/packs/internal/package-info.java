/** What coverage and mutation have in common: conditions with a part changed, and the search for examples. */
@NullMarked
package io.aims.packs.internal;

import org.jspecify.annotations.NullMarked;
