package io.aims.treatment.statement;

/**
 * For how many systems a control has each status.
 *
 * @param required systems for which the organisation performs it itself
 * @param viaSupplier systems for which only a supplier can perform it
 * @param roleExcluded systems that need it, by a role the organisation does not hold
 * @param notRequired systems for which every rule that could call for it is false
 * @param undetermined systems for which that is not settled
 * @since 0.1
 */
public record Spread(int required, int viaSupplier, int roleExcluded, int notRequired, int undetermined) {

    /** Checks that nothing is negative. */
    public Spread {
        if (required < 0 || viaSupplier < 0 || roleExcluded < 0 || notRequired < 0 || undetermined < 0) {
            throw new IllegalArgumentException("A number of systems is 0 or more");
        }
    }

    /**
     * Returns for how many systems the organisation has to see to the control.
     *
     * @return those for which it is required or left to a supplier
     */
    public int needing() {
        return required + viaSupplier;
    }

    /**
     * Returns how many systems there are.
     *
     * @return the sum
     */
    public int total() {
        return needing() + roleExcluded + notRequired + undetermined;
    }
}
