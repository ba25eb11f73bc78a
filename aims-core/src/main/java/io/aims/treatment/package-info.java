/** What is done about the controls: their states, with evidence and dates. */
@NullMarked
package io.aims.treatment;

import org.jspecify.annotations.NullMarked;
