package io.aims.testing.baseline;

import static io.aims.testing.AimsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.Aims;
import io.aims.catalog.Criteria;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.interchange.SystemDocument;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import io.aims.system.automation.HumanOversightMode;
import io.aims.system.vocabulary.Characteristics;
import io.aims.testing.baseline.Drift.Kind;
import io.aims.testing.junit.AimsSystem;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationBaselineTest {

    private static final Aims AIMS = Aims.standard();
    private static final Aims BARE = Aims.builder().packs(RulePacks.standard()).build();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @TempDir
    private Path folder = Path.of("");

    private Path file = folder;
    private SystemDocument credit = new SystemDocument(AiSystem.named("none").build(), ControlStates.unknown());
    private SystemDocument casting = credit;

    @BeforeEach
    void describe(
            @AimsSystem("../junit/credit.yaml") AiSystem one, @AimsSystem("../junit/casting.yaml") AiSystem other) {
        file = folder.resolve("outcomes").resolve("baseline.yaml");
        credit = new SystemDocument(one, ControlStates.unknown());
        casting = new SystemDocument(other, ControlStates.unknown());
    }

    private EvaluationBaseline baseline() {
        return EvaluationBaseline.in(file, AIMS);
    }

    private BaselineCheck recordedThenChecked(Collection<SystemDocument> before, Collection<SystemDocument> after) {
        baseline().update(before, DAY);
        assertThat(baseline().check(before, DAY)).isUnchanged();
        return baseline().check(after, DAY);
    }

    private void replace(String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void what_was_recorded_is_unchanged_whatever_the_order_day_and_locale() throws IOException {
        baseline().update(List.of(credit, casting), DAY);
        String recorded = Files.readString(file);
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            Files.delete(file);
            baseline().update(List.of(casting, credit), DAY);
        } finally {
            Locale.setDefault(locale);
        }

        assertThat(Files.readString(file)).isEqualTo(recorded);
        assertThat(baseline().check(List.of(casting, credit), DAY.plusYears(1))).isUnchanged();
        assertThat(baseline().check(List.of(casting, credit), DAY).text()).isEmpty();
    }

    @Test
    void each_fact_is_a_line_that_people_can_read() throws IOException {
        baseline().update(List.of(credit), DAY);

        assertThat(Files.readAllLines(file))
                .contains(
                        "asOf: 2026-11-27",
                        "accepted: []",
                        "  loan-scoring:",
                        "      overall: HIGH..VERY_HIGH",
                        "      A.9.2: REQUIRED HIGH",
                        "      A.10.4: UNDETERMINED",
                        "      C.3.3: present",
                        "      ADM-05: holds",
                        "      automationLevel: HIGH_AUTOMATION",
                        "      continuousLearning: at least SCHEDULED_RETRAINING",
                        "      notStated: no control has a state")
                .allMatch(line ->
                        line.equals(line.stripTrailing()) && line.codePoints().allMatch(c -> c >= 32));
    }

    @Test
    void a_portfolio_without_a_baseline_fails_and_is_not_recorded() {
        BaselineCheck check = baseline().checkOrUpdate(List.of(credit), DAY);

        assertThat(check).hasDrift(Kind.BASELINE_ABSENT);
        assertThat(check.text()).contains("-Daims.baseline=update");
        assertThat(file).doesNotExist();
    }

    @Test
    void an_outcome_that_changes_is_told_with_the_rules_behind_it_and_their_proofs() {
        SystemDocument changed = new SystemDocument(
                credit.system().with(Characteristics.HUMAN_OVERSIGHT_MODE, HumanOversightMode.NONE), credit.controls());

        BaselineCheck check = recordedThenChecked(List.of(credit, casting), List.of(changed, casting));

        assertThat(check)
                .hasDrift(Kind.DESCRIPTION_CHANGED)
                .hasDrift(Kind.FINDING_CHANGED)
                .hasDrift(Kind.OUTCOME_CHANGED);
        assertThat(check.drifts()).allMatch(drift -> drift.system().equals("loan-scoring"));
        assertThat(check.text())
                .contains(
                        "System (loan-scoring): answer humanOversightMode is new: NONE.",
                        "rule INT-22 is new: holds.",
                        "Who sees an output before it has effect?",
                        "Because of ",
                        "have the change of the file reviewed");
        assertThatThrownBy(() -> assertThat(check).isUnchanged())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("rule INT-22");
        assertThatThrownBy(() -> assertThat(check).hasDrift(Kind.SYSTEM_VANISHED))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_system_that_appears_or_vanishes_is_told() {
        SystemDocument renamed = new SystemDocument(
                AiSystem.named("loan-scorings")
                        .putAll(credit.system().answers().values())
                        .build(),
                credit.controls());

        BaselineCheck check = recordedThenChecked(List.of(credit, casting), List.of(renamed, casting));

        assertThat(check.drifts()).extracting(Drift::kind).containsExactly(Kind.SYSTEM_VANISHED, Kind.SYSTEM_APPEARED);
        assertThat(check.text()).contains("Maybe it is now called (loan-scorings).");
        assertThat(recordedThenChecked(List.of(credit), List.of())).hasDrift(Kind.SYSTEM_VANISHED);
    }

    @Test
    void a_rule_or_pack_that_appears_or_vanishes_is_told_even_if_no_outcome_changes() {
        Aims acme = Aims.builder()
                .packs(
                        RulePacks.standard(),
                        PackLoader.standard()
                                .read(PackSource.classPath(EvaluationBaselineTest.class, "/io/aims/testing/acme-pack")))
                .build();
        baseline().update(List.of(casting), DAY);

        BaselineCheck more = EvaluationBaseline.in(file, acme).check(List.of(casting), DAY);
        assertThat(more).hasDrift(Kind.RULE_APPEARED).hasDrift(Kind.BASIS_CHANGED);
        assertThat(more.text()).contains("rule ACME-1 is new: in use.", "pack acme is new: 1.0.0 ");

        EvaluationBaseline.in(file, acme).update(List.of(casting), DAY);
        assertThat(EvaluationBaseline.in(file, acme).check(List.of(casting), DAY))
                .isUnchanged();
        BaselineCheck fewer = baseline().check(List.of(casting), DAY);
        assertThat(fewer).hasDrift(Kind.RULE_VANISHED);
        assertThat(fewer.text()).contains("rule ACME-1 is gone; it was: in use.");
    }

    @Test
    void another_basis_is_told() {
        baseline().update(List.of(casting), DAY);
        Aims tolerant = Aims.builder()
                .packs(RulePacks.standard())
                .laws(AIMS.laws().toArray(new io.aims.law.LegalPack[0]))
                .criteria(Criteria.standard().tolerating(io.aims.risk.RiskLevel.LOW))
                .build();

        assertThat(EvaluationBaseline.in(file, tolerant)
                        .check(List.of(casting), DAY)
                        .drifts())
                .singleElement()
                .satisfies(drift -> assertThat(drift.kind()).isEqualTo(Kind.BASIS_CHANGED))
                .satisfies(drift -> assertThat(drift.subject()).isEqualTo("criteria"));
    }

    @Test
    void a_gap_has_to_be_accepted_and_the_acceptance_ends() throws IOException {
        SystemDocument gaps = new SystemDocument(casting.system(), inPlaceExcept("A.7.4", "A.9.2"));
        baseline().update(List.of(gaps), DAY);

        BaselineCheck open = baseline().check(List.of(gaps), DAY);
        assertThat(open.drifts()).extracting(Drift::kind).containsExactly(Kind.GAP_NOT_ACCEPTED);
        assertThat(open.text()).contains("controls: [A.7.4, A.9.2]", "reason: ...");

        accept("casting-inspection", "A.7.4, A.9.2", "2026-12-31");
        assertThat(baseline().check(List.of(gaps), DAY)).isUnchanged();
        assertThat(baseline().check(List.of(gaps), LocalDate.of(2026, 12, 31))).isUnchanged();

        BaselineCheck ended = baseline().check(List.of(gaps), LocalDate.of(2027, 1, 1));
        assertThat(ended.drifts()).extracting(Drift::kind).containsExactly(Kind.ACCEPTANCE_ENDED);
        assertThat(ended.text())
                .contains("ended on 2026-12-31, before 2027-01-01", "data office", "Labels are redone.");
    }

    @Test
    void an_acceptance_that_is_deleted_or_stands_for_nothing_is_told() throws IOException {
        SystemDocument gaps = new SystemDocument(casting.system(), inPlaceExcept("A.7.4"));
        baseline().update(List.of(gaps), DAY);
        accept("casting-inspection", "A.7.4, A.7.44, A.9.2", "2026-12-31");

        BaselineCheck unused = baseline().check(List.of(gaps), DAY);
        assertThat(unused.drifts())
                .extracting(Drift::kind)
                .containsExactly(Kind.ACCEPTANCE_UNUSED, Kind.ACCEPTANCE_UNUSED);
        assertThat(unused.text()).contains("Maybe you meant (A.", "There is no such gap any more", "baseline.yaml:");

        replace("system: casting-inspection", "system: casting-inspections");
        assertThat(baseline().check(List.of(gaps), DAY))
                .hasDrift(Kind.GAP_NOT_ACCEPTED)
                .hasDrift(Kind.ACCEPTANCE_UNUSED);
        assertThat(baseline().check(List.of(gaps), DAY).text()).contains("Maybe you meant (casting-inspection).");
    }

    @Test
    void what_the_organisation_has_in_place_counts() {
        EvaluationBaseline withOrganisation = baseline().withOrganisation(inPlaceExcept());

        withOrganisation.update(List.of(casting), DAY);

        assertThat(withOrganisation.check(List.of(casting), DAY)).isUnchanged();
        assertThat(baseline().check(List.of(casting), DAY).text()).contains("gap notStated is new");
    }

    @Test
    void an_update_keeps_acceptances_and_writes_only_what_differs() throws IOException {
        SystemDocument gaps = new SystemDocument(casting.system(), inPlaceExcept("A.7.4"));
        baseline().update(List.of(gaps), DAY);
        accept("casting-inspection", "A.7.4", "2026-12-31");
        replace("accepted:", "# said by a person\naccepted:");
        String before = Files.readString(file);

        baseline().update(List.of(gaps), DAY.plusDays(1));
        assertThat(Files.readString(file)).isEqualTo(before);

        baseline().update(List.of(gaps, credit), DAY.plusDays(1));
        assertThat(baseline().check(List.of(gaps, credit), DAY)).isUnchanged();
        assertThat(Files.readString(file))
                .contains("asOf: 2026-11-28", "Labels are redone.")
                .doesNotContain("# said by");
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void a_file_that_cannot_be_written_stays_as_it_was() throws IOException {
        Path inTheWay = folder.resolve("outcomes");
        Files.writeString(inTheWay, "a file, not a folder");

        assertThatThrownBy(() -> baseline().update(List.of(credit), DAY))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-7012");
        assertThat(inTheWay).hasContent("a file, not a folder");
    }

    @Test
    void hostile_names_stay_names() {
        List<String> names = List.of(
                "a: b",
                "- x",
                "#",
                "\"",
                "\\",
                "x\ny: z",
                "null",
                "~",
                "\u202Eevil",
                "\uD83D\uDE00",
                "{",
                "'",
                "\u00E9",
                " x ",
                "\u0000",
                "&a *a !!x",
                "accepted");
        List<SystemDocument> hostile = names.stream()
                .map(name -> new SystemDocument(
                        AiSystem.named(name).build(), ControlStates.of(Map.of(new ControlId("A.2.2"), state()))))
                .toList();
        bare().update(hostile, DAY);

        BaselineCheck check = bare().check(hostile, DAY);

        assertThat(check.drifts()).allMatch(drift -> drift.kind() == Kind.GAP_NOT_ACCEPTED);
        assertThat(check.drifts()).extracting(Drift::system).containsExactlyInAnyOrderElementsOf(names);
        assertThat(check.text().lines()).noneMatch(line -> line.startsWith("y: z"));
        assertThat(check.text()).doesNotContain("\u202E", "\u0000");
    }

    /** Without a law: evaluating is then quick. */
    private EvaluationBaseline bare() {
        return EvaluationBaseline.in(file, BARE);
    }

    @Test
    void everything_that_is_wrong_with_the_file_is_told_at_once() throws IOException {
        baseline().update(List.of(casting), DAY);
        replace("baseline: 1", "baseline: 2");
        replace("asOf: 2026-11-27", "asOf: yesterday");
        replace("accepted: []", "accepted:\n  - {system: x, controls: [\"no id!\"], reason: \"\", until: 2026-02-30}");
        replace("    levels:", "    levelz:");
        replace("    riskSources:\n", "    riskSources: [x]\n    other:\n");

        assertThatThrownBy(() -> baseline().check(List.of(casting), DAY))
                .isInstanceOfSatisfying(
                        AimsException.class,
                        e -> assertThat(e.faults())
                                .allMatch(fault -> fault.code().equals("AIMS-7010"))
                                .allMatch(fault -> fault.place().isPresent())
                                .hasSizeGreaterThanOrEqualTo(8))
                .hasMessageContainingAll(
                        "only form (1) is read",
                        "(yesterday)",
                        "(no id!)",
                        "has no owner",
                        "The reason of an acceptance",
                        "(2026-02-30)",
                        "Maybe you meant (levels).",
                        "must be a map, not a list");
    }

    @Test
    void two_systems_of_one_id_are_refused() {
        assertThatThrownBy(() -> baseline().update(List.of(casting, casting), DAY))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("AIMS-7011: Two systems of the portfolio have the id (casting-inspection).");
    }

    @Test
    void a_folder_of_descriptions_is_read_whole_or_not_at_all() throws IOException {
        Path systems = Files.createDirectory(folder.resolve("systems"));
        Files.writeString(systems.resolve("a.yaml"), "id: a\ncharacteristics: {automationLevel: HIGH_AUTOMATION}\n");
        baseline().update(List.of(new SystemDocument(AiSystem.named("b").build(), ControlStates.unknown())), DAY);

        assertThat(baseline().check(systems, DAY))
                .hasDrift(Kind.SYSTEM_APPEARED)
                .hasDrift(Kind.SYSTEM_VANISHED);

        Files.writeString(systems.resolve("b.yaml"), "id: b\ncharacteristics: {automationLvl: HIGH_AUTOMATION}\n");
        assertThatThrownBy(() -> baseline().checkOrUpdate(systems, DAY))
                .isInstanceOf(AimsException.class)
                .hasMessageContaining("Maybe you meant (automationLevel).");
    }

    @Test
    void an_update_has_to_be_asked_for_and_not_where_nobody_reviews_it() {
        assertThat(EvaluationBaseline.isUpdateAskedFor("", null)).isFalse();
        assertThat(EvaluationBaseline.isUpdateAskedFor("update", null)).isTrue();
        assertThat(EvaluationBaseline.isUpdateAskedFor("update", "false")).isTrue();
        assertThatThrownBy(() -> EvaluationBaseline.isUpdateAskedFor("update", "true"))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-7013");
        assertThatThrownBy(() -> EvaluationBaseline.isUpdateAskedFor("yes", null))
                .isInstanceOf(AimsException.class)
                .hasMessageStartingWith("AIMS-7014");
    }

    private void accept(String system, String controls, String until) throws IOException {
        replace(
                "accepted: []",
                "accepted:\n  - system: " + system + "\n    controls: [" + controls
                        + "]\n    reason: Labels are redone.\n    owner: data office\n    until: " + until);
    }

    private static ControlState state() {
        return ControlState.of(Stage.EFFECTIVE).shownBy("audit");
    }

    private static ControlStates inPlaceExcept(String... missing) {
        List<String> absent = new ArrayList<>();
        Collections.addAll(absent, missing);
        Map<ControlId, ControlState> states = new java.util.HashMap<>();
        AIMS.catalogue().controls().forEach(control -> {
            boolean isMissing = absent.contains(control.id().value());
            states.put(control.id(), isMissing ? ControlState.of(Stage.NOT_IMPLEMENTED) : state());
        });
        return ControlStates.of(states);
    }
}
