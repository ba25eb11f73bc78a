package io.aims.report;

import io.aims.law.Classification;
import io.aims.law.LegalClass;
import io.aims.law.LegalPack;
import io.aims.law.PropositionId;
import io.aims.rule.PackReference;
import java.util.ArrayList;
import java.util.List;

/**
 * How many systems are in which class of a law. Counts of parts of an inventory can be joined in any order.
 *
 * <p>Immutable and thread-safe.
 *
 * @param law the legal pack
 * @param title the title of the legal pack
 * @param systems how many systems were classified
 * @param stopped for how many of them a prohibited practice stands
 * @param rows the classes, the gravest first
 * @since 0.1
 */
public record ClassCounts(PackReference law, String title, long systems, long stopped, List<Row> rows) {

    /**
     * A class with its systems.
     *
     * @param id the id of the class
     * @param title the title of the class
     * @param decided how many systems are in it for certain
     * @param possible how many systems are in it or may be
     */
    public record Row(PropositionId id, String title, long decided, long possible) {

        private Row plus(Row other) {
            return new Row(id, title, decided + other.decided, possible + other.possible);
        }
    }

    /** Copies the list of classes. */
    public ClassCounts {
        rows = List.copyOf(rows);
    }

    /**
     * Begins with no system.
     *
     * @param pack the law
     * @return counts of zero for each of its classes
     */
    public static ClassCounts none(LegalPack pack) {
        return new ClassCounts(
                pack.reference(),
                pack.title(),
                0,
                0,
                pack.classes().stream()
                        .map(each -> new Row(each.id(), each.title(), 0, 0))
                        .toList());
    }

    /**
     * Counts one system.
     *
     * @param classification the system with its classes
     * @return the counts
     */
    public static ClassCounts of(Classification classification) {
        List<Row> rows = new ArrayList<>();
        for (LegalClass each : classification.pack().classes()) {
            boolean isPossible = classification.possible().contains(each);
            boolean isDecided = isPossible && classification.decided().isPresent();
            rows.add(new Row(each.id(), each.title(), isDecided ? 1 : 0, isPossible ? 1 : 0));
        }
        return new ClassCounts(
                classification.reference(), classification.pack().title(), 1, classification.stops() ? 1 : 0, rows);
    }

    /**
     * Joins counts of different systems.
     *
     * @param other counts by the same law
     * @return the sums
     * @throws IllegalArgumentException if they are by another law
     */
    public ClassCounts plus(ClassCounts other) {
        if (!law.equals(other.law)) {
            throw new IllegalArgumentException("Counts by one law are joined, not by " + law + " and " + other.law);
        }
        List<Row> sums = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            sums.add(rows.get(i).plus(other.rows.get(i)));
        }
        return new ClassCounts(law, title, systems + other.systems, stopped + other.stopped, sums);
    }

    /**
     * Returns how many systems are in no class for certain.
     *
     * @return a count
     */
    public long undecided() {
        return systems - rows.stream().mapToLong(Row::decided).sum();
    }
}
