package io.aims.interchange.inventory;

import java.util.Optional;

/** Where a mapping gets the word lists that it names. */
@FunctionalInterface
interface WordSource {

    /** Returns the YAML of a word list, or nothing if there is none of that name. */
    Optional<String> yaml(String name);
}
