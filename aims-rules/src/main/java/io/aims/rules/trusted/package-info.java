/** Rules outside the guarantees: written in DRL by people whom the host trusts, compiled in their own build. */
@NullMarked
package io.aims.rules.trusted;

import org.jspecify.annotations.NullMarked;
