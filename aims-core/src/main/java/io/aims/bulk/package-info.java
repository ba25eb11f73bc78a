/** Many items at once: in order, by several workers, in bounded memory. */
@NullMarked
package io.aims.bulk;

import org.jspecify.annotations.NullMarked;
