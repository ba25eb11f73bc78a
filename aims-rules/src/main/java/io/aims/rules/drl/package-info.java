/** Packs as readable DRL, the language of Drools. */
@NullMarked
package io.aims.rules.drl;

import org.jspecify.annotations.NullMarked;
