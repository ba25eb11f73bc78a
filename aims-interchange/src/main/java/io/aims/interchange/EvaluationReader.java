package io.aims.interchange;

import io.aims.error.AimsException;
import io.aims.error.Place;
import io.aims.reasoning.verification.StoredEvaluation;
import io.aims.text.Quoted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads stored evaluations, as {@link EvaluationWriter} wrote them: one JSON document, JSON Lines, or a JSON list.
 *
 * <p>Nothing that a file says is believed, and neither packs nor vocabulary are needed to read it; that is the work of
 * verification. Only a file that is no JSON within the limits of AIMS, or does not say on what a result rests, is refused.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * StoredEvaluation stored = new EvaluationReader().read(Path.of("loan-scoring.result.json"));
 * aims.verify(stored, system).holds();
 * }</pre>
 *
 * @since 0.1
 */
public final class EvaluationReader {

    private static final String NO_RESULT = "AIMS-3022";
    private static final String SEVERAL = "AIMS-3023";

    /** Creates a reader. */
    public EvaluationReader() {}

    /**
     * Reads a file that holds one evaluation.
     *
     * @param file a JSON file
     * @return what it says
     * @throws AimsException with everything that is wrong; AIMS-3020, if it holds no evaluation of a form that is known;
     *     AIMS-3021, if the evaluation does not say on what it rests; AIMS-3023, if it holds several evaluations
     */
    public StoredEvaluation read(Path file) {
        try (Stream<StoredEntry> entries = stream(file)) {
            return one(file.toString(), entries);
        }
    }

    /**
     * Reads the text of one evaluation.
     *
     * @param name what to call the text in messages
     * @param json the text
     * @return what it says
     * @throws AimsException as {@link #read(Path)} does
     */
    public StoredEvaluation read(String name, String json) {
        InputStream bytes = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
        try (Stream<StoredEntry> entries = stream(name, bytes)) {
            return one(name, entries);
        }
    }

    private static StoredEvaluation one(String name, Stream<StoredEntry> entries) {
        List<StoredEntry> first = entries.limit(2).toList();
        if (first.isEmpty()) {
            throw new AimsException(
                    NO_RESULT,
                    "The file (" + Quoted.of(name) + ") holds no evaluation.",
                    "Maybe nothing was evaluated when it was written.");
        }
        if (first.get(0) instanceof StoredEntry.Refused refused) {
            throw new AimsException(refused.faults());
        }
        if (first.size() > 1) {
            throw new AimsException(
                    SEVERAL,
                    "The file (" + Quoted.of(name) + ") must hold one evaluation, and holds several.",
                    "Read it as a stream of entries.");
        }
        return ((StoredEntry.Accepted) first.get(0)).evaluation();
    }

    /**
     * Reads a file of any number of evaluations. At most one of them is held at a time. What cannot be read is an entry
     * too. Close the stream.
     *
     * @param file a JSON file
     * @return the entries in order
     */
    public Stream<StoredEntry> stream(Path file) {
        String name = file.toString();
        try {
            InputStream bytes = Files.newInputStream(file);
            try {
                return StoredSource.open(name, bytes).stream();
            } catch (IOException e) {
                bytes.close();
                throw e;
            }
        } catch (IOException e) {
            return Stream.of(new StoredEntry.Refused(List.of(SystemReader.unreadable(name, e)), new Place(name, 1, 1)));
        }
    }

    /**
     * Reads evaluations from a stream of bytes.
     *
     * @param name what to call the stream in messages
     * @param bytes the content, UTF-8; closed with the stream that is returned
     * @return the entries in order; close it
     * @throws UncheckedIOException if the beginning cannot be read
     */
    public Stream<StoredEntry> stream(String name, InputStream bytes) {
        try {
            return StoredSource.open(name, bytes).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
