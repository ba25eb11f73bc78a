package io.aims.rules.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.control.ControlStatus;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Derivation;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.evaluation.Risk;
import io.aims.evaluation.RiskSourceResult;
import io.aims.evaluation.Safeguard;
import io.aims.reasoning.proof.ConditionProof;
import io.aims.reasoning.proof.ControlProof;
import io.aims.reasoning.proof.Detail;
import io.aims.reasoning.proof.Explainer;
import io.aims.reasoning.proof.Explanation;
import io.aims.reasoning.proof.NearMiss;
import io.aims.reasoning.proof.ObjectiveProof;
import io.aims.reasoning.proof.Proof;
import io.aims.reasoning.proof.Proofs;
import io.aims.reasoning.proof.RuleProof;
import io.aims.reasoning.proof.WhyNot;
import io.aims.risk.Severity;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.NominalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import io.aims.system.VocabularyEntry;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Proofs say why, and nothing but why: of every rule, for random systems, with the standard pack and with random packs. */
class ProofPropertiesTest {

    private static final int MANY = RandomSystems.count() / 50;
    private static final int SOME = RandomSystems.count() / 100;
    private static final int FEW = RandomSystems.count() / 200;
    private static final int SYSTEMS_FOR_EACH_PACK = 6;
    private static final Setting STANDARD = new Setting(StandardBase.get());

    private static final class Setting {

        final RuleBase base;
        final Evaluator evaluator;
        final Explainer explainer;
        final RandomSystems systems;
        final PlainEngine engine;
        final Map<RuleId, Integer> positions = new HashMap<>();

        Setting(RuleBase base) {
            this.base = base;
            this.engine = new PlainEngine(base);
            this.evaluator = new Evaluator(base, engine);
            base.rules().forEach(rule -> positions.put(rule.id(), positions.size()));
            this.explainer = new Explainer(base);
            this.systems = RandomSystems.of(base);
        }

        Proofs proofs(AiSystem system) {
            return explainer.proofs(evaluator.evaluate(system, null));
        }
    }

    private interface Law {
        void check(Setting setting, AiSystem system, SplittableRandom random);
    }

    private static void forStandardPack(int systems, Law law) {
        SplittableRandom random = new SplittableRandom(20_26);
        for (int n = 0; n < systems; n++) {
            law.check(STANDARD, STANDARD.systems.next(random), random);
        }
    }

    private static void forRandomPack(long seed, Law law) {
        SplittableRandom random = new SplittableRandom(seed);
        Setting setting = new Setting(RandomPacks.next(random));
        for (int n = 0; n < SYSTEMS_FOR_EACH_PACK; n++) {
            law.check(setting, setting.systems.next(random), random);
        }
    }

    // Every conclusion has a proof that concludes the same
    // -------------------------------------------------------------

    @Example
    void every_conclusion_has_a_proof_that_concludes_the_same() {
        forStandardPack(MANY, ProofPropertiesTest::concludesTheSame);
    }

    @Property(tries = 60)
    void every_conclusion_of_any_pack_has_a_proof_that_concludes_the_same(@ForAll long seed) {
        forRandomPack(seed, ProofPropertiesTest::concludesTheSame);
    }

