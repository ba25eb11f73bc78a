package io.aims.rules.internal;

import io.aims.error.AimsException;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.ConsequenceException;
import org.kie.api.runtime.rule.Match;

/** Fires the rules of a session within the limits of time and number. */
final class Firing implements AgendaFilter {

    /** Looking at the clock before each firing would cost a tenth of the evaluation. */
    private static final int FIRINGS_PER_LOOK = 16;

    private final KieSession session;
    private final Deadline deadline;
    private int asked;
    private boolean halted;

    Firing(KieSession session, Deadline deadline) {
        this.session = session;
        this.deadline = deadline;
    }

    /**
     * Inserts a fact and fires until nothing is left to fire.
     *
     * @param most how many rules may fire
     * @param view the fact
     * @throws AimsException AIMS-3002, if it takes too long; AIMS-3003, if more rules fire than may; AIMS-3004, if a rule
     *     fails
     */
    void fire(int most, View view) {
        int fired;
        try {
            session.insert(view);
            fired = session.fireAllRules(this, most + 1);
        } catch (ConsequenceException e) {
            throw failure("Rule (" + e.getRule().getName() + ")", e);
        } catch (RuntimeException e) {
            throw failure("A constraint", e);
        }
        if (halted || deadline.isPast()) {
            throw deadline.exceeded();
        }
        if (fired > most) {
            throw new AimsException(
                    "AIMS-3003",
                    "More than " + most + " rules fired for system (" + deadline.systemId() + ").",
                    "This is a fault of the engine: please report it with the packs in use.");
        }
    }

    @Override
    public boolean accept(Match match) {
        asked++;
        if (!halted && asked % FIRINGS_PER_LOOK == 0 && deadline.isPast()) {
            halted = true;
            session.halt();
        }
        return !halted;
    }

    private AimsException failure(String subject, RuntimeException cause) {
        AimsException failure = new AimsException(
                "AIMS-3004",
                subject + " failed on system (" + deadline.systemId() + ").",
                "This is a fault of the engine: please report it with the packs in use.");
        failure.initCause(cause);
        return failure;
    }
}
