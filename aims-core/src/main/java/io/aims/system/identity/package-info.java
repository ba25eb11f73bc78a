/** What the organisation does with the system, how far the system has come in its life, and where it is used. */
@NullMarked
package io.aims.system.identity;

import org.jspecify.annotations.NullMarked;
