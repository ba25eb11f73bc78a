package io.aims.testing.baseline;

import io.aims.Aims;
import io.aims.catalog.document.Documents;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.interchange.SystemDocument;
import io.aims.interchange.SystemEntry;
import io.aims.interchange.SystemReader;
import io.aims.testing.baseline.Drift.Kind;
import io.aims.text.Quoted;
import io.aims.treatment.ControlStates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a portfolio, frozen in a file that people review like code: a line for each fact, in a fixed order.
 *
 * <p>A check tells everything that is not as the file says: an outcome that changed, with the rules behind it and their
 * proofs; a system or rule that appeared or vanished; a pack with another content. A control that is needed and not in place
 * has to be accepted in the file, by an owner, for a reason, and until a day; afterwards the check tells so again. Systems of
 * which no control has a state have no gaps to accept, and the file says that.
 *
 * <p>The file is written only when that is asked for, by {@link #update} or by the system property {@value #PROPERTY}, and
 * then whole or not at all. Acceptances in it are kept; comments are not. No method reads the clock. Immutable and
 * thread-safe, apart from the file.
 *
 * <pre>{@code
 * EvaluationBaseline baseline = EvaluationBaseline.in(Path.of("src/test/resources/baseline.yaml"), aims);
 * BaselineCheck check = baseline.checkOrUpdate(Path.of("systems"), LocalDate.of(2026, 11, 27));
 * }</pre>
 *
 * @since 0.1
 */
public final class EvaluationBaseline {

    /** The system property that asks for an update. */
    public static final String PROPERTY = "aims.baseline";

    /** The value of the property that asks for an update. */
    public static final String UPDATE = "update";

    private static final String NOT_WRITTEN = "AIMS-7012";
    private static final String IN_CI = "AIMS-7013";
    private static final String WRONG_VALUE = "AIMS-7014";

    private final Path file;
    private final Aims aims;
    private final ControlStates organisation;

    private EvaluationBaseline(Path file, Aims aims, ControlStates organisation) {
        this.file = file;
        this.aims = aims;
        this.organisation = organisation;
    }

    /**
     * Names the file of a baseline. It need not be there yet.
     *
     * @param file a file in YAML
     * @param aims packs, catalogues and criteria with which the systems are evaluated
     * @return the baseline
     */
    public static EvaluationBaseline in(Path file, Aims aims) {
        return new EvaluationBaseline(file, aims, ControlStates.unknown());
    }

    /**
     * Adds what is said of controls for the whole organisation: it counts for systems as
     * {@link ControlStates#forSystem} tells.
     *
     * @param states what the organisation has in place
     * @return the baseline with these states
     */
    public EvaluationBaseline withOrganisation(ControlStates states) {
        return new EvaluationBaseline(file, aims, states);
    }

    /**
     * Compares the systems of a folder with the file.
     *
     * @param systems a folder of descriptions, or a file
     * @param asOf the day for which the systems are evaluated and acceptances looked at
     * @return everything that is not as the file says
     * @throws AimsException with everything that is wrong with the descriptions or the file; AIMS-7010, the form of the file;
     *     AIMS-7011, if two systems have the same id
     */
    public BaselineCheck check(Path systems, LocalDate asOf) {
        return check(read(systems), asOf);
    }

    /**
     * Compares systems with the file.
     *
     * @param systems the portfolio, in any order
     * @param asOf the day for which the systems are evaluated and acceptances looked at
     * @return everything that is not as the file says
     * @throws AimsException AIMS-7010, with everything that is wrong with the file; AIMS-7011, if two systems have the same id
     */
    public BaselineCheck check(Collection<SystemDocument> systems, LocalDate asOf) {
        return frozen().map(was -> compared(was, systems, asOf))
                .orElseGet(() -> new BaselineCheck(
                        file.toString(),
                        List.of(new Drift(
                                Kind.BASELINE_ABSENT,
                                "",
                                "the file is not there",
                                "",
                                "",
                                "Maybe the path is not right from this folder; if nothing was recorded"
                                        + " yet, record it."))));
    }

    private BaselineCheck compared(FrozenOutcomes was, Collection<SystemDocument> systems, LocalDate asOf) {
        List<SystemDocument> joined = joined(systems);
        FrozenOutcomes now = FrozenOutcomes.of(aims, joined, asOf, was.accepted());
        return new BaselineCheck(file.toString(), new Comparison(was, now, aims, joined, asOf).drifts());
    }

    /**
     * Records what is so, if it differs from the file. Acceptances are kept as they are, also those that ended.
     *
     * @param systems the portfolio, in any order
     * @param asOf the day for which the systems are evaluated
     * @throws AimsException AIMS-7010 and AIMS-7011, as with {@link #check(Collection, LocalDate)}; AIMS-7012, if the file
     *     cannot be written
     */
    public void update(Collection<SystemDocument> systems, LocalDate asOf) {
        Optional<FrozenOutcomes> was = frozen();
        FrozenOutcomes now = FrozenOutcomes.of(
                aims, joined(systems), asOf, was.map(FrozenOutcomes::accepted).orElse(List.of()));
        boolean isRecorded = was.filter(before -> before.basis().equals(now.basis())
                        && before.rules().equals(now.rules())
                        && before.systems().equals(now.systems()))
                .isPresent();
        if (!isRecorded) {
            write(BaselineWriter.write(now));
        }
    }

    /**
     * Compares the systems of a folder with the file; records them first if the system property {@value #PROPERTY} is
     * {@value #UPDATE}.
     *
     * @param systems a folder of descriptions, or a file
     * @param asOf the day for which the systems are evaluated and acceptances looked at
     * @return everything that is not as the file says
     * @throws AimsException as {@link #checkOrUpdate(Collection, LocalDate)}, and with everything that is wrong with the
     *     descriptions
     */
    public BaselineCheck checkOrUpdate(Path systems, LocalDate asOf) {
        return checkOrUpdate(read(systems), asOf);
    }

    /**
     * Compares systems with the file; records them first if the system property {@value #PROPERTY} is {@value #UPDATE}.
     * Gaps that nobody accepted and acceptances that ended remain, and are told.
     *
     * @param systems the portfolio, in any order
     * @param asOf the day for which the systems are evaluated and acceptances looked at
     * @return everything that is not as the file says
     * @throws AimsException as {@link #check(Collection, LocalDate)}; AIMS-7013, if an update is asked for where the
     *     environment variable {@code CI} is set; AIMS-7014, if the property has another value
     */
    public BaselineCheck checkOrUpdate(Collection<SystemDocument> systems, LocalDate asOf) {
        if (isUpdateAskedFor(System.getProperty(PROPERTY, ""), System.getenv("CI"))) {
            update(systems, asOf);
        }
        return check(systems, asOf);
    }

    static boolean isUpdateAskedFor(String asked, @Nullable String ci) {
        if (asked.isEmpty()) {
            return false;
        }
        if (!asked.equals(UPDATE)) {
            throw new AimsException(
                    WRONG_VALUE,
                    "The system property " + PROPERTY + " (" + Quoted.of(asked) + ") is not known.",
                    "The only value is " + UPDATE + ".");
        }
        if (ci != null && !ci.isEmpty() && !ci.equals("false")) {
            throw new AimsException(
                    IN_CI,
                    "A baseline is not recorded where the environment variable CI is set: nobody would review it.",
                    "Record it on your machine and commit the file.");
        }
        return true;
    }

    private List<SystemDocument> read(Path systems) {
        List<SystemDocument> documents = new ArrayList<>();
        Faults faults = new Faults();
        try (Stream<SystemEntry> entries = new SystemReader(aims.vocabulary(), aims.catalogue()).stream(systems)) {
            entries.forEach(entry -> {
                if (entry instanceof SystemEntry.Refused refused) {
                    faults.addAll(refused.faults());
                } else {
                    documents.add(((SystemEntry.Accepted) entry).document());
                }
            });
        }
        faults.throwIfAny();
        return documents;
    }

    private List<SystemDocument> joined(Collection<SystemDocument> systems) {
        return systems.stream()
                .map(each ->
                        new SystemDocument(each.system(), organisation.forSystem(each.controls(), aims.catalogue())))
                .toList();
    }

    private Optional<FrozenOutcomes> frozen() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String name = String.valueOf(file.getFileName());
        try (InputStream bytes = Files.newInputStream(file)) {
            return Optional.of(BaselineReader.read(name, Documents.text(name, bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes beside the file and puts the new one in its place, so that no reader ever sees a part. */
    private void write(String text) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            Path room = Files.createTempDirectory(folder, ".baseline-");
            Path fresh = room.resolve("baseline");
            try {
                Files.writeString(fresh, text);
                move(fresh);
            } finally {
                Files.deleteIfExists(fresh);
                Files.delete(room);
            }
        } catch (IOException e) {
            throw new AimsException(
                    NOT_WRITTEN,
                    "The baseline (" + Quoted.end(file.toString()) + ") cannot be written: " + Quoted.of(e.toString())
                            + ".",
                    "The file is as it was. Maybe the permission to write it is missing.");
        }
    }

    private void move(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
