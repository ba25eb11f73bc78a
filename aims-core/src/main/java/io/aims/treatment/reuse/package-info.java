/**
 * What other frameworks have in place and may serve as evidence: suggestions for people, each with the row of a crosswalk as
 * its reason. What remains of a risk, what is a gap and what is applicable is computed below, by packages that cannot see them.
 */
@NullMarked
package io.aims.treatment.reuse;

import org.jspecify.annotations.NullMarked;
