/** The engine; the only place that knows Drools. */
@NullMarked
package io.aims.rules.internal;

import org.jspecify.annotations.NullMarked;
