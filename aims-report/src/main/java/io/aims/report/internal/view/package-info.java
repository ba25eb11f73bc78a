/** What statements and portfolios show in every format, in the words of a reader. */
@NullMarked
package io.aims.report.internal.view;

import org.jspecify.annotations.NullMarked;
