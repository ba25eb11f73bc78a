/** Systems and evaluations in files. */
@NullMarked
package io.aims.interchange;

import org.jspecify.annotations.NullMarked;
