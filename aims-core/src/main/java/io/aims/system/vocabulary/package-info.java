/** The built-in characteristics, all in one place and above the sections that hold their values. */
@NullMarked
package io.aims.system.vocabulary;

import org.jspecify.annotations.NullMarked;
