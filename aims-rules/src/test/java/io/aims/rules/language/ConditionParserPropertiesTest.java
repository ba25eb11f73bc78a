package io.aims.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Vocabularies;
import io.aims.control.Catalogue;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.risk.RiskLevel;
import io.aims.rule.Condition;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Vocabulary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class ConditionParserPropertiesTest {

    private static final Vocabulary VOCABULARY = Vocabularies.standard();
    private static final Catalogue CATALOGUE = Catalogues.iso42001();
    private static final ConditionParser PARSER = new ConditionParser(VOCABULARY, CATALOGUE);

    @Property(tries = 5_000)
    void a_printed_condition_is_read_as_the_same_condition(@ForAll("conditions") Condition condition) {
        Faults faults = new Faults();

        Optional<Condition> read = parse(condition.toString(), faults);

        assertThat(faults.toList()).isEmpty();
        assertThat(read).contains(condition);
    }

    @Property(tries = 5_000)
    void a_damaged_condition_is_read_or_told_and_never_half_read(
            @ForAll("conditions") Condition condition, @ForAll int where, @ForAll("damage") String damage) {
        String text = condition.toString();
        int cut = Math.floorMod(where, text.length());
        Faults faults = new Faults();

        Optional<Condition> read = parse(text.substring(0, cut) + damage + text.substring(cut + 1), faults);

        assertThat(read.isPresent()).isEqualTo(faults.isEmpty());
        assertThat(faults.toList())
                .allSatisfy(fault -> assertThat(fault.place()).isPresent());
    }

    @Property(tries = 2_000)
    void any_text_is_read_or_told(@ForAll @StringLength(max = 300) String text) {
        Faults faults = new Faults();

        assertThat(parse(text, faults).isPresent()).isEqualTo(faults.isEmpty());
    }

    @Provide
    Arbitrary<String> damage() {
        return Arbitraries.of(
                "", " ", "(", ")", "{", "}", ",", "=", ">=", "<", "!", "not ", " and ", " or ", "x", "9", "#");
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return Arbitraries.oneOf(Arbitraries.just(new Condition.Always()), conditions(3, true), conditions(3, false));
    }

    /** Parts joined by the same word are one level, so that the kinds of joints alternate. */
    private static Arbitrary<Condition> conditions(int depth, boolean all) {
        if (depth == 0) {
            return tests();
        }
        Arbitrary<Condition> parts = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, tests()), net.jqwik.api.Tuple.of(2, joints(depth - 1, !all)));
        return parts.list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .map(list -> all ? new Condition.AllOf(list) : new Condition.AnyOf(list));
    }

    private static Arbitrary<Condition> joints(int depth, boolean all) {
        return Arbitraries.lazy(() -> conditions(depth, all));
    }

    private static Arbitrary<Condition> tests() {
        List<Characteristic<?>> all = VOCABULARY.entries().stream()
                .<Characteristic<?>>map(entry -> entry.characteristic())
                .toList();
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.of(all).flatMap(ConditionParserPropertiesTest::test)),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.of(List.copyOf(CATALOGUE.riskSources()))
                                .map(source -> new Condition.HasRiskSource(source.id()))),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.of(List.copyOf(CATALOGUE.controls()))
                                .map(control -> new Condition.IsNeeded(control.id()))),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.of(List.copyOf(CATALOGUE.objectives()))
                                .flatMap(objective -> Arbitraries.of(RiskLevel.class)
                                        .map(level -> new Condition.LevelAtLeast(objective.id(), level)))));
    }

    private static Arbitrary<Condition> test(Characteristic<?> characteristic) {
        if (characteristic instanceof OrdinalCharacteristic<?> ordinal) {
            return positions(ordinal).map(rank -> new Condition.AtLeast(ordinal, rank));
        }
        if (characteristic instanceof BooleanCharacteristic flag) {
            return Arbitraries.just(new Condition.IsYes(flag));
        }
        if (characteristic instanceof NominalCharacteristic<?> nominal) {
            return masks(nominal).map(mask -> new Condition.IsIn(nominal, mask));
        }
        if (characteristic instanceof ScaleCharacteristic scale) {
            return Arbitraries.integers()
                    .between(scale.least(), scale.most())
                    .map(most -> new Condition.AtMost(scale, most));
        }
        if (characteristic instanceof DecimalCharacteristic decimal) {
            return Arbitraries.integers()
                    .between(1, 99_999)
                    .flatMap(unscaled -> Arbitraries.integers()
                            .between(-80, 20)
                            .map(scale -> new Condition.ReachesNumber(decimal, BigDecimal.valueOf(unscaled, scale))));
        }
        SetCharacteristic<?> set = (SetCharacteristic<?>) characteristic;
        return Arbitraries.oneOf(
                Arbitraries.just(new Condition.NotEmpty(set)),
                positions(set).map(position -> new Condition.Contains(set, position)),
                masks(set).map(mask -> new Condition.ContainsAny(set, mask)));
    }

    private static Arbitrary<Integer> positions(EnumeratedCharacteristic<?> characteristic) {
        return Arbitraries.integers().between(0, characteristic.values().size() - 1);
    }

    private static Arbitrary<Long> masks(EnumeratedCharacteristic<?> characteristic) {
        return Arbitraries.longs().between(1, (1L << characteristic.values().size()) - 1);
    }

    private static Optional<Condition> parse(String text, Faults faults) {
        return PARSER.parse(text, "ACME-1", offset -> new Place("acme.yaml", 7, offset + 1), faults);
    }
}
