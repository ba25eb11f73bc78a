/** Data that the build has read from its documents, in a form that starts fast: for the modules of AIMS only. */
@NullMarked
package io.aims.catalog.compiled;

import org.jspecify.annotations.NullMarked;