    private static void concludesTheSame(Setting setting, AiSystem system, SplittableRandom random) {
        Proofs proofs = setting.proofs(system);
        Evaluation evaluation = proofs.evaluation();
        for (Rule rule : setting.base.rules()) {
            RuleProof proof = proofs.rule(rule.id());
            Truth found = evaluation
                    .finding(rule.id())
                    .map(finding -> finding.status())
                    .orElse(Truth.FALSE);
            assertThat(proof.truth()).as(rule.toString()).isEqualTo(found);
            assertThat(proof.condition().truth()).as(rule.toString()).isEqualTo(found);
            stepsAgree(proof.condition());
        }
        for (ControlResult result : evaluation.controls()) {
            ControlProof proof = proofs.control(result.control().id());
            Truth needed = proof.rules().stream().map(RuleProof::truth).reduce(Truth.FALSE, Truth::or);
            assertThat(needed).isEqualTo(result.needed());
            assertThat(proof.decisive()).allMatch(rule -> rule.truth() == needed);
            assertThat(
                            switch (needed) {
                                case TRUE -> proof.roles().status();
                                case UNDETERMINED -> ControlStatus.UNDETERMINED;
                                case FALSE -> ControlStatus.NOT_REQUIRED;
                            })
                    .isEqualTo(result.status());
        }
        for (RiskSourceResult result : evaluation.riskSources()) {
            assertThat(proofs.riskSource(result.source().id()).rules().stream()
                            .map(RuleProof::truth)
                            .reduce(Truth.FALSE, Truth::or))
                    .isEqualTo(result.status());
        }
        for (Risk risk : evaluation.risks()) {
            ObjectiveProof proof = proofs.objective(risk.objective().id());
            recomputes(setting, proof.low());
            recomputes(setting, proof.high());
            assertThat(proof.low().level()).isEqualTo(risk.level().low());
            assertThat(proof.high().level()).isEqualTo(risk.level().high());
            assertThat(proof.low().rate()).isEqualTo(risk.lowRate());
            assertThat(proof.high().rate()).isEqualTo(risk.highRate());
            assertThat(proof.low().severity()).isEqualTo(risk.severity().low());
            assertThat(proof.high().likelihood()).isEqualTo(risk.likelihood().high());
        }
        for (Safeguard safeguard : evaluation.safeguards()) {
            assertThat(proofs.control(safeguard.control().id()).decisive().stream()
                            .map(RuleProof::rule))
                    .as("the strongest reasons first, as the evaluation has them")
                    .containsExactlyElementsOf(safeguard.reasons().stream()
                            .map(finding -> finding.rule())
                            .toList());
        }
    }

    private static void stepsAgree(ConditionProof step) {
        if (step instanceof ConditionProof.Fact fact) {
            assertThat(fact.test().test(fact.bounds())).isEqualTo(fact.truth());
        } else if (step instanceof ConditionProof.Result result) {
            assertThat(result(result)).as(result.test().toString()).isEqualTo(result.truth());
        }
        step.parts().forEach(ProofPropertiesTest::stepsAgree);
    }

    /** The truth of a test of a result, by the proof of that result. */
    private static Truth result(ConditionProof.Result result) {
        if (result.test() instanceof Condition.LevelAtLeast test) {
            ObjectiveProof proof = (ObjectiveProof) result.because();
            return proof.low().level().compareTo(test.least()) >= 0
                    ? Truth.TRUE
                    : proof.high().level().compareTo(test.least()) >= 0 ? Truth.UNDETERMINED : Truth.FALSE;
        }
        return result.because() instanceof ControlProof control
                ? control.result().needed()
                : ((io.aims.reasoning.proof.RiskSourceProof) result.because())
                        .result()
                        .status();
    }

    /** By hand, from what the derivation says. */
    private static void recomputes(Setting setting, Derivation derivation) {
        double rate = 0;
        for (Derivation.Contribution contribution : derivation.contributions()) {
            double largest = 0;
            for (Derivation.Share share : contribution.shares()) {
                double whole =
                        setting.base.criteria().rate(share.rule().likelihood().orElseThrow());
                assertThat(share.whole()).isEqualTo(whole);
                assertThat(share.rate()).isEqualTo(whole / share.rule().raises().size());
                largest = Math.max(largest, share.rate());
            }
            assertThat(contribution.rate()).isEqualTo(largest);
            rate += contribution.rate();
        }
        assertThat(derivation.rate()).isEqualTo(rate);
        assertThat(derivation.likelihood()).isEqualTo(setting.base.criteria().band(rate));
        Severity severity =
                derivation.floors().stream().map(Derivation.Floor::severity).reduce(Severity.NEGLIGIBLE, Severity::max);
        assertThat(derivation.severity()).isEqualTo(severity);
        assertThat(derivation.level()).isEqualTo(setting.base.criteria().level(derivation.likelihood(), severity));
    }

    // A fact that is not named changes nothing
    // -------------------------------------------------------------------------

    @Example
    void a_change_of_facts_that_a_proof_does_not_name_leaves_its_conclusion() {
        forStandardPack(MANY, ProofPropertiesTest::othersDoNotMatter);
    }

