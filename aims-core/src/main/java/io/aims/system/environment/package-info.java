/** Where the system runs, what surrounds it, and what an outage or an attack would mean. */
@NullMarked
package io.aims.system.environment;

import org.jspecify.annotations.NullMarked;
