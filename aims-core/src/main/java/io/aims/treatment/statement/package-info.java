/** The Statement of Applicability of an organisation: derived from its systems, completed by decisions, compared. */
@NullMarked
package io.aims.treatment.statement;

import org.jspecify.annotations.NullMarked;
