/** Rules as data: conditions, packs, and the base of rules that an engine runs. */
@NullMarked
package io.aims.rule;

import org.jspecify.annotations.NullMarked;
