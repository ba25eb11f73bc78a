/** Tables as plain values, and the formats in which they are written. */
@NullMarked
package io.aims.report.internal.sheet;

import org.jspecify.annotations.NullMarked;
