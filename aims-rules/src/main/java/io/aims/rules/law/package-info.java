/** Legal packs: reading and verifying them. */
@NullMarked
package io.aims.rules.law;

import org.jspecify.annotations.NullMarked;
