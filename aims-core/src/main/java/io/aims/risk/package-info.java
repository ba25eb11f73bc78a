/** Objectives, risk sources, the scales of the risk method and the criteria an organisation can replace. */
@NullMarked
package io.aims.risk;

import org.jspecify.annotations.NullMarked;
