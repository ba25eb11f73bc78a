package io.aims.rule;

import io.aims.control.ControlId;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.CharacteristicValue;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.text.NumberText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * When a rule holds. The language is closed and has no negation: more hazard never makes a condition false, and an
 * unknown never makes it false either.
 *
 * <p>Its text is the condition as packs write it. Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface Condition {

    /**
     * Evaluates the condition in Kleene logic.
     *
     * @param facts what is known
     * @return whether it holds
     */
    Truth evaluate(Facts facts);

    /**
     * Returns the tests that the condition is made of.
     *
     * @return the tests, from left to right
     */
    default List<Test> tests() {
        List<Test> tests = new ArrayList<>();
        collect(tests);
        return List.copyOf(tests);
    }

    /**
     * Adds the tests of this condition to a list.
     *
     * @param tests receives the tests
     */
    void collect(List<Test> tests);

    /** A condition that holds for every system. */
    record Always() implements Condition {

        @Override
        public Truth evaluate(Facts facts) {
            return Truth.TRUE;
        }

        @Override
        public void collect(List<Test> tests) {
            // nothing is tested
        }

        @Override
        public String toString() {
            return "always";
        }
    }

    /**
     * All parts hold.
     *
     * @param parts two or more conditions
     */
    record AllOf(List<Condition> parts) implements Condition {

        /** Copies the list of parts. */
        public AllOf {
            parts = atLeastTwo(parts);
        }

        @Override
        public Truth evaluate(Facts facts) {
            Truth truth = Truth.TRUE;
            for (Condition part : parts) {
                truth = truth.and(part.evaluate(facts));
                if (truth == Truth.FALSE) {
                    return truth;
                }
            }
            return truth;
        }

        @Override
        public void collect(List<Test> tests) {
            for (Condition part : parts) {
                part.collect(tests);
            }
        }

        @Override
        public String toString() {
            return parts.stream()
                    .map(part -> part instanceof AnyOf ? "(" + part + ")" : part.toString())
                    .collect(Collectors.joining(" and "));
        }
    }

    /**
     * Some part holds.
     *
     * @param parts two or more conditions
     */
    record AnyOf(List<Condition> parts) implements Condition {

        /** Copies the list of parts. */
        public AnyOf {
            parts = atLeastTwo(parts);
        }

        @Override
        public Truth evaluate(Facts facts) {
            Truth truth = Truth.FALSE;
            for (Condition part : parts) {
                truth = truth.or(part.evaluate(facts));
                if (truth == Truth.TRUE) {
                    return truth;
                }
            }
            return truth;
        }

        @Override
        public void collect(List<Test> tests) {
            for (Condition part : parts) {
                part.collect(tests);
            }
        }

        @Override
        public String toString() {
            return parts.stream().map(Condition::toString).collect(Collectors.joining(" or "));
        }
    }

    /** A single test. */
    sealed interface Test extends Condition {

        @Override
        default void collect(List<Test> tests) {
            tests.add(this);
        }
    }

    /** A test of what is known about the system. */
    sealed interface SystemTest extends Test {

        /**
         * Returns the characteristic that is tested.
         *
         * @return the characteristic
         */
        Characteristic<?> characteristic();

        /**
         * Tests what is possible for the characteristic.
         *
         * @param bounds its bounds
         * @return whether the test holds
         */
        Truth test(Bounds bounds);

        @Override
        default Truth evaluate(Facts facts) {
            return test(facts.bounds(characteristic()));
        }
    }

    /** A test of a result of the strata below. */
    sealed interface ResultTest extends Test {}

    /**
     * An ordinal reaches a value.
     *
     * @param characteristic the ordinal
     * @param rank the position of the value
     */
    record AtLeast(OrdinalCharacteristic<?> characteristic, int rank) implements SystemTest {

        /** Checks that there is such a value. */
        public AtLeast {
            Objects.checkIndex(rank, characteristic.values().size());
        }

        @Override
        public Truth test(Bounds bounds) {
            Bounds.Ranks ranks = (Bounds.Ranks) bounds;
            return Truth.of(ranks.low() >= rank, ranks.high() >= rank);
        }

        @Override
        public String toString() {
            return characteristic.id() + " >= " + valueId(characteristic, rank);
        }
    }

    /**
     * A decimal reaches a number.
     *
     * @param characteristic the decimal
     * @param least the number
     */
    record ReachesNumber(DecimalCharacteristic characteristic, BigDecimal least) implements SystemTest {

        /** Drops the scale, so that equal numbers make equal tests. */
        public ReachesNumber {
            least = least.stripTrailingZeros();
        }

        @Override
        public Truth test(Bounds bounds) {
            Bounds.Numbers numbers = (Bounds.Numbers) bounds;
            BigDecimal high = numbers.high();
            return Truth.of(numbers.low().compareTo(least) >= 0, high == null || high.compareTo(least) >= 0);
        }

        @Override
        public String toString() {
            return characteristic.id() + " >= " + NumberText.of(least);
        }
    }

    /**
     * A scale does not pass a number.
     *
     * @param characteristic the scale, of which the lower number is the more severe
     * @param most the number
     */
    record AtMost(ScaleCharacteristic characteristic, int most) implements SystemTest {

        @Override
        public Truth test(Bounds bounds) {
            Bounds.Numbers numbers = (Bounds.Numbers) bounds;
            BigDecimal limit = BigDecimal.valueOf(most);
            BigDecimal high = numbers.high();
            return Truth.of(
                    high != null && high.compareTo(limit) <= 0, numbers.low().compareTo(limit) <= 0);
        }

        @Override
        public String toString() {
            return characteristic.id() + " <= " + most;
        }
    }

    /**
     * It is so.
     *
     * @param characteristic the characteristic
     */
    record IsYes(BooleanCharacteristic characteristic) implements SystemTest {

        @Override
        public Truth test(Bounds bounds) {
            Bounds.Ranks ranks = (Bounds.Ranks) bounds;
            return Truth.of(ranks.low() == 1, ranks.high() == 1);
        }

        @Override
        public String toString() {
            return characteristic.id() + " = YES";
        }
    }

    /**
     * A nominal has one of several values.
     *
     * @param characteristic the nominal
     * @param allowed the values, as bits at their positions
     */
    record IsIn(NominalCharacteristic<?> characteristic, long allowed) implements SystemTest {

        /** Checks that there are such values. */
        public IsIn {
            checkMask(characteristic, allowed);
        }

        @Override
        public Truth test(Bounds bounds) {
            long possible = ((Bounds.OneOf) bounds).possible();
            return Truth.of((possible & ~allowed) == 0, (possible & allowed) != 0);
        }

        @Override
        public String toString() {
            return characteristic.id() + " in {" + valueIds(characteristic, allowed) + "}";
        }
    }

    /**
     * A set has a member.
     *
     * @param characteristic the set
     * @param position the position of the member
     */
    record Contains(SetCharacteristic<?> characteristic, int position) implements SystemTest {

        /** Checks that there is such a member. */
        public Contains {
            Objects.checkIndex(position, characteristic.values().size());
        }

        @Override
        public Truth test(Bounds bounds) {
            return overlaps((Bounds.Members) bounds, 1L << position);
        }

        @Override
        public String toString() {
            return characteristic.id() + " contains " + valueId(characteristic, position);
        }
    }

    /**
     * A set has one of several members.
     *
     * @param characteristic the set
     * @param wanted the members, as bits at their positions
     */
    record ContainsAny(SetCharacteristic<?> characteristic, long wanted) implements SystemTest {

        /** Checks that there are such members. */
        public ContainsAny {
            checkMask(characteristic, wanted);
        }

        @Override
        public Truth test(Bounds bounds) {
            return overlaps((Bounds.Members) bounds, wanted);
        }

        @Override
        public String toString() {
            return characteristic.id() + " containsAny {" + valueIds(characteristic, wanted) + "}";
        }
    }

    /**
     * A set has any member.
     *
     * @param characteristic the set
     */
    record NotEmpty(SetCharacteristic<?> characteristic) implements SystemTest {

        @Override
        public Truth test(Bounds bounds) {
            Bounds.Members members = (Bounds.Members) bounds;
            return Truth.of(members.known() != 0, members.known() != 0 || !members.complete());
        }

        @Override
        public String toString() {
            return characteristic.id() + " notEmpty";
        }
    }

    /**
     * A risk source is present.
     *
     * @param source the risk source
     */
    record HasRiskSource(RiskSourceId source) implements ResultTest {

        @Override
        public Truth evaluate(Facts facts) {
            return facts.riskSource(source);
        }

        @Override
        public String toString() {
            return "riskSources contains " + source;
        }
    }

    /**
     * An objective reaches a level: certain if the low end does, impossible if the high end does not.
     *
     * @param objective the objective
     * @param least the level
     */
    record LevelAtLeast(ObjectiveId objective, RiskLevel least) implements ResultTest {

        @Override
        public Truth evaluate(Facts facts) {
            var level = facts.level(objective);
            return Truth.of(level.low().compareTo(least) >= 0, level.high().compareTo(least) >= 0);
        }

        @Override
        public String toString() {
            return "level(" + objective + ") >= " + least;
        }
    }

    /**
     * A control is needed, by whomever.
     *
     * @param control the control
     */
    record IsNeeded(ControlId control) implements ResultTest {

        @Override
        public Truth evaluate(Facts facts) {
            return facts.needed(control);
        }

        @Override
        public String toString() {
            return "needed contains " + control;
        }
    }

    private static List<Condition> atLeastTwo(List<Condition> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("A condition joins two parts or more, not " + parts.size());
        }
        return List.copyOf(parts);
    }

    private static void checkMask(EnumeratedCharacteristic<?> characteristic, long mask) {
        if (mask == 0 || mask >>> characteristic.values().size() != 0) {
            throw new IllegalArgumentException("A test of " + characteristic.id() + " must name at least one of its "
                    + characteristic.values().size() + " values");
        }
    }

    private static Truth overlaps(Bounds.Members members, long wanted) {
        boolean certain = (members.known() & wanted) != 0;
        return Truth.of(certain, certain || !members.complete());
    }

    private static String valueId(EnumeratedCharacteristic<?> characteristic, int position) {
        return characteristic.values().get(position).id();
    }

    private static String valueIds(EnumeratedCharacteristic<?> characteristic, long mask) {
        return characteristic.values().stream()
                .filter(value -> (mask >>> characteristic.position(value) & 1) != 0)
                .map(CharacteristicValue::id)
                .collect(Collectors.joining(", "));
    }
}
