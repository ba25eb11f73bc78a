/** Rule packs: reading and verifying them. */
@NullMarked
package io.aims.rules;

import org.jspecify.annotations.NullMarked;
