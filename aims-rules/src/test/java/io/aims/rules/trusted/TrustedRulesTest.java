package io.aims.rules.trusted;

import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;
import static io.aims.system.vocabulary.Characteristics.BIOMETRIC_FUNCTIONS;
import static io.aims.system.vocabulary.Characteristics.CONTINUOUS_LEARNING;
import static io.aims.system.vocabulary.Characteristics.DECISION_EFFECT;
import static io.aims.system.vocabulary.Characteristics.PROFILING;
import static io.aims.system.vocabulary.Characteristics.TECHNOLOGY_READINESS_LEVEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.aims.Aims;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.OutsideFinding;
import io.aims.interchange.EvaluationReader;
import io.aims.interchange.EvaluationWriter;
import io.aims.reasoning.verification.Discrepancy;
import io.aims.reasoning.verification.StoredEvaluation;
import io.aims.reasoning.verification.Verification;
import io.aims.rule.PackReference;
import io.aims.rule.Truth;
import io.aims.rules.EngineOptions;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import io.aims.system.YesNo;
import io.aims.system.automation.AutomationLevel;
import io.aims.system.people.DecisionEffect;
import io.aims.system.technique.ContinuousLearning;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrustedRulesTest {

    private static final AiSystem LOAN = AiSystem.named("loan-scoring")
            .answer(AUTOMATION_LEVEL, AutomationLevel.HIGH_AUTOMATION)
            .answer(DECISION_EFFECT, DecisionEffect.LEGAL_OR_SIMILARLY_SIGNIFICANT)
            .answer(PROFILING, YesNo.YES)
            .answer(TECHNOLOGY_READINESS_LEVEL, 9)
            .none(BIOMETRIC_FUNCTIONS)
            .atLeast(CONTINUOUS_LEARNING, ContinuousLearning.SCHEDULED_RETRAINING)
            .build();

    private static CompiledRules compiled;
    private static Aims failing;

    @BeforeAll
    static void compile_as_a_vendor_does() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("acme.lending", """
                import io.aims.risk.RiskLevel;
                import io.aims.rule.Truth;
                import io.aims.rules.trusted.EvaluatedSystem;
                import java.util.List;

                declare Strain
                    of : String
                end

                rule "LEND-1 a decision"
                    when
                        $system : EvaluatedSystem( certainly("decisionEffect", "LEGAL_OR_SIMILARLY_SIGNIFICANT"),
                                                   atLeast("automationLevel", "PARTIAL_AUTOMATION") == Truth.TRUE,
                                                   needed("A.9.2") == Truth.TRUE )
                    then
                        $system.find("LEND-1", "Decides on <b>credit</b>", "It \\"decides\\".", "A.9.3", "A.9.2", "A.9.3");
                        insert(new Strain("customers"));
                end

                rule "LEND-2 chained by a fact of its own"
                    when
                        $system : EvaluatedSystem()
                        $strain : Strain()
                    then
                        $system.suspect("LEND-2", "Strain", "On " + $strain.getOf() + " of " + $system.id());
                end

                rule "LEND-3 what is not known"
                    when
                        $system : EvaluatedSystem( is("humanOversightMode", "NONE") == Truth.UNDETERMINED,
                                                   !excluded("continuousLearning", "UNGATED_ONLINE"),
                                                   reaches("C.2.2", RiskLevel.VERY_LOW) == Truth.TRUE )
                    then
                        $system.suspect("LEND-3", "Open", "Nobody said who reviews.");
                end
                """);
        texts.put("acme.meddling", """
                import io.aims.rules.trusted.EvaluatedSystem;
                import java.util.List;

                rule "MED-1 takes all facts away and stops"
                    salience 1000
                    when
                        $system : EvaluatedSystem()
                    then
                        $system.find("MED-1", "Meddling", "It halts.");
                        org.kie.api.runtime.KieSession session = drools.getRuntime(org.kie.api.runtime.KieSession.class);
                        for (Object handle : List.copyOf(session.getFactHandles())) {
                            session.delete((org.kie.api.runtime.rule.FactHandle) handle);
                        }
                        drools.halt();
                end
                """);
        texts.put("acme.endless", """
                import io.aims.rules.trusted.EvaluatedSystem;

                rule "END-1 without end"
                    when
                        $system : EvaluatedSystem()
                        $number : Integer()
                    then
                        insert($number + 1);
                end

                rule "END-2 begins"
                    when
                        $system : EvaluatedSystem()
                    then
                        insert(1);
                end
                """);
        texts.put("acme.failing", failing());
        texts.put("acme.unbound", """
                rule "NO-1 without a system" when then System.out.println(); end
                rule "NO-2 on strings" when String() then System.out.println(); end
                rule "NO-3 on nothing" when not io.aims.rules.trusted.EvaluatedSystem() then System.out.println(); end
                rule "NO-4 on all" when io.aims.rules.trusted.EvaluatedSystem() $any : Object() then $any.toString(); end
                rule "NO-5 by the clock" timer(int: 1s) when io.aims.rules.trusted.EvaluatedSystem() then System.out.println(); end
                rule "NO-6 in a group" agenda-group "x" when io.aims.rules.trusted.EvaluatedSystem() then System.out.println(); end
                rule "NO-7 later" date-effective "01-Jan-2030" when io.aims.rules.trusted.EvaluatedSystem() then System.out.println(); end
                rule "NO-8 counts all"
                    when
                        io.aims.rules.trusted.EvaluatedSystem()
                        $count : Number( intValue > 3 ) from accumulate( Object(), count(1) )
                    then
                        $count.intValue();
                end
                """);
        texts.put("acme.global", """
                global java.util.List list;
                rule "G-1" when io.aims.rules.trusted.EvaluatedSystem() then list.size(); end
                """);
        compiled = CompiledRules.of(texts);
        failing = Aims.builder()
                .packs(RulePacks.standard())
                .trustedRules(compiled.rules("acme.failing"))
                .engine(EngineOptions.standard().withDeadline(Duration.ofSeconds(3)))
                .build();
    }

    /** Rules that fail on the system of their name. */
    private static String failing() {
        Map<String, String> consequences = new LinkedHashMap<>();
        consequences.put("throwing", "if (true) { throw new IllegalStateException(\"of \\u001b[31m its own\"); }");
        consequences.put("asleep", "Thread.sleep(3100);");
        consequences.put("deep", "if (true) { throw new StackOverflowError(); }");
        consequences.put("badvalue", "$system.is(\"automationLevel\", \"HIGH_AUTOMATON\");");
        consequences.put("badorder", "$system.atLeast(\"vulnerableGroups\", \"CHILDREN\");");
        consequences.put("badcontrol", "$system.find(\"A-1\", \"Title\", \"Reason\", \"A.9.33\");");
        consequences.put("badid", "$system.find(\"a b\", \"Title\", \"Reason\");");
        consequences.put("badtitle", "$system.find(\"A-1\", \" \", \"Reason\");");
        consequences.put("half", "$system.find(\"A-1\", \"Half\", \"a\" + (char) 0xD800);");
        StringBuilder text = new StringBuilder("""
                import io.aims.rules.trusted.EvaluatedSystem;
                function boolean found(EvaluatedSystem system) {
                    system.find("E-1", "Early", "In a condition");
                    return true;
                }
                rule "FAIL early"
                    when
                        $system : EvaluatedSystem( id() == "early", found(this) )
                    then
                        $system.id();
                end
                rule "FAIL badcharacteristic"
                    when
                        $system : EvaluatedSystem( id() == "badcharacteristic", certainly("automationLevl", "NONE") )
                    then
                        $system.id();
                end
                """);
        consequences.forEach((id, consequence) -> text.append("""
                rule "FAIL %1$s \\u202e"
                    when
                        $system : EvaluatedSystem( id() == "%1$s" )
                    then
                        %2$s
                        $system.id();
                end
                """.formatted(id, consequence)));
        return text.toString();
    }

    @AfterAll
    static void close() {
        failing.close();
    }

    private static Aims aims(TrustedRules... rules) {
        return Aims.builder().packs(RulePacks.standard()).trustedRules(rules).build();
    }

    private static Evaluation evaluate(TrustedRules... rules) {
        try (Aims aims = aims(rules)) {
            return aims.evaluate(LOAN);
        }
    }

    @Test
    void findings_stand_apart_with_their_rules() {
        TrustedRules rules = compiled.rules("acme.lending");
        Evaluation evaluation = evaluate(rules);

        assertThat(evaluation.outside())
                .extracting(OutsideFinding::id, OutsideFinding::status, OutsideFinding::rule)
                .containsExactly(
                        tuple("LEND-1", Truth.TRUE, "LEND-1 a decision"),
                        tuple("LEND-2", Truth.UNDETERMINED, "LEND-2 chained by a fact of its own"),
                        tuple("LEND-3", Truth.UNDETERMINED, "LEND-3 what is not known"));
        assertThat(evaluation.outside().get(0).controls())
                .containsExactly(new ControlId("A.9.2"), new ControlId("A.9.3"));
        assertThat(evaluation.outside().get(1).reason()).isEqualTo("On customers of loan-scoring");
        assertThat(evaluation.outside()).extracting(OutsideFinding::rules).containsOnly(rules.reference());
        assertThat(evaluation.basis().outside()).containsExactly(rules.reference());
    }

    @Test
    void nothing_else_depends_on_trusted_rules_not_even_if_they_take_the_session_apart() {
        Aims without = aims();
        try (without;
                Aims with = aims(compiled.rules("acme.meddling"), compiled.rules("acme.lending"))) {
            RandomSystems systems = RandomSystems.of(StandardBase.get());
            SplittableRandom random = new SplittableRandom(42001);
            for (int i = 0; i < 40; i++) {
                AiSystem system = systems.next(random);
                Evaluation alone = without.evaluate(system);
                Evaluation beside = with.evaluate(system);
                assertThat(beside.outside()).extracting(OutsideFinding::id).contains("MED-1");
                assertThat(beside.basis().guaranteed()).isEqualTo(alone.basis());
                assertThat(beside.findings()).isEqualTo(alone.findings());
                assertThat(beside.risks()).isEqualTo(alone.risks());
                assertThat(beside.riskSources()).isEqualTo(alone.riskSources());
                assertThat(beside.controls()).isEqualTo(alone.controls());
                assertThat(beside.safeguards()).isEqualTo(alone.safeguards());
                assertThat(beside.openQuestions()).isEqualTo(alone.openQuestions());
                assertThat(beside.seal()).isNotEqualTo(alone.seal());
            }
        }
    }

    @Test
    void the_order_in_which_rules_are_given_changes_nothing() {
        TrustedRules one = compiled.rules("acme.lending");
        TrustedRules other = compiled.rules("acme.meddling");
        Evaluation evaluation = evaluate(one, other);

        assertThat(evaluate(other, one)).isEqualTo(evaluation);
        assertThat(evaluation.basis().outside())
                .extracting(PackReference::id)
                .containsExactly("acme.lending", "acme.meddling");
    }

    @Test
    void the_fingerprint_covers_every_class_file() {
        String fingerprint = compiled.rules("acme.lending").reference().fingerprint();

        assertThat(fingerprint)
                .hasSize(64)
                .isEqualTo(compiled.rules("acme.lending").reference().fingerprint())
                .isNotEqualTo(compiled.rules("acme.endless").reference().fingerprint());
        assertThatThrownBy(() -> compiled.without("LambdaConsequence").rules("acme.lending"))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-3126: The class (acme.lending.");
    }

    @Test
    void the_seal_covers_rules_and_findings() {
        TrustedRules rules = compiled.rules("acme.lending");
        TrustedRules renamed = TrustedRules.of("acme.lending", "1.0.1", compiled, CompiledRules.GROUP, "acme.lending");

        assertThat(evaluate(renamed).seal()).isNotEqualTo(evaluate(rules).seal());
    }

    @Test
    void a_stored_result_is_verified_and_says_what_was_not_computed_again() {
        TrustedRules rules = compiled.rules("acme.lending");
        try (Aims aims = aims(rules)) {
            String json = json(aims.evaluate(LOAN));
            Verification verification = aims.verify(stored(json), LOAN);

            assertThat(verification.discrepancies()).isEmpty();
            assertThat(verification.outside()).containsExactly(rules.reference());
            assertThat(aims().verify(stored(json), LOAN))
                    .describedAs("without the trusted rules at hand")
                    .isEqualTo(verification);
        }
    }

    @Test
    void what_is_altered_in_a_stored_result_is_found() {
        String json = json(evaluate(compiled.rules("acme.lending")));

        assertThat(differences(json.replace("Nobody said who reviews", "All is well")))
                .containsExactly("seal");
        assertThat(differences(json.replaceFirst("A.9.3(\"\\s*\\],\\s*\"rules\")", "A.9.4$1")))
                .containsExactly("seal");
        assertThat(differences(json.replaceFirst("(?s)\"outside\".*?\"limits\"", "\"limits\"")))
                .containsExactly("seal");
    }

    private static List<String> differences(String json) {
        try (Aims aims = aims()) {
            return aims.verify(stored(json), LOAN).discrepancies().stream()
                    .map(Discrepancy::path)
                    .toList();
        }
    }

    private static String json(Evaluation evaluation) {
        return new EvaluationWriter(StandardBase.get().criteria().limits(), EvaluationWriter.Layout.INDENTED)
                .text(evaluation);
    }

    private static StoredEvaluation stored(String json) {
        return new EvaluationReader().read("result.json", json);
    }

    @Test
    void a_rule_without_end_is_stopped_and_named() {
        assertThatThrownBy(() -> evaluate(compiled.rules("acme.endless")))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith(
                        "AIMS-3130: Trusted rule (END-1 without end) of (acme.endless) was the last of more"
                                + " than 1000 to fire for system (loan-scoring).");
    }

    @Test
    void a_rule_that_waits_is_stopped_and_named() {
        fails("asleep", "AIMS-3131: Trusted rule (FAIL asleep \\u202e) of (acme.failing) went beyond");
    }

    @Test
    void an_exception_of_a_rule_names_it_and_the_engine_goes_on() {
        for (int i = 0; i < 3; i++) {
            fails(
                    "throwing",
                    "AIMS-3129: Trusted rule (FAIL throwing \\u202e) of (acme.failing) failed on system (throwing):"
                            + " java.lang.IllegalStateException: of \\u001b[31m its own.");
        }
        fails("deep", "AIMS-3129: Trusted rule (FAIL deep \\u202e) of (acme.failing) failed");
        assertThat(failing.evaluate(LOAN).outside()).isEmpty();
    }

    @Test
    void what_a_rule_reads_or_finds_must_be_there() {
        fails(
                "badcharacteristic",
                "AIMS-3132: A condition of trusted rule (FAIL badcharacteristic) of (acme.failing) names characteristic"
                        + " (automationLevl), which does not exist.\nMaybe you meant (automationLevel).");
        fails(
                "badvalue",
                "AIMS-3132: Trusted rule (FAIL badvalue \\u202e) of (acme.failing) names value of automationLevel"
                        + " (HIGH_AUTOMATON), which does not exist.\nMaybe you meant (HIGH_AUTOMATION).");
        fails(
                "badorder",
                "AIMS-3132: Trusted rule (FAIL badorder \\u202e) of (acme.failing) compares (vulnerableGroups)");
        fails(
                "badcontrol",
                "AIMS-3133: Trusted rule (FAIL badcontrol \\u202e) of (acme.failing) names control (A.9.33), which"
                        + " does not exist.\n"
                        + "Maybe you meant (A.");
        fails("badid", "AIMS-3133: Trusted rule (FAIL badid \\u202e) of (acme.failing) finds (a b), which is no id.");
        fails(
                "badtitle",
                "AIMS-3133: Trusted rule (FAIL badtitle \\u202e) of (acme.failing) finds (A-1) with a title of 1");
        fails(
                "half",
                "AIMS-3133: Trusted rule (FAIL half \\u202e) of (acme.failing) finds (A-1) with half a character");
        fails(
                "early",
                "AIMS-3133: A condition of trusted rule (FAIL early) of (acme.failing) finds (E-1) while no rule"
                        + " fires");
    }

    private static void fails(String system, String message) {
        assertThatThrownBy(() -> failing.evaluate(AiSystem.named(system).build()))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void rules_that_do_more_than_they_may_are_refused_all_at_once() {
        assertThatThrownBy(() -> aims(compiled.rules("acme.unbound")))
                .isInstanceOfSatisfying(AimsException.class, refused -> {
                    assertThat(refused.faults())
                            .extracting(fault -> fault.code())
                            .containsOnly("AIMS-3127");
                    assertThat(refused.faults())
                            .extracting(fault -> fault.message())
                            .containsExactlyInAnyOrder(
                                    unbound("NO-1 without a system", NOT_FIRST),
                                    unbound("NO-2 on strings", NOT_FIRST),
                                    unbound("NO-3 on nothing", NOT_FIRST),
                                    unbound("NO-4 on all", TOO_WIDE),
                                    unbound("NO-5 by the clock", BY_CLOCK),
                                    unbound("NO-6 in a group", BY_CLOCK),
                                    unbound("NO-7 later", BY_CLOCK),
                                    unbound("NO-8 counts all", TOO_WIDE));
                });
        assertThatThrownBy(() -> aims(compiled.rules("acme.global")))
                .hasMessageStartingWith("AIMS-3127: The trusted rules (acme.global) have globals");
    }

    private static final String NOT_FIRST = "does not begin with a pattern on EvaluatedSystem.";
    private static final String TOO_WIDE = "has a pattern on so wide a type that it would match facts of the packs.";
    private static final String BY_CLOCK = "depends on the clock, a calendar or a group that nobody opens.";

    private static String unbound(String rule, String what) {
        return "Trusted rule (" + rule + ") of (acme.unbound) " + what;
    }

    @Test
    void rules_that_are_not_there_or_of_another_drools_are_refused() {
        assertThatThrownBy(() -> compiled.rules("acme.nowhere"))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-3124: The class loader has no compiled rules (acme.nowhere):"
                        + " (META-INF/kie/test/acme.nowhere/drools-model) is missing or names none.");
        assertThatThrownBy(() -> compiled.without("-")
                        .list("acme.old", "Drools-Model-Version:8.44.0\nacme.Rules")
                        .rules("acme.old"))
                .hasMessageStartingWith(
                        "AIMS-3125: The trusted rules (acme.old) were compiled for Drools (8.44.0), not (10.2.0).");
        TrustedRules no = compiled.without("-")
                .list("acme.no", "Drools-Model-Version:10.2.0\nio.aims.rules.trusted.TrustedRulesTest")
                .rules("acme.no");
        assertThatThrownBy(() -> aims(no))
                .hasMessageStartingWith("AIMS-3126: The class (io.aims.rules.trusted.Trusted");
        assertThatThrownBy(() -> TrustedRules.of("a b", "1", compiled, "test", "acme.lending"))
                .hasMessageStartingWith("AIMS-3128");
        assertThatThrownBy(() -> aims(compiled.rules("acme.lending"), compiled.rules("acme.lending")))
                .hasMessageStartingWith("AIMS-3128: There are two trusted rules (acme.lending).");
    }
}
