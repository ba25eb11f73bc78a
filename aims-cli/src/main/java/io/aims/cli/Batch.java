package io.aims.cli;

import io.aims.error.Fault;
import io.aims.interchange.SystemEntry;
import io.aims.text.Quoted;
import java.util.List;

/** Counts the systems of a run, tells faults as they come, and says how far the run is if it takes long. */
final class Batch {

    private static final long PATIENCE = 5_000_000_000L;

    private final Session session;
    private final SeenIds seen = new SeenIds();
    private final long start = System.nanoTime();
    private long nextWord = start + PATIENCE;
    private int accepted;
    private int refused;
    private int repeated;
    private int beyond;

    Batch(Session session) {
        this.session = session;
    }

    void accept(SystemEntry.Accepted entry, boolean isBeyond) {
        accepted++;
        beyond += isBeyond ? 1 : 0;
        String id = entry.document().system().id();
        boolean wasFull = seen.isFull();
        if (!seen.add(id)) {
            repeated++;
            session.say("AIMS-5014: The id (" + Quoted.of(id) + ", " + entry.place() + ") stands twice in this run."
                    + "\nBoth systems are evaluated; their places tell them apart.");
        }
        if (seen.isFull() && !wasFull) {
            session.say("AIMS-5091: From here on ids are only compared with the first " + SeenIds.MOST + " of this run."
                    + "\nAll systems are evaluated.");
        }
        word();
    }

    void refuse(List<Fault> faults) {
        refused++;
        faults.forEach(fault -> session.say(fault.toString()));
        word();
    }

    private void word() {
        long now = System.nanoTime();
        if (now - nextWord > 0) {
            nextWord = now + PATIENCE;
            session.say("aims: " + accepted + " systems so far");
        }
    }

    /** Says what could not be read, and returns with what the run ends. */
    int end() {
        if (refused > 0 || repeated > 0) {
            session.say("aims: " + Wording.count(accepted, "system", "systems") + " read"
                    + (refused == 0 ? "" : ", " + refused + " could not be")
                    + (repeated == 0 ? "" : ", " + Wording.count(repeated, "id", "ids") + " seen before"));
        }
        if (refused > 0) {
            return ExitStatus.WRONG_INPUT;
        }
        return beyond > 0 ? ExitStatus.BEYOND : ExitStatus.DONE;
    }

    int accepted() {
        return accepted;
    }

    int refused() {
        return refused;
    }
}
