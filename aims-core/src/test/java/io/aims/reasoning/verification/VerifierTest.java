package io.aims.reasoning.verification;

import static io.aims.TestRules.atLeast;
import static io.aims.TestRules.catalogue;
import static io.aims.TestRules.criteria;
import static io.aims.TestRules.entry;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.vocabulary;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.aims.TestRules;
import io.aims.evaluation.Evaluator;
import io.aims.evaluation.PlainEngine;
import io.aims.reasoning.verification.Discrepancy.Kind;
import io.aims.reasoning.verification.Statement.Entries;
import io.aims.reasoning.verification.Statement.Entry;
import io.aims.reasoning.verification.Statement.Parts;
import io.aims.reasoning.verification.Statement.Value;
import io.aims.risk.Likelihood;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.system.AiSystem;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import io.aims.system.YesNo;
import io.aims.system.automation.AutomationLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerifierTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final RulePack FIRST = pack("1.0.0", "A.5.2", null);
    private static final RulePack SECOND = pack("2.0.0", "A.9.2", null);
    private static final AiSystem SYSTEM = AiSystem.named("loan-scoring")
            .answer(PROFILING, YesNo.YES)
            .atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
            .build();

    private static RulePack pack(String version, String control, @Nullable LocalDate until) {
        RulePack pack = TestRules.pack(
                "test",
                rule("R-1")
                        .when(yes(PROFILING))
                        .raises("C.3.3")
                        .threatens("C.2.5")
                        .likelihood(Likelihood.HIGH)
                        .requires("A.2.2", control),
                rule("R-2").raises("C.3.1").requires("A.2.2"),
                rule("R-3")
                        .when(atLeast(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION))
                        .requires("A.10.2"));
        return new RulePack(
                pack.id(),
                version,
                pack.title(),
                pack.licence(),
                pack.about(),
                pack.catalogue(),
                null,
                until,
                pack.characteristics(),
                pack.chapters());
    }

    private static AtHand atHand(RulePack... packs) {
        return new AtHand(List.of(packs), List.of(vocabulary()), List.of(catalogue()), List.of(criteria()));
    }

    private static StoredEvaluation stored(AiSystem system, @Nullable LocalDate day, RulePack... packs) {
        RuleBase base = new RuleBase(vocabulary(), catalogue(), criteria(), List.of(packs));
        return StoredEvaluation.of(
                new Evaluator(base, new PlainEngine(base)).evaluate(system, day),
                criteria().limits());
    }

    private static Verification verify(StoredEvaluation result, AiSystem system) {
        return new Verifier(atHand(FIRST)).verify(result, system);
    }

    /** Verifies a result of which one part, found by names and positions, is replaced or, by null, taken out. */
    private static Verification altered(UnaryOperator<@Nullable Statement> change, Object... way) {
        StoredEvaluation result = stored(SYSTEM, DAY, FIRST);
        Parts content = (Parts) java.util.Objects.requireNonNull(alter(result.content(), change, List.of(way)));
        return verify(new StoredEvaluation(result.systemId(), result.day(), result.basis(), content), SYSTEM);
    }

    private static @Nullable Statement alter(
            Statement statement, UnaryOperator<@Nullable Statement> change, List<Object> way) {
        if (way.isEmpty()) {
            return change.apply(statement);
        }
        List<Object> rest = way.subList(1, way.size());
        if (statement instanceof Parts parts) {
            Map<String, Statement> altered = new LinkedHashMap<>(parts.parts());
            Statement part = alter(java.util.Objects.requireNonNull(altered.get(way.get(0))), change, rest);
            if (part == null) {
                altered.remove(way.get(0));
            } else {
                altered.put((String) way.get(0), part);
            }
            return new Parts(altered);
        }
        List<Entry> entries = new ArrayList<>(((Entries) statement).entries());
        int at = (Integer) way.get(0);
        Statement content = alter(entries.get(at).content(), change, rest);
        if (content == null) {
            entries.remove(at);
        } else {
            entries.set(at, new Entry(entries.get(at).name(), content));
        }
        return new Entries(entries);
    }

    @Test
    void an_untouched_result_holds() {
        Verification verification = verify(stored(SYSTEM, DAY, FIRST), SYSTEM);

        assertThat(verification.discrepancies()).isEmpty();
        assertThat(verification.holds()).isTrue();
        assertThat(verification.isComplete()).isTrue();
        assertThat(verification.hasOtherFacts()).isFalse();
        assertThat(verification.systemId()).isEqualTo("loan-scoring");
        assertThat(verify(stored(SYSTEM, null, FIRST), SYSTEM).holds()).isTrue();
    }

    @Test
    void a_value_that_was_altered_is_named_with_what_it_must_be() {
        Verification verification = altered(status -> Value.word("NOT_REQUIRED"), "controls", 1, "status");

        assertThat(verification.holds()).isFalse();
        assertThat(verification.discrepancies())
                .containsExactly(new Discrepancy(
                        "controls[A.5.2].status",
                        Kind.CHANGED,
                        "REQUIRED",
                        "NOT_REQUIRED",
                        "By the rules that the result names this control stands otherwise."));
        assertThat(verification.discrepancies().get(0))
                .hasToString("controls[A.5.2].status is (NOT_REQUIRED), must be (REQUIRED).\n"
                        + "By the rules that the result names this control stands otherwise.");
    }

    @Test
    void a_number_is_not_a_text_of_the_same_digits() {
        assertThat(altered(settles -> Value.word(settles == null ? "" : settles.text()), "openQuestions", 0, "settles")
                        .discrepancies())
                .extracting(Discrepancy::path)
                .containsExactly("openQuestions[automationLevel].settles");
    }

    @Test
    void what_was_left_out_or_put_in_is_named() {
        assertThat(altered(gone -> null, "findings", 0).discrepancies())
                .extracting(Discrepancy::path, Discrepancy::kind, Discrepancy::found)
                .containsExactly(tuple("findings[R-1]", Kind.MISSING, ""));
        assertThat(altered(gone -> null, "seal").discrepancies())
                .extracting(Discrepancy::path, Discrepancy::kind)
                .containsExactly(tuple("seal", Kind.MISSING));
        assertThat(altered(
                                risk -> new Parts(Map.of("level", Value.word("LOW"))),
                                "system",
                                "characteristics",
                                "profiling")
                        .discrepancies())
                .extracting(Discrepancy::path, Discrepancy::kind, Discrepancy::expected, Discrepancy::found)
                .containsExactly(tuple("system.characteristics.profiling", Kind.CHANGED, "YES", "{level LOW}"));
        assertThat(altered(
                                limits -> new Entries(List.of(new Entry("More", Value.word("More")))),
                                "controls",
                                2,
                                "rules")
                        .discrepancies())
                .extracting(Discrepancy::path, Discrepancy::kind)
                .containsExactly(tuple("controls[A.6.2.4].rules[More]", Kind.ADDED));
    }

    @Test
    void what_stands_twice_or_in_another_order_is_named() {
        Verification twice = altered(
                list -> {
                    List<Entry> entries = new ArrayList<>(((Entries) list).entries());
                    entries.add(0, entries.get(1));
                    return new Entries(entries);
                },
                "riskSources");
        Verification swapped = altered(
                list -> {
                    List<Entry> entries = new ArrayList<>(((Entries) list).entries());
                    Collections.swap(entries, 1, 2);
                    return new Entries(entries);
                },
                "riskSources");

        assertThat(twice.discrepancies())
                .extracting(Discrepancy::path, Discrepancy::kind)
                .contains(tuple("riskSources[C.3.2]", Kind.REPEATED));
        assertThat(swapped.discrepancies())
                .extracting(Discrepancy::path, Discrepancy::kind, Discrepancy::expected, Discrepancy::found)
                .containsExactly(tuple("riskSources", Kind.MOVED, "C.3.2", "C.3.3"));
        assertThat(swapped.discrepancies().get(0).toString())
                .contains("riskSources begins to differ at (C.3.3), must be (C.3.2) there.");
    }

    @Test
    void of_two_entries_of_one_name_the_altered_one_is_too_many() {
        Verification verification = altered(
                list -> {
                    List<Entry> entries = new ArrayList<>(((Entries) list).entries());
                    entries.set(
                            0, new Entry(entries.get(1).name(), entries.get(0).content()));
                    return new Entries(entries);
                },
                "riskSources");

        assertThat(verification.discrepancies())
                .extracting(Discrepancy::path, Discrepancy::kind)
                .containsExactly(tuple("riskSources[C.3.1]", Kind.MISSING), tuple("riskSources[C.3.2]", Kind.REPEATED));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        StoredEvaluation result = stored(SYSTEM, DAY, FIRST);
        Map<String, Statement> parts = new LinkedHashMap<>(result.content().parts());
        parts.put("seal", Value.word("0"));
        parts.put("colour", Value.word("red"));
        parts.remove("risk");
        parts.put("limits", Value.word("none"));

        assertThat(verify(new StoredEvaluation("loan-scoring", DAY, result.basis(), new Parts(parts)), SYSTEM)
                        .discrepancies())
                .extracting(Discrepancy::path, Discrepancy::kind)
                .containsExactlyInAnyOrder(
                        tuple("seal", Kind.CHANGED),
                        tuple("colour", Kind.ADDED),
                        tuple("risk", Kind.MISSING),
                        tuple("limits", Kind.CHANGED));
    }

    @Test
    void another_day_shows_in_the_seal() {
        StoredEvaluation result = stored(SYSTEM, DAY, FIRST);
        StoredEvaluation other =
                new StoredEvaluation("loan-scoring", DAY.plusDays(1), result.basis(), result.content());

        assertThat(verify(other, SYSTEM).discrepancies())
                .extracting(Discrepancy::path)
                .containsExactly("asOf", "seal");
    }

    @Test
    void another_description_is_told_apart_from_an_altered_result() {
        Verification verification = verify(stored(SYSTEM, DAY, FIRST), SYSTEM.with(PROFILING, YesNo.NO));

        assertThat(verification.hasOtherFacts()).isTrue();
        assertThat(verification.discrepancies())
                .extracting(Discrepancy::path)
                .contains("system.characteristics.profiling", "controls[A.5.2].status", "seal");
    }

    @Test
    void a_result_of_a_former_version_is_verified_with_that_version() {
        StoredEvaluation result = stored(SYSTEM, DAY, FIRST);
        StoredEvaluation newer = stored(SYSTEM, DAY, SECOND);
        Verifier both = new Verifier(atHand(SECOND, FIRST));

        assertThat(both.verify(result, SYSTEM).holds()).isTrue();
        assertThat(both.verify(newer, SYSTEM).holds()).isTrue();
    }

    @Test
    void without_the_version_it_names_nothing_but_the_facts_is_verified() {
        Verification verification =
                new Verifier(atHand(SECOND)).verify(stored(SYSTEM, DAY, FIRST), SYSTEM.with(PROFILING, YesNo.NO));

        assertThat(verification.isComplete()).isFalse();
        assertThat(verification.discrepancies())
                .extracting(Discrepancy::path, Discrepancy::kind, Discrepancy::expected)
                .containsExactly(
                        tuple("packs[test]", Kind.NOT_AT_HAND, "test 2.0.0"),
                        tuple("system.characteristics.profiling", Kind.CHANGED, "NO"));
        assertThat(verification.discrepancies().get(0).found())
                .isEqualTo("test 1.0.0, " + FIRST.reference().fingerprint());
        assertThat(verification.discrepancies().get(0).meaning())
                .contains("test 1.0.0", "nothing was verified against another one");
        assertThat(verification.discrepancies().get(0).toString()).contains("at hand is (test 2.0.0)");
    }

    @Test
    void a_pack_that_was_changed_without_a_new_version_is_not_taken_for_it() {
        Verification verification =
                new Verifier(atHand(pack("1.0.0", "A.9.2", null))).verify(stored(SYSTEM, DAY, FIRST), SYSTEM);

        assertThat(verification.isComplete()).isFalse();
        assertThat(verification.discrepancies())
                .extracting(Discrepancy::path, Discrepancy::found)
                .containsExactly(
                        tuple("packs[test].fingerprint", FIRST.reference().fingerprint()));
        assertThat(verification.discrepancies().get(0).meaning()).contains("changed without a new version");
    }

    @Test
    void each_part_of_the_basis_that_is_not_at_hand_is_named() {
        RiskCriteria other = criteria().tolerating(RiskLevel.LOW);
        AtHand poor = new AtHand(List.of(FIRST), List.of(), List.of(), List.of(other));

        assertThat(new Verifier(poor).verify(stored(SYSTEM, DAY, FIRST), SYSTEM).discrepancies())
                .extracting(Discrepancy::path, Discrepancy::kind)
                .containsExactly(
                        tuple("basis.vocabulary", Kind.NOT_AT_HAND),
                        tuple("basis.catalogue", Kind.NOT_AT_HAND),
                        tuple(
                                other.id().equals(criteria().id())
                                                && other.version()
                                                        .equals(criteria().version())
                                        ? "basis.criteria.fingerprint"
                                        : "basis.criteria",
                                Kind.NOT_AT_HAND));
    }

    @Test
    void a_vocabulary_is_known_with_what_its_packs_add() {
        BooleanCharacteristic own = BooleanCharacteristic.of("acmeFlag");
        RulePack adding = TestRules.pack(
                "acme", List.of(entry(own)), rule("X-1").when(yes(own)).requires("A.5.2"));
        AiSystem system = SYSTEM.with(own, YesNo.YES);
        StoredEvaluation result = stored(system, DAY, FIRST, adding);
        Verifier verifier = new Verifier(atHand(FIRST, adding));

        assertThat(verifier.verify(result, system).holds()).isTrue();
        assertThat(verifier.vocabulary(vocabulary()).characteristic("acmeFlag")).contains(own);
        assertThat(verifier.vocabulary(vocabulary()).ids())
                .hasSize(vocabulary().ids().size() + 1);
    }

    @Test
    void an_answer_that_the_vocabulary_of_the_result_does_not_have_is_named() {
        BooleanCharacteristic own = BooleanCharacteristic.of("acmeFlag");
        Verification verification = verify(stored(SYSTEM, DAY, FIRST), SYSTEM.with(own, YesNo.YES));

        assertThat(verification.holds()).isFalse();
        assertThat(verification.discrepancies())
                .extracting(Discrepancy::path, Discrepancy::kind)
                .containsExactly(tuple("system.characteristics.acmeFlag", Kind.NOT_AT_HAND));
    }

    @Test
    void a_pack_that_did_not_hold_on_the_day_is_no_basis() {
        RulePack ended = pack("1.0.0", "A.5.2", DAY.minusDays(1));
        Verifier verifier = new Verifier(atHand(ended));

        assertThat(verifier.verify(stored(SYSTEM, DAY, ended), SYSTEM).discrepancies())
                .extracting(Discrepancy::path, Discrepancy::expected)
                .containsExactly(tuple("asOf", "a day until 2026-02-28"));
        assertThat(verifier.verify(stored(SYSTEM, DAY.minusDays(1), ended), SYSTEM)
                        .holds())
                .isTrue();
        assertThat(verifier.verify(stored(SYSTEM, null, ended), SYSTEM).holds()).isFalse();
    }

    @Test
    void a_result_that_names_no_pack_or_two_of_one_id_rests_on_nothing() {
        StoredEvaluation result = stored(SYSTEM, DAY, FIRST);
        io.aims.evaluation.Basis basis = result.basis();
        Verifier both = new Verifier(atHand(FIRST, SECOND));

        for (List<io.aims.rule.PackReference> packs :
                List.of(List.<io.aims.rule.PackReference>of(), List.of(FIRST.reference(), SECOND.reference()))) {
            Verification verification = both.verify(
                    new StoredEvaluation(
                            "loan-scoring",
                            DAY,
                            new io.aims.evaluation.Basis(
                                    basis.vocabulary(), basis.catalogue(), basis.criteria(), packs),
                            result.content()),
                    SYSTEM);
            assertThat(verification.isComplete()).isFalse();
            assertThat(verification.discrepancies())
                    .extracting(Discrepancy::path)
                    .containsExactly("packs");
        }
    }

    @Test
    void names_from_a_file_are_escaped_in_a_path() {
        StoredEvaluation result = stored(SYSTEM, DAY, FIRST);
        Map<String, Statement> parts = new LinkedHashMap<>(result.content().parts());
        parts.put("\u001b[2J", Value.word("\u202e"));
        Verification verification =
                verify(new StoredEvaluation("loan-scoring", DAY, result.basis(), new Parts(parts)), SYSTEM);

        assertThat(verification.discrepancies().get(0).path()).isEqualTo("\\u001b[2J");
        assertThat(verification.discrepancies().get(0).toString()).contains("(\\u202e)");
    }

    @Test
    void what_was_not_checked_must_be_said() {
        assertThatThrownBy(() -> new Verification("a", false, List.of())).hasMessageContaining("must be said");
    }

    @Test
    void former_vocabularies_are_looked_through() {
        VocabularyEntry profiling = entry(PROFILING);
        Vocabulary newer = new Vocabulary("aims", "2.0.0", Map.of(), List.of(profiling), List.of());
        Verifier verifier = new Verifier(
                new AtHand(List.of(FIRST), List.of(newer, vocabulary()), List.of(catalogue()), List.of(criteria())));

        assertThat(verifier.verify(stored(SYSTEM, DAY, FIRST), SYSTEM).holds()).isTrue();
        assertThat(verifier.vocabulary(newer).characteristic("automationLevel")).isPresent();
    }
}
