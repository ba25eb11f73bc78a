/** The English in which reasons are told. For this module and the reports alone. */
@NullMarked
package io.aims.reasoning.internal;

import org.jspecify.annotations.NullMarked;