    @Property(tries = 60)
    void a_change_of_facts_that_a_proof_of_any_pack_does_not_name_leaves_its_conclusion(@ForAll long seed) {
        forRandomPack(seed, ProofPropertiesTest::othersDoNotMatter);
    }

    private static void othersDoNotMatter(Setting setting, AiSystem system, SplittableRandom random) {
        Proofs proofs = setting.proofs(system);
        for (int n = 0; n < 6; n++) {
            RuleProof proof = proofs.rule(any(setting.base.rules(), random).id());
            Evaluation changed = setting.evaluator.evaluate(withOthersChanged(setting, system, proof, random), null);
            if (proof.truth() != Truth.UNDETERMINED) {
                assertThat(changed.finding(proof.rule().id())
                                .map(finding -> finding.status())
                                .orElse(Truth.FALSE))
                        .as(proof::toString)
                        .isEqualTo(proof.truth());
            }
        }
        ControlResult result = any(proofs.evaluation().controls(), random);
        ControlProof control = proofs.control(result.control().id());
        if (result.needed() != Truth.UNDETERMINED) {
            assertThat(setting.evaluator
                            .evaluate(withOthersChanged(setting, system, control, random), null)
                            .control(result.control().id())
                            .orElseThrow()
                            .needed())
                    .as(control::toString)
                    .isEqualTo(result.needed());
        }
        Risk risk = any(proofs.evaluation().risks(), random);
        ObjectiveProof objective = proofs.objective(risk.objective().id());
        assertThat(setting.evaluator
                        .evaluate(withOthersChanged(setting, system, objective, random), null)
                        .risk(risk.objective().id())
                        .orElseThrow()
                        .level()
                        .low())
                .as(objective::toString)
                .isGreaterThanOrEqualTo(risk.level().low());
    }

    private static AiSystem withOthersChanged(Setting setting, AiSystem system, Proof proof, SplittableRandom random) {
        Set<String> named = proof.facts().stream()
                .map(fact -> fact.test().characteristic().id())
                .collect(Collectors.toSet());
        AiSystem changed = system;
        for (VocabularyEntry entry : setting.base.vocabulary().entries()) {
            Characteristic<?> characteristic = entry.characteristic();
            if (!named.contains(characteristic.id()) && random.nextInt(3) > 0) {
                changed = random.nextInt(4) == 0
                        ? changed.without(characteristic)
                        : changed.with(setting.systems.answer(characteristic, random));
            }
        }
        return changed;
    }

    // Without the facts that are named the conclusion goes
    // -------------------------------------------------------------

    @Example
    void a_rule_goes_when_the_facts_that_its_proof_names_fail() {
        forStandardPack(MANY, ProofPropertiesTest::namedFactsMatter);
    }

    @Property(tries = 60)
    void a_rule_of_any_pack_goes_when_the_facts_that_its_proof_names_fail(@ForAll long seed) {
        forRandomPack(seed, ProofPropertiesTest::namedFactsMatter);
    }

    @Example
    void a_nominal_of_which_every_value_is_tested_has_no_mild_value() {
        forRandomPack(95_579, ProofPropertiesTest::namedFactsMatter);
    }

    private static void namedFactsMatter(Setting setting, AiSystem system, SplittableRandom random) {
        Proofs proofs = setting.proofs(system);
        for (int n = 0; n < 8; n++) {
            RuleProof proof = proofs.rule(any(setting.base.rules(), random).id());
            if (proof.truth() != Truth.TRUE) {
                continue;
            }
            Optional<AiSystem> mild = withNamedFactsFailing(setting, system, proof);
            mild.ifPresent(
                    changed -> assertThat(holds(setting, changed, proof.rule().id()))
                            .as(proof::toString)
                            .isFalse());
        }
    }

