/** Gaps, cheapest plans and decisions, told for people in Markdown. */
@NullMarked
package io.aims.treatment.text;

import org.jspecify.annotations.NullMarked;
