package io.aims.rules;

import io.aims.error.Diagnostic;
import io.aims.rule.RulePack;
import java.util.List;

/**
 * What there is to say of packs that were verified. Immutable and thread-safe.
 *
 * @param packs the packs that could be read, in the order given
 * @param diagnostics everything found, sorted by place
 * @since 0.1
 */
public record PackReport(List<RulePack> packs, List<Diagnostic> diagnostics) {

    /** Copies the lists, and sorts what was found; what was found twice is told once. */
    public PackReport {
        packs = List.copyOf(packs);
        diagnostics = diagnostics.stream().distinct().sorted().toList();
    }

    /**
     * Returns what forbids the use of the packs.
     *
     * @return an immutable list, sorted by place
     */
    public List<Diagnostic> errors() {
        return diagnostics.stream().filter(Diagnostic::isError).toList();
    }

    /**
     * Returns what somebody should look at.
     *
     * @return an immutable list, sorted by place
     */
    public List<Diagnostic> warnings() {
        return diagnostics.stream().filter(diagnostic -> !diagnostic.isError()).toList();
    }

    /**
     * Tells whether the packs can be used.
     *
     * @return {@code true} if there is no error
     */
    public boolean isLoadable() {
        return diagnostics.stream().noneMatch(Diagnostic::isError);
    }

    /**
     * Returns everything found as text: each finding with its level, code, words and advice, and last how many there are.
     *
     * @return lines for people, safe in a terminal
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        diagnostics.forEach(diagnostic -> text.append(diagnostic.level())
                .append(' ')
                .append(diagnostic.fault())
                .append("\n\n"));
        return text.append(count(errors().size(), "error"))
                .append(", ")
                .append(count(warnings().size(), "warning"))
                .append('.')
                .toString();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
