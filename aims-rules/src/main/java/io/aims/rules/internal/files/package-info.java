/** The files of packs: where they lie, and what in them is wrong before their content is looked at. */
@NullMarked
package io.aims.rules.internal.files;

import org.jspecify.annotations.NullMarked;
