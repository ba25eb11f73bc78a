/**
 * The one reader of YAML, JSON and CSV documents that knows positions. For the modules of AIMS alone.
 */
@NullMarked
package io.aims.catalog.document;

import org.jspecify.annotations.NullMarked;