    /** The system with every named fact so that its test fails, or empty if no answer fails one of the tests. */
    private static Optional<AiSystem> withNamedFactsFailing(Setting setting, AiSystem system, RuleProof proof) {
        List<ConditionProof.Fact> named = proof.facts();
        if (holds(setting, withEverythingMild(setting), proof.rule().id())) {
            return Optional.empty();
        }
        AiSystem changed = system;
        for (ConditionProof.Fact fact : named) {
            Characteristic<?> characteristic = fact.test().characteristic();
            Bounds mildest = mildest(setting, characteristic);
            if (fact.test().test(mildest) != Truth.FALSE || meetsSomeTest(setting, characteristic, mildest)) {
                return Optional.empty();
            }
            changed = changed.with(Answer.of(characteristic, mildest));
        }
        return Optional.of(changed);
    }

    /** Of a nominal every value may be tested: the one that fails a named fact then meets a test that was not met before. */
    private static boolean meetsSomeTest(Setting setting, Characteristic<?> characteristic, Bounds mildest) {
        return characteristic instanceof NominalCharacteristic<?>
                && setting.base.rules().stream()
                        .flatMap(rule -> rule.condition().tests().stream())
                        .anyMatch(test -> test instanceof Condition.SystemTest system
                                && system.characteristic().equals(characteristic)
                                && system.test(mildest) != Truth.FALSE);
    }

    private static AiSystem withEverythingMild(Setting setting) {
        AiSystem.Builder mild = AiSystem.named("mild");
        setting.base
                .vocabulary()
                .entries()
                .forEach(
                        entry -> mild.put(Answer.of(entry.characteristic(), mildest(setting, entry.characteristic()))));
        return mild.build();
    }

