/** What an evaluation contributes to the impact assessment of a system and to the clauses of the standard. */
@NullMarked
package io.aims.treatment.assessment;

import org.jspecify.annotations.NullMarked;
