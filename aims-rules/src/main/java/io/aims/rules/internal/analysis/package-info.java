/** What can be said of conditions and rules without running them. */
@NullMarked
package io.aims.rules.internal.analysis;

import org.jspecify.annotations.NullMarked;
