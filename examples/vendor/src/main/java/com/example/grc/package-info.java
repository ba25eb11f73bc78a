/** A GRC product that has rules and controls of its own, and lets its tenants have theirs. */
@NullMarked
package com.example.grc;

import org.jspecify.annotations.NullMarked;
