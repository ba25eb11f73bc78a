/** How much the system does by itself, and what people can still do about it. */
@NullMarked
package io.aims.system.automation;

import org.jspecify.annotations.NullMarked;
