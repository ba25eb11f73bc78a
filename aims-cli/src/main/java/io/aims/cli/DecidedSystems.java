package io.aims.cli;

import io.aims.text.Nearest;
import io.aims.text.Quoted;
import io.aims.treatment.Treatments;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Notices ids in a plan of treatment that are probably slips: nobody has such a system, and another one has no decision. */
final class DecidedSystems {

    private static final int MOST = 1_000;

    private final Treatments treatments;
    private final Set<String> notRead;
    private final Set<String> undecided = new TreeSet<>();

    DecidedSystems(Treatments treatments) {
        this.treatments = treatments;
        this.notRead = new TreeSet<>(treatments.systems().keySet());
    }

    /** Notes that a system was read. */
    void see(String id) {
        notRead.remove(id);
        if (!treatments.systems().containsKey(id) && undecided.size() < MOST) {
            undecided.add(id);
        }
    }

    /** Tells each id that was probably meant to be another. */
    void end(Path file, Session session) {
        for (String id : notRead) {
            Nearest.to(id, undecided)
                    .ifPresent(near -> session.say("AIMS-1042: The plan (" + Quoted.of(file.toString())
                            + ") decides about system (" + Quoted.of(id) + "), which was not read."
                            + "\nMaybe you meant (" + Quoted.of(near) + ")."));
        }
    }
}
