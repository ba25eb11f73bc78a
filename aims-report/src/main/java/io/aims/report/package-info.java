/** Reports for people: pages, tables and workbooks. */
@NullMarked
package io.aims.report;

import org.jspecify.annotations.NullMarked;
