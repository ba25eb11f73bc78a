package io.aims.rule;

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
import static org.assertj.core.api.Assertions.tuple;

import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.error.AimsException;
import io.aims.evaluation.Basis;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.reasoning.verification.AtHand;
import io.aims.reasoning.verification.Discrepancy;
import io.aims.reasoning.verification.StoredEvaluation;
import io.aims.reasoning.verification.Verification;
import io.aims.reasoning.verification.Verifier;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Bounds;
import io.aims.system.VocabularyEntry;
import io.aims.system.YesNo;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegalLayerTest {

    private static final BooleanCharacteristic SCORES_PEOPLE = BooleanCharacteristic.of("scoresPeople");
    private static final RulePack PACK =
            pack("test", rule("R-1").when(yes(PROFILING)).requires("A.2.2"));
    private static final LegalLayer LAW = new ScoringLaw("a-law", "1.0.0");
    private static final AiSystem SCORING =
            AiSystem.named("loan-scoring").answer(SCORES_PEOPLE, YesNo.YES).build();

    /** A law by which whoever scores people profiles them. */
    private record ScoringLaw(String id, String version) implements LegalLayer {

        @Override
        public PackReference reference() {
            return new PackReference(id, version, "0".repeat(64));
        }

        @Override
        public List<VocabularyEntry> facts() {
            return List.of(entry(SCORES_PEOPLE));
        }

        @Override
        public AiSystem establish(AiSystem system) {
            boolean scores = system.bounds(SCORES_PEOPLE).equals(new Bounds.Ranks(1, 1));
            return scores ? system.with(Answer.of(PROFILING, new Bounds.Ranks(1, 1))) : system;
        }
    }

    private static RuleBase base(LegalLayer... laws) {
        return new RuleBase(vocabulary(), catalogue(), criteria(), List.of(PACK), List.of(laws));
    }

    private static Evaluator evaluator(LegalLayer... laws) {
        RuleBase base = base(laws);
        return new Evaluator(base, new PlainEngine(base));
    }

    private static AtHand atHand(LegalLayer... laws) {
        return new AtHand(
                List.of(PACK), List.of(vocabulary()), List.of(catalogue()), List.of(criteria()), List.of(laws));
    }

    private static StoredEvaluation stored(Evaluation evaluation) {
        return StoredEvaluation.of(evaluation, criteria().limits());
    }

    @Test
    void systems_may_answer_its_facts_and_rules_cannot_read_them() {
        RuleBase base = base(LAW);

        assertThat(base.answerable().characteristic("scoresPeople")).contains(SCORES_PEOPLE);
        assertThat(base.vocabulary().characteristic("scoresPeople")).isEmpty();
        assertThat(base.answerable().ids()).hasSize(base.vocabulary().ids().size() + 1);
    }

    @Test
    void what_it_shows_is_read_by_the_rules_and_stands_in_the_result() {
        Evaluation evaluation = evaluator(LAW).evaluate(SCORING, null);

        assertThat(evaluation.control(new ControlId("A.2.2")).orElseThrow().status())
                .isEqualTo(ControlStatus.REQUIRED);
        assertThat(evaluation.system().answer(PROFILING)).isPresent();
        assertThat(evaluation.system().answer(SCORES_PEOPLE)).isPresent();
    }

    @Test
    void a_result_names_it_among_what_it_rests_on() {
        assertThat(evaluator(LAW).basis().packs())
                .extracting(PackReference::id, PackReference::version)
                .containsExactly(tuple("a-law", "1.0.0"), tuple("test", "1.0.0"));
        assertThat(base(LAW).packOf(0).id()).isEqualTo("test");
    }

    @Test
    void a_fact_that_is_there_already_is_refused() {
        RulePack vendor = pack("vendor", List.of(entry(SCORES_PEOPLE)));

        assertThatThrownBy(
                        () -> new RuleBase(vocabulary(), catalogue(), criteria(), List.of(PACK, vendor), List.of(LAW)))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith(
                        "AIMS-2013: Characteristic (scoresPeople) of pack (a-law) has the id of another");
    }

    @Test
    void a_law_has_another_id_than_any_pack() {
        LegalLayer clashing = new ScoringLaw("test", "2.0.0");

        assertThatThrownBy(() -> base(clashing)).hasMessageStartingWith("AIMS-2004: Pack (test) is given twice.");
    }

    @Test
    void a_stored_result_is_verified_with_the_law_it_names() {
        StoredEvaluation result = stored(evaluator(LAW).evaluate(SCORING, null));

        assertThat(new Verifier(atHand(LAW)).verify(result, SCORING).discrepancies())
                .isEmpty();
    }

    @Test
    void a_stored_result_is_not_verified_with_another_version_of_the_law() {
        StoredEvaluation result = stored(evaluator(LAW).evaluate(SCORING, null));

        Verification verification = new Verifier(atHand(new ScoringLaw("a-law", "2.0.0"))).verify(result, SCORING);

        assertThat(verification.isComplete()).isFalse();
        assertThat(verification.discrepancies()).extracting(Discrepancy::path).contains("packs[a-law].version");
    }

    @Test
    void a_result_that_names_a_law_and_no_rules_rests_on_nothing() {
        Evaluation evaluation = evaluator(LAW).evaluate(SCORING, null);
        StoredEvaluation result = stored(evaluation);
        Basis altered = new Basis(
                result.basis().vocabulary(),
                result.basis().catalogue(),
                result.basis().criteria(),
                List.of(LAW.reference()));

        Verification verification = new Verifier(atHand(LAW))
                .verify(new StoredEvaluation(result.systemId(), null, altered, result.content()), SCORING);

        assertThat(verification.isComplete()).isFalse();
        assertThat(verification.discrepancies())
                .extracting(Discrepancy::path, Discrepancy::found)
                .contains(tuple("packs", "[a-law]"));
    }
}
