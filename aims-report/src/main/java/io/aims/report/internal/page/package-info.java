/** What the templates of pages show, and how text gets into a page. Not for use outside of this module. */
@NullMarked
package io.aims.report.internal.page;

import org.jspecify.annotations.NullMarked;
