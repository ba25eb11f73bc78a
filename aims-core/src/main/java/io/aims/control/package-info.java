/** Controls, their catalogues, and whose work they are. */
@NullMarked
package io.aims.control;

import org.jspecify.annotations.NullMarked;
