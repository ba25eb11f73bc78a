package com.acme.lending;

/**
 * A product of the bank, known to its own rules only.
 *
 * @param name its name
 * @param limit the highest credit it grants, in euros
 */
public record Product(String name, int limit) {

    /**
     * Returns the product for which a system decides.
     *
     * @param system the id of the system
     * @return the product; an application would ask its database
     */
    public static Product of(String system) {
        return system.equals("loan-scoring") ? new Product("Consumer credit", 25_000) : new Product("Card", 2_000);
    }
}
