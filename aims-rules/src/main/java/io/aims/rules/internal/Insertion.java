package io.aims.rules.internal;

import io.aims.error.AimsException;
import org.drools.core.common.InternalWorkingMemory;
import org.kie.api.runtime.KieSession;

/**
 * Inserts the facts of the strata, one after another. Rules conclude while a fact passes through the network: nothing waits to
 * be fired when it is through.
 */
final class Insertion {

    private final InternalWorkingMemory session;
    private final Deadline deadline;

    Insertion(KieSession session, Deadline deadline) {
        this.session = (InternalWorkingMemory) session;
        this.deadline = deadline;
    }

    /**
     * Inserts a fact and waits until it is through.
     *
     * @param view the fact
     * @throws AimsException AIMS-3002, if the deadline has passed; AIMS-3004, if a rule fails
     */
    void insert(View view) {
        try {
            session.insert(view);
            session.flushPropagations();
        } catch (RuntimeException e) {
            AimsException failure = new AimsException(
                    "AIMS-3004",
                    "A rule failed on system (" + deadline.systemId() + ").",
                    "This is a fault of the engine: please report it with the packs in use.");
            failure.initCause(e);
            throw failure;
        }
        if (deadline.isPast()) {
            throw deadline.exceeded();
        }
    }
}
