package io.aims.reasoning.change;

import java.util.List;

/**
 * A subscriber failed when it was told of a change. The change is made, and every other subscriber was told.
 *
 * <p>The first failure is the cause, others are suppressed. A subscriber that was told of changes of several threads fails
 * the one that called it.
 *
 * @since 0.1
 */
public final class SubscriberException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Collects what subscribers threw, at least one. */
    SubscriberException(List<Throwable> failures) {
        super(
                "AIMS-3043: The change is made, but " + failures.size()
                        + (failures.size() == 1 ? " call of a subscriber" : " calls of subscribers") + " failed.\n"
                        + "Look at the cause and at what is suppressed; do not make the change again.",
                failures.get(0));
        failures.stream().skip(1).forEach(this::addSuppressed);
    }
}
