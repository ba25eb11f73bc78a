/** Whom the system touches, how hard, and in which domain. */
@NullMarked
package io.aims.system.people;

import org.jspecify.annotations.NullMarked;
