/** The front door of the library. */
@NullMarked
package io.aims;

import org.jspecify.annotations.NullMarked;
