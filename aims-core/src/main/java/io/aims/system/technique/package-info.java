/** How the system came to its behaviour, what it produces, and what can be known of its reasons. */
@NullMarked
package io.aims.system.technique;

import org.jspecify.annotations.NullMarked;
