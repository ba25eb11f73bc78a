/** The smallest changes that reach a target: what would have to be different, proven to be no more than needed. */
@NullMarked
package io.aims.reasoning.counterfactual;

import org.jspecify.annotations.NullMarked;
