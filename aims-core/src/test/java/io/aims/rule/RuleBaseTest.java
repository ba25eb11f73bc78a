package io.aims.rule;

import static io.aims.TestRules.all;
import static io.aims.TestRules.base;
import static io.aims.TestRules.catalogue;
import static io.aims.TestRules.criteria;
import static io.aims.TestRules.entry;
import static io.aims.TestRules.pack;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.vocabulary;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.TestRules.RuleBuilder;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.risk.Likelihood;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSourceId;
import io.aims.risk.Severity;
import io.aims.system.BooleanCharacteristic;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleBaseTest {

    private static final Condition RAISED = new Condition.HasRiskSource(new RiskSourceId("C.3.3"));
    private static final Condition NEEDED = new Condition.IsNeeded(new ControlId("A.5.2"));
    private static final Condition AT_RISK = new Condition.LevelAtLeast(new ObjectiveId("C.2.5"), RiskLevel.HIGH);

    @Test
    void rules_of_all_packs_are_sorted_as_people_read_ids() {
        RuleBase base = base(pack("b", rule("ADM-10"), rule("ADM-2")), pack("a", rule("ADM-9"), rule("XYZ-1")));

        assertThat(base.rules())
                .extracting(rule -> rule.id().value())
                .containsExactly("ADM-2", "ADM-9", "ADM-10", "XYZ-1");
        assertThat(base.packOf(0).id()).isEqualTo("b");
        assertThat(base.packOf(1).id()).isEqualTo("a");
        assertThat(base.packOf(2).id()).isEqualTo("b");
    }

    @Test
    void packs_are_sorted_with_their_references() {
        RuleBase base = base(pack("b", rule("B-1")), pack("a", rule("A-1")));

        assertThat(base.packs()).extracting(RulePack::id).containsExactly("a", "b");
        assertThat(base.references())
                .containsExactlyElementsOf(
                        base.packs().stream().map(RulePack::reference).toList());
    }

    @Test
    void the_order_of_packs_does_not_matter() {
        RulePack first = pack("first", rule("F-1").raises("C.3.3"));
        RulePack second = pack(
                "second",
                rule("S-1").when(RAISED).requires("A.5.2"),
                rule("S-2").when(NEEDED));
        RuleBase one = base(first, second);
        RuleBase other = base(second, first);

        assertThat(one.rules()).isEqualTo(other.rules());
        assertThat(one.references()).isEqualTo(other.references());
        assertThat(strata(one)).isEqualTo(strata(other));
    }

    @Test
    void characteristics_of_packs_stand_behind_those_of_the_vocabulary() {
        BooleanCharacteristic own = BooleanCharacteristic.of("acmeOutsourced");
        RuleBase base = base(pack("acme", List.of(entry(own)), rule("ACME-1").when(yes(own))));

        assertThat(base.vocabulary().entries()).hasSize(80).last().isEqualTo(entry(own));
        assertThat(base.vocabulary().characteristic("acmeOutsourced")).contains(own);
    }

    @Test
    void a_rule_that_reads_characteristics_only_stands_in_the_lowest_stratum() {
        RuleBase base = base(rule("R-1"), rule("R-2").when(yes(PROFILING)));

        assertThat(strata(base)).containsExactly(0, 0);
        assertThat(base.stratumCount()).isEqualTo(1);
    }

    @Test
    void without_rules_there_is_one_stratum() {
        assertThat(base(pack("empty")).stratumCount()).isEqualTo(1);
    }

    @Test
    void a_rule_that_reads_a_result_stands_above_every_rule_that_contributes_to_it() {
        RuleBase base = base(
                rule("R-1").raises("C.3.3"),
                rule("R-2").when(RAISED).requires("A.5.2"),
                rule("R-3").requires("A.5.2"),
                rule("R-4").when(NEEDED).threatens("C.2.5").floor(Severity.MAJOR),
                rule("R-5").when(all(AT_RISK, RAISED)));

        assertThat(strata(base)).containsExactly(0, 1, 0, 2, 3);
        assertThat(base.stratumCount()).isEqualTo(4);
    }

    @Test
    void the_longest_way_decides_and_not_the_first() {
        RuleBase base = base(
                rule("R-1").raises("C.3.1"),
                rule("R-2")
                        .when(new Condition.HasRiskSource(new RiskSourceId("C.3.1")))
                        .raises("C.3.2"),
                rule("R-3")
                        .when(all(
                                new Condition.HasRiskSource(new RiskSourceId("C.3.1")),
                                new Condition.HasRiskSource(new RiskSourceId("C.3.2")))));

        assertThat(strata(base)).containsExactly(0, 1, 2);
    }

    @Test
    void a_rule_that_reads_a_result_nobody_contributes_to_stands_above_the_lowest_stratum() {
        assertThat(strata(base(rule("R-1").when(RAISED)))).containsExactly(1);
    }

    @Test
    void who_only_names_an_objective_does_not_contribute_to_its_level() {
        assertThat(strata(base(rule("R-1").when(AT_RISK).threatens("C.2.5")))).containsExactly(1);
    }

    @Test
    void likelihood_and_floor_contribute_to_a_level() {
        assertThat(strata(base(
                        rule("R-1")
                                .when(RAISED)
                                .raises("C.3.1")
                                .threatens("C.2.5")
                                .likelihood(Likelihood.LOW),
                        rule("R-2").when(AT_RISK))))
                .containsExactly(1, 2);
        assertThat(strata(base(
                        rule("R-1").when(RAISED).threatens("C.2.5").floor(Severity.MAJOR),
                        rule("R-2").when(AT_RISK))))
                .containsExactly(1, 2);
    }

    @Test
    void a_rule_that_raises_what_it_reads_is_refused() {
        assertFaults(
                new RuleBuilder[] {rule("ACME-7").when(RAISED).raises("C.3.3").at(88)},
                "AIMS-3001: Rule (ACME-7, test.yaml:88:5) raises (C.3.3) and reads it.\n"
                        + "Maybe read a characteristic instead.");
    }

    @Test
    void a_rule_that_reads_what_it_requires_or_threatens_is_refused() {
        assertFaults(
                new RuleBuilder[] {
                    rule("R-1").when(NEEDED).requires("A.5.2"),
                    rule("R-2").when(AT_RISK).threatens("C.2.5").floor(Severity.MINOR)
                },
                "AIMS-3001: Rule (R-1) requires (A.5.2) and reads it.\nMaybe read a characteristic instead.",
                "AIMS-3001: Rule (R-2) threatens (C.2.5) and reads it.\nMaybe read a characteristic instead.");
    }

    @Test
    void a_roundabout_way_is_refused_with_the_rules_on_it() {
        assertFaults(
                new RuleBuilder[] {
                    rule("R-3").when(AT_RISK).raises("C.3.3"),
                    rule("R-1").when(RAISED).requires("A.5.2"),
                    rule("R-2").when(NEEDED).threatens("C.2.5").floor(Severity.MAJOR),
                    rule("R-4").raises("C.3.3"),
                    rule("R-5").when(NEEDED)
                },
                "AIMS-3001: Rule (R-1) requires (A.5.2) and, through (R-2), (R-3), reads it.\n"
                        + "Maybe read a characteristic instead.");
    }

    @Test
    void a_roundabout_way_through_two_packs_is_refused() {
        assertThatThrownBy(() -> base(
                        pack("one", rule("ONE-1").when(RAISED).requires("A.5.2")),
                        pack("two", rule("TWO-1").when(NEEDED).raises("C.3.3"))))
                .hasMessageStartingWith("AIMS-3001: Rule (ONE-1) requires (A.5.2) and, through (TWO-1), reads it.");
    }

    @Test
    void every_circle_is_told() {
        assertFaults(
                new RuleBuilder[] {
                    rule("R-1").when(RAISED).raises("C.3.3"),
                    rule("R-2").when(NEEDED).raises("C.3.1"),
                    rule("R-3")
                            .when(new Condition.HasRiskSource(new RiskSourceId("C.3.1")))
                            .requires("A.5.2")
                },
                "AIMS-3001: Rule (R-1) raises (C.3.3) and reads it.\nMaybe read a characteristic instead.",
                "AIMS-3001: Rule (R-2) raises (C.3.1) and, through (R-3), reads it.\n"
                        + "Maybe read a characteristic instead.");
    }

    @Test
    void a_chain_of_ten_thousand_rules_is_no_trouble() {
        RuleBuilder[] chain = IntStream.range(0, 10_000)
                .mapToObj(i -> rule("R-" + i)
                        .when(new Condition.IsNeeded(new ControlId("X." + i)))
                        .requires("X." + (i + 1)))
                .toArray(RuleBuilder[]::new);

        assertThat(base(chain).stratumCount()).isEqualTo(10_001);

        chain[9_999].requires("X.0");

        assertThatThrownBy(() -> base(chain)).hasMessageStartingWith("AIMS-3001: Rule (R-0)");
    }

    @Test
    void a_rule_id_in_two_places_is_refused_with_both() {
        assertThatThrownBy(() ->
                        base(pack("a", rule("R-1").at(3)), pack("b", rule("R-1").at(7))))
                .hasMessage(
                        "AIMS-2003: Rule (R-1, test.yaml:7:5) of pack (b) stands also at (test.yaml:3:5) in pack (a).\n"
                                + "Maybe take the next free id.");
        assertThatThrownBy(() -> base(pack("a", rule("R-1")), pack("b", rule("R-1"))))
                .hasMessageStartingWith("AIMS-2003: Rule (R-1) of pack (b) stands also in pack (a).");
    }

    @Test
    void a_rule_id_twice_in_one_pack_is_refused() {
        assertThatThrownBy(() -> base(pack("a", rule("R-1").at(3), rule("R-1").at(7))))
                .hasMessageStartingWith(
                        "AIMS-2003: Rule (R-1, test.yaml:7:5) of pack (a) stands also at (test.yaml:3:5).");
        assertThatThrownBy(() -> base(pack("a", rule("R-1"), rule("R-1"))))
                .hasMessageStartingWith("AIMS-2003: Rule (R-1) of pack (a) stands in it twice.");
    }

    @Test
    void a_replaced_rule_is_told_and_not_among_the_rules() {
        RuleBase base = base(pack("a", rule("R-1"), rule("R-2")), replacing(pack("b", rule("R-3")), "R-2"));

        assertThat(base.rules()).extracting(rule -> rule.id().value()).containsExactly("R-1", "R-3");
        assertThat(base.packOf(1).id()).isEqualTo("b");
        assertThat(base.replaced()).singleElement().satisfies(replaced -> {
            assertThat(replaced.rule().id()).hasToString("R-2");
            assertThat(replaced.pack().id()).isEqualTo("a");
            assertThat(replaced.by().id()).isEqualTo("b");
            assertThat(replaced.why()).isEqualTo("Ours is better.");
        });
    }

    @Test
    void what_only_a_replaced_rule_leads_to_is_in_the_lowest_stratum() {
        RulePack chain =
                pack("a", rule("R-1").raises("C.3.3"), rule("R-2").when(RAISED).raises("C.3.1"));
        RulePack reader = pack(
                "b",
                rule("R-3")
                        .when(new Condition.HasRiskSource(new RiskSourceId("C.3.1")))
                        .requires("A.5.2"));

        assertThat(base(chain, reader).stratumCount()).isEqualTo(3);
        assertThat(base(chain, replacing(reader, "R-2")).stratumCount()).isEqualTo(2);
    }

    @Test
    void a_replacement_of_nothing_of_ones_own_or_of_what_another_replaces_is_refused() {
        RulePack a = pack("a", rule("R-1"));
        RulePack b = pack("b", rule("R-2"));
        RulePack c = pack("c", rule("R-3"));

        assertThatThrownBy(() -> base(a, replacing(b, "R-11")))
                .hasMessageStartingWith("AIMS-2093: Pack (b) replaces rule (R-11), which no pack in use has.");
        assertThatThrownBy(() -> base(a, replacing(b, "R-2")))
                .hasMessageStartingWith("AIMS-2094: Pack (b) replaces rule (R-2), which is its own.");
        assertThatThrownBy(() -> base(a, replacing(c, "R-1"), replacing(b, "R-1")))
                .hasMessageStartingWith("AIMS-2095: Pack (c) replaces rule (R-1), which pack (b) replaces too.");
    }

    @Test
    void two_packs_of_one_id_are_refused() {
        BooleanCharacteristic own = BooleanCharacteristic.of("acmeOutsourced");

        assertThatThrownBy(() -> base(pack("a\n", rule("R-1")), pack("a\n", rule("R-2"))))
                .hasMessage(
                        "AIMS-2004: Pack (a\\n) is given twice.\n" + "Maybe two versions of it were loaded: keep one.");
        assertThatThrownBy(() -> base(pack("acme", List.of(entry(own))), pack("acme", List.of(entry(own)))))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-2004: Pack (acme) is given twice.");
    }

    @Test
    void a_characteristic_that_is_there_already_is_refused() {
        BooleanCharacteristic own = BooleanCharacteristic.of("acmeOutsourced");

        assertThatThrownBy(() -> base(pack("acme", List.of(entry(own))), pack("zeta", List.of(entry(own)))))
                .hasMessageStartingWith(
                        "AIMS-2013: Characteristic (acmeOutsourced) of pack (zeta) has the id of another");
        assertThatThrownBy(() -> base(pack("acme", List.of(entry(PROFILING)))))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-2013: Characteristic (profiling) of pack (acme)");
    }

    @Test
    void it_gives_back_what_it_was_made_of() {
        RuleBase base = new RuleBase(vocabulary(), catalogue(), criteria(), List.of());

        assertThat(base.catalogue().id()).isEqualTo("test:1");
        assertThat(base.criteria().id()).isEqualTo("test-criteria");
        assertThat(base.packs()).isEmpty();
    }

    private static void assertFaults(RuleBuilder[] rules, String... faults) {
        assertThatThrownBy(() -> base(rules))
                .isInstanceOfSatisfying(
                        AimsException.class,
                        e -> assertThat(e.faults()).extracting(Fault::toString).containsExactly(faults));
    }

    private static List<Integer> strata(RuleBase base) {
        return IntStream.range(0, base.rules().size()).mapToObj(base::stratumOf).toList();
    }

    private static RulePack replacing(RulePack pack, String rule) {
        return new RulePack(
                pack.id(),
                pack.version(),
                pack.title(),
                pack.licence(),
                pack.about(),
                pack.catalogue(),
                pack.validFrom(),
                pack.validUntil(),
                pack.characteristics(),
                pack.chapters(),
                pack.catalogues(),
                List.of(new Replacement(new RuleId(rule), "Ours is better.")));
    }
}
