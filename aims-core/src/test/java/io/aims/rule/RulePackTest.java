package io.aims.rule;

import static io.aims.TestRules.rule;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.TestRules.RuleBuilder;
import io.aims.control.Catalogue;
import io.aims.risk.Likelihood;
import io.aims.risk.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulePackTest {

    @Test
    void rules_are_listed_in_the_order_of_the_chapters() {
        RulePack pack = pack("1.0.0", "test:1", null, null, chapter(rule("R-3"), rule("R-1")), chapter(rule("R-2")));

        assertThat(pack.rules()).extracting(rule -> rule.id().value()).containsExactly("R-3", "R-1", "R-2");
        assertThat(pack.rule(new RuleId("R-2"))).isPresent();
        assertThat(pack.rule(new RuleId("R-4"))).isEmpty();
    }

    @Test
    void its_reference_names_it_as_it_is() {
        PackReference reference = io.aims.TestRules.pack("iso", rule("R-1")).reference();

        assertThat(reference.id()).isEqualTo("iso");
        assertThat(reference.version()).isEqualTo("1.0.0");
        assertThat(reference.fingerprint()).matches("[0-9a-f]{64}");
    }

    @Test
    void the_fingerprint_does_not_change_with_chapters_examples_or_places() {
        PackReference one = pack("1.0.0", "test:1", null, null, chapter(rule("R-2")), chapter(rule("R-1")))
                .reference();
        PackReference other = pack(
                        "1.0.0", "test:1", null, null, chapter(rule("R-1").at(7), rule("R-2")))
                .reference();

        assertThat(one).isEqualTo(other);
    }

    @Test
    void the_fingerprint_shows_every_change_of_pack_or_rule() {
        LocalDate day = LocalDate.of(2026, 8, 2);
        List<RulePack> packs = List.of(
                one(rule("R-1")),
                one(rule("R-2")),
                one(rule("R-1"), rule("R-2")),
                one(rule("R-1").when(yes(PROFILING))),
                one(rule("R-1").raises("C.3.3")),
                one(rule("R-1").threatens("C.2.5")),
                one(rule("R-1").likelihood(Likelihood.LOW)),
                one(rule("R-1").floor(Severity.MINOR)),
                one(rule("R-1").requires("A.5.2")),
                one(rule("R-1").stop()),
                pack("1.0.1", "test:1", null, null, chapter(rule("R-1"))),
                pack("1.0.0", "test:2", null, null, chapter(rule("R-1"))),
                pack("1.0.0", "test:1", day, null, chapter(rule("R-1"))),
                pack("1.0.0", "test:1", null, day, chapter(rule("R-1"))));

        assertThat(packs).extracting(pack -> pack.reference().fingerprint()).doesNotHaveDuplicates();
    }

    @Test
    void the_fingerprint_shows_catalogues_and_replacements_if_there_are_any() {
        RulePack bare = one(rule("R-1"));
        Catalogue own = new Catalogue("own:1", "Own", List.of(), Map.of(), List.of(), List.of(), List.of(), List.of());
        Catalogue other =
                new Catalogue("own:2", "Own", List.of(), Map.of(), List.of(), List.of(), List.of(), List.of());
        Replacement replacement = new Replacement(new RuleId("X-1"), "Ours is better.");
        Replacement otherWhy = new Replacement(new RuleId("X-1"), "Theirs is worse.");

        assertThat(with(bare, List.of(), List.of()).reference()).isEqualTo(bare.reference());
        assertThat(List.of(
                        bare,
                        with(bare, List.of(own), List.of()),
                        with(bare, List.of(other), List.of()),
                        with(bare, List.of(), List.of(replacement)),
                        with(bare, List.of(), List.of(otherWhy)),
                        with(bare, List.of(own), List.of(replacement))))
                .extracting(pack -> pack.reference().fingerprint())
                .doesNotHaveDuplicates();
    }

    @Test
    void the_order_of_catalogues_and_replacements_makes_no_difference() {
        Catalogue own = new Catalogue("own:1", "Own", List.of(), Map.of(), List.of(), List.of(), List.of(), List.of());
        Catalogue other =
                new Catalogue("zed:2", "Own", List.of(), Map.of(), List.of(), List.of(), List.of(), List.of());
        Replacement first = new Replacement(new RuleId("X-1"), "Ours is better.");
        Replacement second = new Replacement(new RuleId("X-2"), "Ours is better.");

        assertThat(with(one(rule("R-1")), List.of(other, own), List.of(second, first))
                        .reference())
                .isEqualTo(with(one(rule("R-1")), List.of(own, other), List.of(first, second))
                        .reference());
    }

    @Test
    void what_a_rule_names_twice_counts_once() {
        Rule rule = rule("R-1")
                .raises("C.3.3", "C.3.1", "C.3.3")
                .threatens("C.2.5", "C.2.5")
                .requires("A.5.2", "A.5.2")
                .build();

        assertThat(rule.raises()).hasToString("[C.3.3, C.3.1]");
        assertThat(rule.threatens()).hasToString("[C.2.5]");
        assertThat(rule.requires()).hasToString("[A.5.2]");
    }

    @Test
    void a_rule_may_contribute_nothing() {
        assertThat(rule("R-1").build().likelihood()).isEmpty();
        assertThat(rule("R-1").build().severityFloor()).isEmpty();
        assertThat(rule("R-1").likelihood(Likelihood.LOW).build().likelihood()).contains(Likelihood.LOW);
        assertThat(rule("R-1").floor(Severity.MAJOR).build().severityFloor()).contains(Severity.MAJOR);
    }

    @Test
    void lists_are_copied() {
        List<Chapter> chapters = new ArrayList<>(List.of(chapter(rule("R-1"))));
        RulePack pack = new RulePack("p", "1", "P", "X", "About.", "test:1", null, null, List.of(), chapters);
        chapters.clear();

        assertThat(pack.rules()).hasSize(1);
    }

    private static RulePack with(RulePack pack, List<Catalogue> catalogues, List<Replacement> replaces) {
        return new RulePack(
                pack.id(),
                pack.version(),
                pack.title(),
                pack.licence(),
                pack.about(),
                pack.catalogue(),
                null,
                null,
                pack.characteristics(),
                pack.chapters(),
                catalogues,
                replaces);
    }

    private static RulePack one(RuleBuilder... rules) {
        return pack("1.0.0", "test:1", null, null, chapter(rules));
    }

    private static RulePack pack(
            String version, String catalogue, LocalDate from, LocalDate until, Chapter... chapters) {
        return new RulePack(
                "p", version, "P", "Apache-2.0", "About.", catalogue, from, until, List.of(), List.of(chapters));
    }

    private static Chapter chapter(RuleBuilder... rules) {
        return new Chapter(
                "C", "About.", List.of(rules).stream().map(RuleBuilder::build).toList());
    }
}
