package io.aims.cli;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Place;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemFormat;
import io.aims.interchange.SystemReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which systems to read. */
final class InputOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = {
                "Descriptions of systems: YAML, JSON, JSON Lines (one system a line), a folder of them, or - for the"
                        + " standard input."
            })
    private List<String> files = new ArrayList<>();

    @Mixin
    private SystemInput input = new SystemInput();

    @Mixin
    private WorkersOption workers = new WorkersOption();

    /**
     * What was made of a system.
     *
     * @param result what was made of it
     * @param isBeyond whether the system is beyond what is allowed
     */
    record Judged<T>(T result, boolean isBeyond) {}

    private record Done<T>(SystemEntry entry, @Nullable Judged<T> judged, List<Fault> faults) {}

    /**
     * Works on every system, several at a time, and hands the results on in the order of the systems. What cannot be read
     * and what the work refuses is told as it comes, and the rest goes on.
     *
     * @param work called by several threads at once; may throw what is wrong with a system
     * @param consumer takes the results, one at a time
     * @param refused told of each system without a result, in its turn
     * @return how it went; end it when the results are written
     */
    <T> Batch each(
            Aims aims,
            Session session,
            Function<SystemEntry.Accepted, Judged<T>> work,
            Consumer<Judged<T>> consumer,
            Runnable refused) {
        Batch batch = new Batch(session);
        Consumer<Done<T>> emit = done -> {
            Judged<T> judged = done.judged();
            if (judged == null) {
                refused.run();
                batch.refuse(done.faults());
            } else {
                batch.accept((SystemEntry.Accepted) done.entry(), judged.isBeyond());
                consumer.accept(judged);
            }
        };
        SystemReader reader = new SystemReader(aims.vocabulary(), aims.catalogue());
        Stream<Supplier<SystemEntry>> entries = OneByOne.of(files, file -> input.unparsed(reader, session, file));
        try (Stream<Done<T>> run = workers.workers().inOrder(entries, entry -> done(entry.get(), work))) {
            run.forEach(emit);
        }
        return batch;
    }

    private static <T> Done<T> done(SystemEntry entry, Function<SystemEntry.Accepted, Judged<T>> work) {
        if (entry instanceof SystemEntry.Refused refused) {
            return new Done<>(entry, null, refused.faults());
        }
        try {
            return new Done<>(entry, work.apply((SystemEntry.Accepted) entry), List.of());
        } catch (AimsException e) {
            return new Done<>(entry, null, e.faults());
        }
    }

    /** Opens what was named, one after the other. */
    Stream<SystemEntry> entries(SystemReader reader, Session session, String file) {
        return input.entries(reader, session, file);
    }

    List<String> files() {
        return files;
    }

    /** Returns where an entry stands, or {@code null} if only one system was named and nobody could doubt it. */
    @Nullable
    Place place(SystemEntry entry) {
        Place place = entry.place();
        boolean several = files.size() > 1
                || !files.get(0).equals(place.document())
                || place.column() > 1
                || SystemFormat.ofFileName(place.document()).orElse(SystemFormat.YAML) == SystemFormat.JSON_LINES;
        return several ? place : null;
    }
}
