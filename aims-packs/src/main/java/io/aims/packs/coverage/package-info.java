/** Which rules, branches and thresholds of a pack its examples show. */
@NullMarked
package io.aims.packs.coverage;

import org.jspecify.annotations.NullMarked;
