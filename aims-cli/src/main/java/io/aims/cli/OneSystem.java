package io.aims.cli;

import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.interchange.SystemDocument;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemReader;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One system out of what a file holds: the only one, or the one that is named. */
final class OneSystem {

    /** How many ids a message lists. */
    private static final int FEW = 10;

    /** Among how many ids the nearest one is looked for. */
    private static final int MANY = 1_000;

    @Option(names = "--system", paramLabel = "ID", description = "Which system, if the file holds several: its id.")
    private @Nullable String id;

    @Mixin
    private SystemInput input = new SystemInput();

    /**
     * Reads the system.
     *
     * @param reader reads the file
     * @param session holds the standard input
     * @param file a file, a folder, or {@code -} for the standard input
     * @return the system, and what is done about controls
     * @throws AimsException AIMS-5020, if the file holds several systems and none is named; AIMS-5021, if it holds none of
     *     the id that is named; AIMS-5022, if it holds two of that id; everything that is wrong with the system
     */
    SystemDocument read(SystemReader reader, Session session, String file) {
        String wanted = id;
        try (Stream<SystemEntry> entries = input.entries(reader, session, file)) {
            return wanted == null ? only(entries.iterator(), file) : named(entries.iterator(), file, wanted);
        }
    }

    private static SystemDocument only(Iterator<SystemEntry> entries, String file) {
        SystemEntry first = entries.next();
        if (!entries.hasNext()) {
            return accepted(first).document();
        }
        List<String> ids = new ArrayList<>();
        add(first, ids);
        while (entries.hasNext() && ids.size() < FEW) {
            add(entries.next(), ids);
        }
        throw new AimsException(
                "AIMS-5020",
                "The file (" + Quoted.of(file) + ") holds several systems, and one is asked about.",
                ids.isEmpty()
                        ? "None of them can be read: run aims evaluate to see why."
                        : "Name it with --system: " + list(ids) + (entries.hasNext() ? " and others." : "."));
    }

    private static void add(SystemEntry entry, List<String> ids) {
        if (entry instanceof SystemEntry.Accepted accepted) {
            ids.add(accepted.document().system().id());
        }
    }

    private static SystemDocument named(Iterator<SystemEntry> entries, String file, String wanted) {
        SystemEntry.@Nullable Accepted found = null;
        List<String> ids = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        while (entries.hasNext()) {
            SystemEntry entry = entries.next();
            if (entry instanceof SystemEntry.Refused refused) {
                if (faults.size() < FEW) {
                    faults.addAll(refused.faults());
                }
                continue;
            }
            SystemEntry.Accepted accepted = (SystemEntry.Accepted) entry;
            String own = accepted.document().system().id();
            if (own.equals(wanted)) {
                if (found != null) {
                    throw twice(wanted, found, accepted);
                }
                found = accepted;
            } else if (ids.size() < MANY) {
                ids.add(own);
            }
        }
        if (found == null) {
            faults.add(0, absent(file, wanted, ids));
            throw new AimsException(faults);
        }
        return found.document();
    }

    private static AimsException twice(String wanted, SystemEntry.Accepted one, SystemEntry.Accepted other) {
        return new AimsException(
                "AIMS-5022",
                "The id (" + Quoted.of(wanted) + ") stands twice: at (" + one.place() + ") and at (" + other.place()
                        + ").",
                "Maybe one of the two is an old copy: give each system an id of its own.");
    }

    private static Fault absent(String file, String wanted, List<String> ids) {
        String others = ids.isEmpty()
                ? "Maybe the system lies in another file."
                : "It holds " + list(ids.subList(0, Math.min(FEW, ids.size())))
                        + (ids.size() > FEW ? " and others." : ".");
        return Fault.of(
                "AIMS-5021",
                "The file (" + Quoted.of(file) + ") holds no system (" + Quoted.of(wanted) + ") that can be read.",
                Nearest.to(wanted, ids)
                        .map(near -> "Maybe you meant (" + Quoted.of(near) + ").")
                        .orElse(others));
    }

    private static SystemEntry.Accepted accepted(SystemEntry entry) {
        if (entry instanceof SystemEntry.Refused refused) {
            throw new AimsException(refused.faults());
        }
        return (SystemEntry.Accepted) entry;
    }

    private static String list(List<String> ids) {
        return ids.stream().map(each -> "(" + Quoted.of(each) + ")").collect(Collectors.joining(", "));
    }
}
