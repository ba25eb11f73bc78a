package io.aims.packs;

import io.aims.control.ControlId;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.rule.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one rule says when it holds. The order in which ids are named does not matter.
 *
 * <p>Immutable and thread-safe.
 *
 * @param raises the risk sources it shows to be present
 * @param threatens the objectives it threatens
 * @param contributes the likelihood it contributes, or {@code null} for none
 * @param floor the severity below which no threatened objective stays, or {@code null} for none
 * @param requires the controls it calls for
 * @param stop whether it is a verdict that nothing lifts
 * @since 0.1
 */
public record Conclusion(
        List<RiskSourceId> raises,
        List<ObjectiveId> threatens,
        @Nullable Likelihood contributes,
        @Nullable Severity floor,
        List<ControlId> requires,
        boolean stop) {

    /** Sorts the ids; what is named twice counts once. */
    public Conclusion {
        raises = sorted(raises);
        threatens = sorted(threatens);
        requires = sorted(requires);
    }

    private static <T extends Comparable<T>> List<T> sorted(Collection<T> ids) {
        return List.copyOf(new TreeSet<>(ids));
    }

    /**
     * Returns what a rule says.
     *
     * @param rule a rule
     * @return its conclusion
     */
    public static Conclusion of(Rule rule) {
        return new Conclusion(
                rule.raises(), rule.threatens(), rule.contributes(), rule.floor(), rule.requires(), rule.stop());
    }

    /**
     * Returns the likelihood that the rule contributes.
     *
     * @return empty if there is none
     */
    public Optional<Likelihood> likelihood() {
        return Optional.ofNullable(contributes);
    }

    /**
     * Returns the severity below which no threatened objective stays.
     *
     * @return empty if there is no floor
     */
    public Optional<Severity> severityFloor() {
        return Optional.ofNullable(floor);
    }

    /**
     * Tells how another conclusion differs from this one.
     *
     * @param actual the other one
     * @return one part of a sentence for each field that differs, for example {@code requires A.9.2 is missing}
     */
    public List<String> differences(Conclusion actual) {
        return Stream.of(
                        lists("raises", raises, actual.raises),
                        lists("threatens", threatens, actual.threatens),
                        Stream.of(new Field("likelihood", text(contributes), text(actual.contributes)))
                                .flatMap(Field::difference),
                        Stream.of(new Field("severityFloor", text(floor), text(actual.floor)))
                                .flatMap(Field::difference),
                        lists("requires", requires, actual.requires),
                        Stream.of(new Field("verdict", verdict(stop), verdict(actual.stop)))
                                .flatMap(Field::difference))
                .flatMap(texts -> texts)
                .toList();
    }

    private static Stream<String> lists(String field, List<?> expected, List<?> actual) {
        return Stream.concat(
                expected.stream().filter(id -> !actual.contains(id)).map(id -> field + " " + id + " is missing"),
                actual.stream().filter(id -> !expected.contains(id)).map(id -> field + " " + id + " is too much"));
    }

    private static String text(@Nullable Enum<?> value) {
        return value == null ? "none" : value.name();
    }

    private static String verdict(boolean stop) {
        return stop ? "STOP" : "none";
    }

    private record Field(String name, String expected, String actual) {

        Stream<String> difference() {
            return expected.equals(actual) ? Stream.empty() : Stream.of(name + " is " + actual + ", not " + expected);
        }
    }

    /**
     * Returns the conclusion as files of tests write it.
     *
     * @return for example <code>{raises: [C.3.3], threatens: [C.2.1], likelihood: HIGH, requires: [A.9.2]}</code>
     */
    @Override
    public String toString() {
        return Stream.of(
                        list("raises", raises),
                        list("threatens", threatens),
                        likelihood().map(value -> "likelihood: " + value).stream(),
                        severityFloor().map(value -> "severityFloor: " + value).stream(),
                        list("requires", requires),
                        stop ? Stream.of("verdict: STOP") : Stream.<String>empty())
                .flatMap(texts -> texts)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static Stream<String> list(String field, List<?> ids) {
        return ids.isEmpty() ? Stream.empty() : Stream.of(field + ": " + ids);
    }
}
