package io.aims.error;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what checks have to say about documents, errors and warnings. Not thread-safe.
 *
 * @since 0.1
 */
public final class Diagnostics {

    private static final int MOST = 1_000;

    private final List<Diagnostic> errors = new ArrayList<>();
    private final List<Diagnostic> warnings = new ArrayList<>();

    /** Creates a collection without diagnostics. */
    public Diagnostics() {}

    /**
     * Adds an error. Beyond a thousand they are no longer kept.
     *
     * @param code the stable code
     * @param where the place, or {@code null}
     * @param message what is wrong
     * @param advice what to do
     */
    public void error(String code, @Nullable Place where, String message, String advice) {
        add(errors, Diagnostic.error(new Fault(code, message, advice, where)));
    }

    /**
     * Adds a warning. Beyond a thousand they are no longer kept.
     *
     * @param code the stable code
     * @param where the place, or {@code null}
     * @param message what somebody should look at
     * @param advice what to do
     */
    public void warning(String code, @Nullable Place where, String message, String advice) {
        add(warnings, Diagnostic.warning(new Fault(code, message, advice, where)));
    }

    /**
     * Adds diagnostics found elsewhere.
     *
     * @param others the diagnostics
     */
    public void addAll(List<Diagnostic> others) {
        others.forEach(other -> add(other.isError() ? errors : warnings, other));
    }

    private static void add(List<Diagnostic> kept, Diagnostic diagnostic) {
        if (kept.size() < MOST) {
            kept.add(diagnostic);
        }
    }

    /**
     * Returns the errors as faults.
     *
     * @return the faults, in the order found
     */
    public List<Fault> faults() {
        return errors.stream().map(Diagnostic::fault).toList();
    }

    /**
     * Returns everything collected.
     *
     * @return the errors, then the warnings, each in the order found
     */
    public List<Diagnostic> toList() {
        List<Diagnostic> all = new ArrayList<>(errors);
        all.addAll(warnings);
        return List.copyOf(all);
    }
}
