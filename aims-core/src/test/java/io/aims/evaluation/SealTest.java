package io.aims.evaluation;

import static io.aims.TestRules.catalogue;
import static io.aims.TestRules.criteria;
import static io.aims.TestRules.evaluate;
import static io.aims.TestRules.evaluator;
import static io.aims.TestRules.pack;
import static io.aims.TestRules.rule;
import static io.aims.TestRules.vocabulary;
import static io.aims.TestRules.yes;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.TRAINING_COMPUTE_FLOPS;
import static io.aims.system.vocabulary.Characteristics.VULNERABLE_GROUPS;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.TestRules.RuleBuilder;
import io.aims.risk.Likelihood;
import io.aims.risk.RiskCriteria;
import io.aims.risk.RiskLevel;
import io.aims.risk.Severity;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.system.AiSystem;
import io.aims.system.Answer;
import io.aims.system.Bounds;
import io.aims.system.Provenance;
import io.aims.system.Vocabulary;
import io.aims.system.YesNo;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.people.VulnerableGroup;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 2);

    private final AiSystem system = AiSystem.named("loan-scoring")
            .name("Loan scoring")
            .description("Scores loans.")
            .answer(PROFILING, YesNo.YES)
            .atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
            .build();

    private final RuleBuilder[] rules = {
        rule("R-1").when(yes(PROFILING)).raises("C.3.3").requires("A.5.2"),
        rule("R-2")
                .raises("C.3.1")
                .threatens("C.2.5")
                .likelihood(Likelihood.HIGH)
                .floor(Severity.MAJOR)
                .requires("A.2.2")
    };

    @Test
    void it_is_the_same_for_ever() {
        assertThat(seal(system))
                .as("If the form changes, so must its version in Seal: stored seals must not become wrong")
                .isEqualTo("7861bd6bc763c167b77a600606e4a953d19e34200c9351d71895bfb7feff35cd");
    }

    @Test
    void it_is_the_sha_256_of_the_bytes_exposed() throws Exception {
        Seal seal = evaluate(system, rules).seal();

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(seal.bytes())))
                .isEqualTo(seal.value());
        assertThat(new String(seal.bytes(), StandardCharsets.UTF_8))
                .contains("aims-seal/1", "loan-scoring", "profiling", "A.5.2");
    }

    @Test
    void the_bytes_handed_out_are_a_copy() {
        Seal seal = evaluate(system, rules).seal();
        seal.bytes()[0] = 99;

        assertThat(seal.bytes()[0]).isZero();
    }

    @Test
    void it_does_not_depend_on_locale_or_time_zone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String before = seal(system);
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

                assertThat(seal(system)).as(tag).isEqualTo(before);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void it_does_not_depend_on_the_order_of_answers_rules_or_packs() {
        AiSystem other = AiSystem.named("loan-scoring")
                .description("Scores loans.")
                .atLeast(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE)
                .answer(PROFILING, YesNo.YES)
                .name("Loan scoring")
                .build();
        RulePack first = pack("first", rules[0]);
        RulePack second = pack("second", rules[1]);

        assertThat(seal(other)).isEqualTo(seal(system));
        assertThat(evaluate(system, rules[1], rules[0]).seal())
                .isEqualTo(evaluate(system, rules).seal());
        assertThat(seal(vocabulary(), criteria(), first, second))
                .isEqualTo(seal(vocabulary(), criteria(), second, first));
    }

    @Test
    void it_does_not_depend_on_how_numbers_are_written_or_sets_are_ordered() {
        AiSystem one = AiSystem.named("a")
                .answer(TRAINING_COMPUTE_FLOPS, new BigDecimal("1.0"))
                .exactly(VULNERABLE_GROUPS, VulnerableGroup.WORKERS, VulnerableGroup.ECONOMICALLY_DEPENDENT)
                .build();
        AiSystem other = AiSystem.named("a")
                .exactly(VULNERABLE_GROUPS, VulnerableGroup.ECONOMICALLY_DEPENDENT, VulnerableGroup.WORKERS)
                .answer(TRAINING_COMPUTE_FLOPS, new BigDecimal("1"))
                .build();

        assertThat(seal(one)).isEqualTo(seal(other));
        assertThat(seal(one.with(Answer.of(
                        TRAINING_COMPUTE_FLOPS, new Bounds.Numbers(new BigDecimal("1e24"), new BigDecimal("1E+24"))))))
                .isEqualTo(seal(one.with(Answer.of(
                        TRAINING_COMPUTE_FLOPS,
                        new Bounds.Numbers(new BigDecimal("10e23"), new BigDecimal("1000000000000000000000000"))))));
    }

    @Test
    void it_shows_every_change_of_the_description() {
        Answer answer = system.answer(PROFILING).orElseThrow();
        List<AiSystem> systems = List.of(
                system,
                AiSystem.named("loan-2")
                        .name("Loan scoring")
                        .description("Scores loans.")
                        .putAll(system.answers().values())
                        .build(),
                system.toBuilder().name("Loan").build(),
                system.toBuilder().description("Scores.").build(),
                system.toBuilder().description("").build(),
                AiSystem.named("loan-scoring")
                        .name("Loan scoring")
                        .putAll(system.answers().values())
                        .build(),
                system.with(PROFILING, YesNo.NO),
                system.without(PROFILING),
                system.with(AUTOMATION_LEVEL, AutomationLevel.ASSISTANCE),
                system.with(Answer.of(AUTOMATION_LEVEL, AUTOMATION_LEVEL.unknown())),
                system.with(provenance(answer, "owner", null, null, Provenance.Basis.STATED)),
                system.with(provenance(answer, null, DAY, null, Provenance.Basis.STATED)),
                system.with(provenance(answer, null, null, "owner", Provenance.Basis.STATED)),
                system.with(provenance(answer, null, null, null, Provenance.Basis.INFERRED)));

        assertThat(systems.stream().map(this::seal)).doesNotHaveDuplicates();
    }

    @Test
    void it_shows_every_change_of_date_packs_criteria_catalogue_and_vocabulary() {
        List<String> seals = new ArrayList<>();
        seals.add(evaluator(rules).evaluate(system, null).seal().value());
        seals.add(evaluator(rules).evaluate(system, DAY).seal().value());
        seals.add(evaluator(rules).evaluate(system, DAY.plusDays(1)).seal().value());
        seals.add(evaluate(system, rules[0]).seal().value());
        seals.add(evaluate(system, rules[0], rules[1], rule("R-3").when(new io.aims.rule.Condition.Always()))
                .seal()
                .value());
        seals.add(seal(vocabulary(), criteria().tolerating(RiskLevel.LOW), pack("test", rules)));
        seals.add(seal(vocabulary(), criteria(), pack("other", rules)));
        seals.add(seal(
                new Vocabulary("aims", "1.0.1", Map.of(), vocabulary().entries(), List.of()),
                criteria(),
                pack("test", rules)));

        assertThat(seals).doesNotHaveDuplicates();
    }

    @Test
    void it_shows_every_change_of_the_result() {
        RuleBase base = io.aims.TestRules.base(rules);
        java.util.BitSet none = new java.util.BitSet();
        java.util.BitSet all = new java.util.BitSet();
        all.set(0, 2);
        List<Outcomes> outcomes = List.of(new Outcomes(none, none), new Outcomes(none, all), new Outcomes(all, all));

        assertThat(outcomes.stream()
                        .map(outcome -> new Evaluator(base, given -> outcome)
                                .evaluate(system, null)
                                .seal()))
                .doesNotHaveDuplicates();
    }

    @Test
    void seals_are_equal_by_value() {
        Seal seal = evaluate(system, rules).seal();

        assertThat(seal)
                .isEqualTo(evaluate(system, rules).seal())
                .hasSameHashCodeAs(evaluate(system, rules).seal())
                .isNotEqualTo(evaluate(system, rules[0]).seal())
                .isNotEqualTo(seal.value())
                .hasToString(seal.value());
    }

    @Test
    void it_is_computed_once() {
        Evaluation evaluation = evaluate(system, rules);

        assertThat(evaluation.seal()).isSameAs(evaluation.seal());
    }

    private static Answer provenance(Answer answer, String by, LocalDate on, String evidence, Provenance.Basis basis) {
        return new Answer(answer.characteristic(), answer.bounds(), new Provenance(by, on, evidence, basis));
    }

    private String seal(AiSystem described) {
        return evaluator(rules).evaluate(described, DAY).seal().value();
    }

    private String seal(Vocabulary vocabulary, RiskCriteria criteria, RulePack... packs) {
        RuleBase base = new RuleBase(vocabulary, catalogue(), criteria, List.of(packs));
        return new Evaluator(base, new PlainEngine(base))
                .evaluate(system, null)
                .seal()
                .value();
    }
}
