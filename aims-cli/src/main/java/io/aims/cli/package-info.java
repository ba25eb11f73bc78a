/** The command line. */
@NullMarked
package io.aims.cli;

import org.jspecify.annotations.NullMarked;
