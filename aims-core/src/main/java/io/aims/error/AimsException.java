package io.aims.error;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something handed to AIMS is wrong. Carries every fault found, each with code, place and advice.
 *
 * @since 0.1
 */
public final class AimsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final List<Fault> faults;

    /**
     * Creates the exception.
     *
     * @param faults what is wrong, at least one
     */
    public AimsException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
        if (this.faults.isEmpty()) {
            throw new IllegalArgumentException("An exception tells at least one fault");
        }
    }

    /**
     * Creates the exception for a single fault without a place.
     *
     * @param code the stable code
     * @param message what is wrong
     * @param advice what to do
     */
    public AimsException(String code, String message, String advice) {
        this(List.of(Fault.of(code, message, advice)));
    }

    /**
     * Returns what is wrong, in the order found.
     *
     * @return an immutable list, at least one fault
     */
    public List<Fault> faults() {
        return faults;
    }
}
