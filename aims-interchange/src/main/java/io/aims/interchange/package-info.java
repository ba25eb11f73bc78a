/** Systems and evaluations in files: YAML, JSON, JSON Lines, with published JSON Schemas. */
@NullMarked
package io.aims.interchange;

import org.jspecify.annotations.NullMarked;