    private static Bounds mildest(Setting setting, Characteristic<?> characteristic) {
        Bounds unknown = characteristic.unknown();
        if (unknown instanceof Bounds.Ranks) {
            return new Bounds.Ranks(0, 0);
        }
        if (unknown instanceof Bounds.Members) {
            return new Bounds.Members(0, true);
        }
        if (characteristic instanceof ScaleCharacteristic scale) {
            return new Bounds.Numbers(BigDecimal.valueOf(scale.most()), BigDecimal.valueOf(scale.most()));
        }
        if (characteristic instanceof NominalCharacteristic<?> nominal) {
            long tested = 0;
            for (Rule rule : setting.base.rules()) {
                for (Condition.Test test : rule.condition().tests()) {
                    if (test instanceof Condition.IsIn isIn
                            && isIn.characteristic().equals(nominal)) {
                        tested |= isIn.allowed();
                    }
                }
            }
            long free = full(nominal) & ~tested;
            return new Bounds.OneOf(free == 0 ? 1 : Long.lowestOneBit(free));
        }
        return new Bounds.Numbers(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static long full(EnumeratedCharacteristic<?> characteristic) {
        return (1L << characteristic.values().size()) - 1;
    }

    // Why not
    // ----------------------------------------------------------------------------------------------------------

    @Example
    void the_changes_of_a_near_miss_make_the_rule_hold_and_none_can_be_left_out() {
        forStandardPack(SOME, (setting, system, random) -> {
            for (int n = 0; n < 30; n++) {
                nearMissHolds(setting, system, any(setting.base.rules(), random), random);
            }
        });
    }

    @Example
    void every_rule_of_the_standard_pack_can_be_made_to_hold() {
        SplittableRandom random = new SplittableRandom(7);
        for (Rule rule : STANDARD.base.rules()) {
            for (int n = 0; n < 3; n++) {
                nearMissHolds(STANDARD, STANDARD.systems.next(random), rule, random);
            }
            assertThat(STANDARD.proofs(AiSystem.named("empty").build())
                            .whyNot(rule.id())
                            .unreachable())
                    .isEmpty();
        }
    }

    @Property(tries = 40)
    void the_changes_of_a_near_miss_make_a_rule_of_any_pack_hold(@ForAll long seed) {
        forRandomPack(seed, (setting, system, random) -> {
            for (int n = 0; n < 4; n++) {
                nearMissHolds(setting, system, any(setting.base.rules(), random), random);
            }
        });
    }

    private static void nearMissHolds(Setting setting, AiSystem system, Rule rule, SplittableRandom random) {
        Proofs proofs = setting.proofs(system);
        WhyNot whyNot = proofs.whyNot(rule.id());
        if (whyNot.isSo()) {
            assertThat(holds(setting, system, rule.id())).isTrue();
            return;
        }
        assertThat(whyNot.nearMisses().size() + whyNot.unreachable().size()).isEqualTo(1);
        for (NearMiss miss : whyNot.nearMisses()) {
            assertThat(holds(setting, miss.applyTo(system), rule.id()))
                    .as(whyNot::toString)
                    .isTrue();
            miss.changes().forEach(left -> {
                AiSystem changed = system;
                for (var change : miss.changes()) {
                    changed = change.equals(left) ? changed : changed.with(change.needed());
                }
                assertThat(holds(setting, changed, rule.id()))
                        .as(() -> "without " + left.needed() + "\n" + whyNot)
                        .isFalse();
            });
            if (miss.isFewest() && miss.changes().size() > 1) {
                Characteristic<?> one =
                        any(setting.base.vocabulary().entries(), random).characteristic();
                assertThat(holds(setting, system.with(setting.systems.answer(one, random)), rule.id()))
                        .as(() -> "a single change of " + one + "\n" + whyNot)
                        .isFalse();
            }
        }
        for (int n = 0; n < 5 && !whyNot.unreachable().isEmpty(); n++) {
            assertThat(holds(setting, setting.systems.next(random), rule.id()))
                    .as(whyNot::toString)
                    .isFalse();
        }
    }

    private static boolean holds(Setting setting, AiSystem system, RuleId rule) {
        return truth(setting, system, rule) == Truth.TRUE;
    }

    private static Truth truth(Setting setting, AiSystem system, RuleId rule) {
        return setting.engine.run(system).of(setting.positions.get(rule));
    }

    @Example
    void a_role_that_is_named_makes_a_needed_control_required() {
        forStandardPack(SOME, (setting, system, random) -> {
            Proofs proofs = setting.proofs(system);
            for (ControlResult result : proofs.evaluation().controls()) {
                WhyNot whyNot = result.needed() == Truth.TRUE
                        ? proofs.whyNot(result.control().id())
                        : null;
                if (whyNot != null) {
                    assertThat(whyNot.isSo()).isEqualTo(result.status() == ControlStatus.REQUIRED);
                    assertThat(whyNot.roles().isEmpty()).isEqualTo(whyNot.isSo());
                    whyNot.roles()
                            .forEach(answer -> assertThat(setting.evaluator
                                            .evaluate(system.with(answer), null)
                                            .control(result.control().id())
                                            .orElseThrow()
                                            .status())
                                    .isEqualTo(ControlStatus.REQUIRED));
                }
            }
        });
    }

    // Texts
    // ------------------------------------------------------------------------------------------------------------

    @Example
    void every_text_is_whole_and_no_line_stands_deeper_than_one_step_below_another() {
        Set<String> seen = new HashSet<>();
        forStandardPack(FEW, (setting, system, random) -> {
            Proofs proofs = setting.proofs(system);
            ControlResult control = any(proofs.evaluation().controls(), random);
            Risk risk = any(proofs.evaluation().risks(), random);
            for (Proof proof : List.of(
                    proofs.control(control.control().id()),
                    proofs.objective(risk.objective().id()),
                    proofs.level(),
                    proofs.rule(any(setting.base.rules(), random).id()))) {
                for (Detail detail : Detail.values()) {
                    reads(Explanation.of(proof, detail), seen);
                }
            }
            reads(Explanation.of(proofs.whyNot(control.control().id()), Detail.SHORT), seen);
        });
        assertThat(seen).hasSizeGreaterThan(50);
    }

    private static void reads(Explanation explanation, Set<String> seen) {
        int before = -1;
        for (Explanation.Line line : explanation.lines()) {
            assertThat(line.depth()).as(explanation.text()).isLessThanOrEqualTo(before + 1);
            assertThat(line.text())
                    .doesNotContain("  ", "null", "\n", " .", " ,", "..")
                    .matches("(?s).*[.:?!]");
            assertThat(Character.isLowerCase(line.text().charAt(0)))
                    .as(line.text())
                    .isFalse();
            before = line.depth();
            seen.add(line.text());
        }
    }

    private static <T> T any(List<T> items, SplittableRandom random) {
        return items.get(random.nextInt(items.size()));
    }
}
