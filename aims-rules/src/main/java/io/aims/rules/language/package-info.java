/** The language in which packs write the conditions of rules: its words, its parser and its messages. */
@NullMarked
package io.aims.rules.language;

import org.jspecify.annotations.NullMarked;
