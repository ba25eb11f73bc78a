/** What the law of the European Union asks about the system. */
@NullMarked
package io.aims.system.regulation;

import org.jspecify.annotations.NullMarked;
