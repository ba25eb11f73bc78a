/** What others supply, and who answers for the system. */
@NullMarked
package io.aims.system.supply;

import org.jspecify.annotations.NullMarked;
