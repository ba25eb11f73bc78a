/** What a law says of a system, in sentences for people. */
@NullMarked
package io.aims.law.text;

import org.jspecify.annotations.NullMarked;
