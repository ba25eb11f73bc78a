/** What the system learns from and works on, and whose data these are. */
@NullMarked
package io.aims.system.data;

import org.jspecify.annotations.NullMarked;
