/** A bank that adds rules of its own, written in DRL, to the standard pack. */
@NullMarked
package com.acme.lending;

import org.jspecify.annotations.NullMarked;
