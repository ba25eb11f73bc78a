/** The class of a law, and what would decide it: the code of the guide. */
@NullMarked
package io.aims.examples.law;

import org.jspecify.annotations.NullMarked;
