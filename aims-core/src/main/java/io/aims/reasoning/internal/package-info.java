/** The English in which reasons are told. Not for use outside of this module. */
@NullMarked
package io.aims.reasoning.internal;

import org.jspecify.annotations.NullMarked;
