package io.aims.packs.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aims.error.Diagnostic;
import io.aims.packs.difference.RuleComparison.Effect;
import io.aims.packs.output.PackDifferenceWriter;
import io.aims.packs.skeleton.PackSkeleton;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.vocabulary.Characteristics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PackDifferenceTest {

    private static final PackLoader LOADER =
            PackLoader.standard().mayReplaceRules(true).beside(RulePacks.standard());
    private static final RulePack ACME = acme(files -> files);

    @Test
    void a_pack_and_itself_differ_in_nothing() {
        PackDifference difference = PackDifference.between(ACME, acme(files -> files));

        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.isWeaker()).isFalse();
        assertThat(difference.isStronger()).isFalse();
        assertThat(difference.step()).isEqualTo(VersionStep.NONE);
        assertThat(difference.diagnostics()).isEmpty();
        assertThat(difference.text()).isEqualTo("Pack acme, 0.1.0: nothing changed.\n");
    }

    @Test
    void a_lower_threshold_asks_for_more_and_the_other_way_round_for_less() {
        RulePack stricter = acme(changed("first-rules.yaml", PackDifferenceTest::highAutomationToFull));

        PackDifference less = PackDifference.between(ACME, stricter);
        assertThat(less.rules())
                .extracting(RuleComparison::condition, RuleComparison::effect)
                .containsExactly(tuple(ConditionRelation.STRICTER, Effect.WEAKER));
        assertThat(less.isWeaker()).isTrue();
        assertThat(less.isStronger()).isFalse();
        assertThat(less.reasons())
                .extracting(ReasonChange::id, ReasonChange::weaker, ReasonChange::isAbandoned)
                .containsExactly(
                        tuple("A.9.2", List.of(new RuleId("ACME-2")), false),
                        tuple("C.2.1", List.of(new RuleId("ACME-2")), false),
                        tuple("C.3.3", List.of(new RuleId("ACME-2")), false));

        PackDifference more = PackDifference.between(stricter, ACME);
        assertThat(more.rules()).extracting(RuleComparison::effect).containsExactly(Effect.STRONGER);
        assertThat(more.isWeaker()).isFalse();
        assertThat(more.text()).contains("Whatever was found is still found, and more.", "holds for more systems");
    }

    @Test
    void a_conclusion_that_is_dropped_leaves_a_control_without_reason() {
        PackDifference difference = PackDifference.between(
                ACME,
                acme(changed(
                        "first-rules.yaml",
                        text -> text.replace("requires: [A.9.2]", "requires: [A.9.3]")
                                .replace("likelihood: HIGH", "likelihood: VERY_HIGH"))));

        assertThat(difference.rules()).extracting(RuleComparison::effect).containsExactly(Effect.MIXED);
        assertThat(difference.reasons())
                .filteredOn(reason -> reason.subject() == ReasonChange.Subject.CONTROL)
                .extracting(ReasonChange::id, ReasonChange::gained, ReasonChange::lost, ReasonChange::isAbandoned)
                .containsExactly(
                        tuple("A.9.2", List.of(), List.of(new RuleId("ACME-2")), true),
                        tuple("A.9.3", List.of(new RuleId("ACME-2")), List.of(), false));
        assertThat(difference.text())
                .contains(
                        "requires A.9.3 now; no longer requires A.9.2",
                        "likelihood was high, is very high",
                        "A.9.2: loses ACME-2; no rule of this pack leads to it any more.");
        assertThat(difference.step()).isEqualTo(VersionStep.MINOR);
    }

    @Test
    void the_version_has_to_grow_with_what_changed() {
        RulePack words = acme(changed("first-rules.yaml", text -> text.replace("walk over and ask", "come and ask")));
        assertThat(PackDifference.between(ACME, words).step()).isEqualTo(VersionStep.PATCH);
        assertThat(codes(PackDifference.between(ACME, words))).containsExactly("ERROR AIMS-2180");

        RulePack gone = acme(files -> versioned("0.1.1")
                .apply(changed("outcomes.yaml", text -> text.substring(0, text.indexOf("  - title: A public")))
                        .apply(changed("first-rules.yaml", text -> text.substring(0, text.indexOf("  - id: ACME-2")))
                                .apply(files))));
        PackDifference difference = PackDifference.between(ACME, gone);
        assertThat(difference.step()).isEqualTo(VersionStep.MAJOR);
        assertThat(difference.isWeaker()).isTrue();
        assertThat(codes(difference)).containsExactly("WARNING AIMS-2183");
        assertThat(difference.diagnostics().get(0).fault().advice()).isEqualTo("Maybe (0.2.0).");

        assertThat(PackDifference.between(ACME, acme(versioned("0.1.1"))).diagnostics())
                .isEmpty();
        assertThat(codes(PackDifference.between(ACME, PackLoader.standard().read(source("other", "other", f -> f)))))
                .contains("WARNING AIMS-2182");
    }

    @Test
    void versions_are_compared_by_their_numbers() {
        List<String> rising =
                List.of("0.9.0", "1.0.0-alpha.2", "1.0.0-alpha.10", "1.0.0", "1.2.0", "1.10.0", "2026.1", "2026.11");
        for (int low = 0; low < rising.size(); low++) {
            for (int high = 0; high < rising.size(); high++) {
                assertThat(Integer.signum(VersionStep.compare(rising.get(low), rising.get(high))))
                        .isEqualTo(Integer.compare(low, high));
            }
        }
        assertThat(VersionStep.compare("1.0.0+a", "1.0.0+b")).isZero();
        assertThat(VersionStep.MAJOR.after("1.2.3")).contains("2.0.0");
        assertThat(VersionStep.MINOR.after("1.2.3-rc.1")).contains("1.3.0");
        assertThat(VersionStep.PATCH.after("1.2.3")).contains("1.2.4");
        assertThat(VersionStep.MAJOR.after("0.2.3")).contains("0.3.0");
        assertThat(VersionStep.MAJOR.after("2026-03")).isEmpty();
    }

    @Test
    void an_id_given_to_another_rule_is_told() {
        PackDifference difference = PackDifference.between(
                ACME,
                acme(changed(
                        "first-rules.yaml",
                        text -> text.replace("title: Product for people outside", "title: Learns while it is used")
                                .replace("when: acmeReach >= PARTNERS", "when: continuousLearning >= UNGATED_ONLINE")
                                .replace(
                                        "fires:   [{acmeReach: PARTNERS}]",
                                        "fires:   [{continuousLearning: UNGATED_ONLINE}]")
                                .replace("silent:  [{acmeReach: STAFF}]", "silent:  [{continuousLearning: NONE}]")
                                .replace(
                                        "unknown: [{acmeReach: {atMost: PARTNERS}}]",
                                        "unknown: [{acmeReach: STAFF}]"))));

        assertThat(codes(difference)).contains("WARNING AIMS-2181");
        assertThat(difference.step()).isEqualTo(VersionStep.MAJOR);
        assertThat(difference.text())
                .contains("ACME-1, which stood for Product for people outside and stands for Learns while it is used");
    }

    @Test
    void catalogues_and_replaced_rules_count() {
        PackDifference difference = PackDifference.between(
                ACME,
                acme(files -> changed(
                                "pack.yaml",
                                text -> text + "\nreplaces:\n  - {rule: ADM-05, why: Our own rule says more.}\n")
                        .apply(changed("controls.yaml", text -> text.replace("actsOn: SEVERITY", "actsOn: BOTH"))
                                .apply(files))));

        assertThat(difference.entries())
                .containsExactly(new CatalogueChange(
                        ReasonChange.Subject.CONTROL,
                        "ACME.1.1",
                        "Named owner of a product for people outside",
                        CatalogueChange.Kind.CHANGED));
        assertThat(difference.replacesNow()).containsExactly(new RuleId("ADM-05"));
        assertThat(difference.isWeaker()).isTrue();
        assertThat(difference.isEmpty()).isFalse();
        assertThat(difference.text())
                .contains(
                        "ADM-05 is not run any more where this pack is used.",
                        "Changed: control ACME.1.1 Named owner of a product for people outside.");
        assertThat(difference.markdown()).contains("ADM-05 is not run any more");
    }

    @Test
    void systems_that_come_to_something_else_are_told() {
        RulePack stricter = acme(changed("first-rules.yaml", PackDifferenceTest::highAutomationToFull));
        OrdinalCharacteristic<?> reach =
                (OrdinalCharacteristic<?>) ACME.characteristics().get(0).characteristic();
        AiSystem touched = AiSystem.named("touched")
                .name("Chat `bot`")
                .put(Answer.of(reach, new Bounds.Ranks(2, 2)))
                .answer(Characteristics.AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
                .build();
        AiSystem untouched = AiSystem.named("untouched").build();

        List<OutcomeChange> changes =
                OutcomeChange.between(LOADER.join(ACME), LOADER.join(stricter), List.of(untouched, touched), null);

        assertThat(changes).extracting(OutcomeChange::systemId).containsExactly("touched");
        assertThat(changes.get(0).isWeaker()).isTrue();
        assertThat(changes.get(0).text()).startsWith("Chat `bot` (touched): ");
        assertThat(OutcomeChange.markdown(changes)).startsWith("\n## Systems\n").contains("| Chat \\`bot\\` |");
        assertThat(OutcomeChange.markdown(List.of())).isEmpty();
        assertThat(new PackDifferenceWriter().text(PackDifference.between(ACME, stricter), changes))
                .contains("\"aims\": \"pack-difference/1\"", "\"weaker\": true", "\"system\": \"touched\"");
    }

    private static String highAutomationToFull(String text) {
        return text.replace("CONDITIONAL_AUTOMATION", "BELOW")
                .replace("HIGH_AUTOMATION", "FULL_AUTOMATION")
                .replace("BELOW", "HIGH_AUTOMATION");
    }

    private static List<String> codes(PackDifference difference) {
        return difference.diagnostics().stream()
                .map((Diagnostic found) -> found.level() + " " + found.fault().code())
                .toList();
    }

    private static UnaryOperator<Map<String, String>> versioned(String version) {
        return changed("pack.yaml", text -> text.replace("version: 0.1.0", "version: " + version));
    }

    private static UnaryOperator<Map<String, String>> changed(String file, UnaryOperator<String> change) {
        return files -> {
            String before = files.get(file);
            files.put(file, change.apply(before));
            return files;
        };
    }

    private static RulePack acme(UnaryOperator<Map<String, String>> change) {
        return LOADER.read(source("acme", "acme", change));
    }

    private static PackSource source(String name, String id, UnaryOperator<Map<String, String>> change) {
        return PackSource.files(
                name, change.apply(new TreeMap<>(PackSkeleton.of(id).files())));
    }
}
