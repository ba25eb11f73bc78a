package io.aims.crosswalk;

import java.util.List;

/**
 * What elements in place elsewhere contribute to elements that are wanted.
 *
 * <p>A contribution is a reason to look there for evidence. It is never the evidence, and never says that what is wanted is in
 * place.
 *
 * @param entries one for each element wanted, in the order of their framework
 * @since 0.1
 */
public record Reuse(List<Entry> entries) {

    /** Copies the list. */
    public Reuse {
        entries = List.copyOf(entries);
    }

    /**
     * Returns the elements to which something in place contributes.
     *
     * @return an immutable list
     */
    public List<Entry> reusable() {
        return entries.stream()
                .filter(entry -> !entry.contributions().isEmpty())
                .toList();
    }

    /**
     * Returns the elements to which nothing in place is known to contribute.
     *
     * @return an immutable list
     */
    public List<Entry> unserved() {
        return entries.stream().filter(entry -> entry.contributions().isEmpty()).toList();
    }

    /**
     * What is in place for one element.
     *
     * @param element the element wanted
     * @param contributions the mappings of the element to elements in place, the strongest first
     * @param exclusions the mappings that say that something in place has nothing to do with it
     * @since 0.1
     */
    public record Entry(Element element, List<Mapping> contributions, List<Mapping> exclusions) {

        /** Copies the lists. */
        public Entry {
            contributions = List.copyOf(contributions);
            exclusions = List.copyOf(exclusions);
        }
    }
}
