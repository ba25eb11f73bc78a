package io.aims.evaluation;

/**
 * A finding that calls for controls. The strongest comes first.
 *
 * @param finding the finding of a rule that holds
 * @param priority the priority that it gives
 * @param rate the rate of the rule
 */
record Reason(Finding finding, Priority priority, double rate) implements Comparable<Reason> {

    @Override
    public int compareTo(Reason other) {
        int order = other.priority.compareTo(priority);
        order = order != 0 ? order : Double.compare(other.rate, rate);
        return order != 0 ? order : finding.compareTo(other.finding);
    }
}
