package io.aims.treatment.portfolio;

import io.aims.control.ControlId;
import io.aims.risk.RiskLevel;
import io.aims.system.Dependency;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A supplier, a model or a set of data with the systems that depend on it. What goes wrong with it goes wrong in all of them
 * at once: their risks are not independent, and nothing here adds them up.
 *
 * <p>Names that differ only in case, width or spacing are one. Whoever names several suppliers is counted with each of them,
 * with all controls that it leaves to suppliers: descriptions do not say who performs which.
 *
 * @param kind what is shared
 * @param spellings how many systems name it how, by the name
 * @param inherent how many of the systems are at which level before any control
 * @param residual how many of the systems are at which level with their controls as they are
 * @param systems the systems
 * @param stopped in how many of them a verdict that nothing lifts is certain
 * @param leftToSuppliers the controls that these systems leave to suppliers, by their ids
 * @since 0.1
 */
public record CommonCause(
        Dependency kind,
        SortedMap<String, Long> spellings,
        RangeCounts<RiskLevel> inherent,
        RangeCounts<RiskLevel> residual,
        SystemLines systems,
        long stopped,
        SortedMap<ControlId, Reliance> leftToSuppliers) {

    /** The most systems first, of equally many the higher level that is certain, then the higher one that is possible. */
    static final Comparator<CommonCause> BY_REACH = Comparator.comparingLong(
                    (CommonCause cause) -> cause.systems().count())
            .thenComparing(cause -> cause.residual().highest().orElseThrow().low())
            .thenComparing(cause -> cause.residual().highest().orElseThrow().high())
            .reversed()
            .thenComparing(CommonCause::key);

    /** Copies the maps. */
    public CommonCause {
        spellings = Collections.unmodifiableSortedMap(new TreeMap<>(spellings));
        leftToSuppliers = Collections.unmodifiableSortedMap(new TreeMap<>(leftToSuppliers));
    }

    /** Returns what one system depends on, by whatever names it calls it. */
    static CommonCause of(
            Dependency kind,
            Collection<String> names,
            SystemLine line,
            SortedMap<ControlId, Reliance> leftToSuppliers,
            int limit) {
        SortedMap<String, Long> spellings = new TreeMap<>();
        names.forEach(name -> spellings.put(name, 1L));
        RangeCounts<RiskLevel> none = RangeCounts.none(RiskLevel.class);
        return new CommonCause(
                kind,
                spellings,
                none.plus(line.inherent()),
                none.plus(line.residual()),
                SystemLines.of(line, limit),
                line.stops().isEmpty() ? 0 : 1,
                leftToSuppliers);
    }

    /** Returns what a name is compared by. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    String key() {
        return key(spellings.firstKey());
    }

    CommonCause plus(CommonCause other, int limit) {
        SortedMap<ControlId, Reliance> left = new TreeMap<>(leftToSuppliers);
        other.leftToSuppliers.forEach((control, reliance) -> left.merge(control, reliance, Reliance::plus));
        SortedMap<String, Long> sums = new TreeMap<>(spellings);
        other.spellings.forEach((name, count) -> sums.merge(name, count, Long::sum));
        return new CommonCause(
                kind,
                sums,
                inherent.plus(other.inherent),
                residual.plus(other.residual),
                systems.plus(other.systems, limit),
                stopped + other.stopped,
                left);
    }

    /**
     * Returns the name.
     *
     * @return the name that most systems use, of equally many the first by code unit
     */
    public String name() {
        return spellings.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    /**
     * Tells whether it is shared at all.
     *
     * @return {@code true} if more than one system depends on it
     */
    public boolean isShared() {
        return systems.count() > 1;
    }

    /**
     * Returns the controls that these systems leave to suppliers.
     *
     * @return those first that most systems need, of equally many in the order of their ids
     */
    public List<Reliance> reliances() {
        return leftToSuppliers.values().stream()
                .sorted(Comparator.comparingLong(Reliance::systems).reversed())
                .toList();
    }
}
