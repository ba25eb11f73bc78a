/** Conditions and laws in the form that starts fast, and the law of this jar. */
@NullMarked
package io.aims.rules.internal.compiled;

import org.jspecify.annotations.NullMarked;
