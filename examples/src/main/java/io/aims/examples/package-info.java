/** Every snippet of the README, compiled and run. */
@NullMarked
package io.aims.examples;

import org.jspecify.annotations.NullMarked;
