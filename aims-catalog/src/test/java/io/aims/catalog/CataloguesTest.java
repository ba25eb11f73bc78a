package io.aims.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.catalog.document.Documents;
import io.aims.control.AiRole;
import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.source.Clause;
import io.aims.system.identity.LifecycleStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CataloguesTest {

    private static final String GOOD = """
            catalogue: acme
            edition: "1"
            title: Controls of Acme
            notes:
              - topic: A topic
                text: A text.
            sources: [Acme]
            counts: {areas: 1, controls: 1, objectives: 1, riskSources: 1, clauses: 2}
            areas:
              - {id: ACM.1, title: An area}
            controls:
              - id: ACM.1.1
                area: ACM.1
                title: A control
                purpose: A purpose.
                stages: [INCEPTION, RETIREMENT]
                scope: SYSTEM
                roles: [AI_CUSTOMER]
                withoutRole: VIA_SUPPLIER
                actsOn: BOTH
                function: DETECTIVE
                sources: [Acme]
            objectives:
              - id: ACM.O
                kind: SUPPLEMENTARY
                title: An objective
                definition: A meaning.
                threatenedBy: [ACM.S]
                sources: [Acme]
            riskSources:
              - id: ACM.S
                title: A risk source
                definition: A meaning.
                threatens: [ACM.O]
                sources: [Acme]
            clauses:
              - id: "6"
                title: A clause
                summary: A summary.
                canEvidence: NO
                contributes: Nothing.
                sources: [Acme]
              - id: "6.1"
                parent: "6"
                title: A clause
                summary: A summary.
                canEvidence: FULL
                contributes: All.
                sources: [Acme]
            """;

    @TempDir
    private Path folder;

    @Test
    void the_standard_has_38_controls_in_nine_areas() {
        Map<String, Long> perArea = Catalogues.iso42001().controls().stream()
                .collect(Collectors.groupingBy(Control::area, TreeMap::new, Collectors.counting()));

        assertThat(Catalogues.iso42001().id()).isEqualTo("iso-42001:2023");
        assertThat(Catalogues.iso42001().controls()).hasSize(38);
        assertThat(Catalogues.iso42001().areas().keySet())
                .containsExactly("A.2", "A.3", "A.4", "A.5", "A.6", "A.7", "A.8", "A.9", "A.10");
        assertThat(perArea)
                .isEqualTo(Map.of(
                        "A.2", 3L, "A.3", 2L, "A.4", 5L, "A.5", 4L, "A.6", 9L, "A.7", 5L, "A.8", 4L, "A.9", 3L, "A.10",
                        3L));
    }

    @Test
    void the_controls_of_the_standard_are_those_of_annex_a() {
        String ids =
                "A.2.2,A.2.3,A.2.4,A.3.2,A.3.3,A.4.2,A.4.3,A.4.4,A.4.5,A.4.6,A.5.2,A.5.3,A.5.4,A.5.5,A.6.1.2,A.6.1.3,"
                        + "A.6.2.2,A.6.2.3,A.6.2.4,A.6.2.5,A.6.2.6,A.6.2.7,A.6.2.8,A.7.2,A.7.3,A.7.4,A.7.5,A.7.6,A.8.2,A.8.3,A.8.4,"
                        + "A.8.5,A.9.2,A.9.3,A.9.4,A.10.2,A.10.3,A.10.4";

        assertThat(Catalogues.iso42001().controls().stream()
                        .map(control -> control.id().value()))
                .containsExactly(ids.split(","));
    }

    @Test
    void a_note_says_why_it_is_38_and_not_39() {
        assertThat(Catalogues.iso42001().notes()).first().asString().startsWith("38 controls, not 39. ");
    }

    @Test
    void the_standard_has_eleven_objectives_and_a_supplementary_one() {
        assertThat(Catalogues.iso42001().objectives())
                .hasSize(12)
                .filteredOn(Objective::supplementary)
                .extracting(Objective::id)
                .containsExactly(new ObjectiveId("S.1"));
        assertThat(Catalogues.iso42001().riskSources().stream()
                        .map(source -> source.id().value()))
                .containsExactly("C.3.1", "C.3.2", "C.3.3", "C.3.4", "C.3.5", "C.3.6", "C.3.7");
    }

    @Test
    void the_standard_has_43_clauses_each_behind_its_parent() {
        assertThat(Catalogues.iso42001().clauses()).hasSize(43);
        assertThat(Catalogues.iso42001().clauses().stream().flatMap(clause -> clause.parent().stream()))
                .allMatch(parent -> Catalogues.iso42001().clause(parent).isPresent());
        assertThat(Catalogues.iso42001().clauses().stream()
                        .filter(clause -> clause.parent().isEmpty()))
                .extracting(Clause::id)
                .containsExactly("4", "5", "6", "7", "8", "9", "10");
    }

    @Test
    void every_entry_of_the_standard_cites_its_sources() {
        assertThat(Catalogues.iso42001().controls())
                .noneMatch(control -> control.sources().isEmpty());
        assertThat(Catalogues.iso42001().objectives())
                .noneMatch(goal -> goal.sources().isEmpty());
        assertThat(Catalogues.iso42001().riskSources())
                .noneMatch(source -> source.sources().isEmpty());
        assertThat(Catalogues.iso42001().clauses())
                .noneMatch(clause -> clause.sources().isEmpty());
    }

    @Test
    void development_controls_are_obtained_from_the_supplier_and_controls_of_use_belong_to_who_uses() {
        assertThat(Catalogues.iso42001().controls().stream()
                        .filter(control -> control.roles().size() < 4)
                        .filter(control -> control.withoutRole() == ControlStatus.VIA_SUPPLIER)
                        .map(control -> control.id().value()))
                .containsExactly(
                        "A.6.1.2", "A.6.1.3", "A.6.2.2", "A.6.2.3", "A.6.2.4", "A.6.2.7", "A.7.2", "A.7.3", "A.7.5",
                        "A.7.6");
        assertThat(Catalogues.iso42001().controls().stream()
                        .filter(control -> control.roles().size() < 4)
                        .filter(control -> control.withoutRole() == ControlStatus.ROLE_EXCLUDED)
                        .map(control -> control.id().value()))
                .containsExactly("A.9.2", "A.9.3", "A.9.4", "A.10.4");
        assertThat(Catalogues.iso42001()
                        .control(new ControlId("A.9.2"))
                        .orElseThrow()
                        .roles())
                .containsExactly(AiRole.AI_CUSTOMER);
    }

    @Test
    void controls_act_in_stages_of_the_life_cycle() {
        Set<String> stages =
                Arrays.stream(LifecycleStage.values()).map(LifecycleStage::id).collect(Collectors.toSet());

        assertThat(Catalogues.iso42001().controls().stream().flatMap(control -> control.stages().stream()))
                .isNotEmpty()
                .allMatch(stages::contains);
    }

    @Test
    void a_catalogue_of_ones_own_is_read() throws IOException {
        Catalogue catalogue = Catalogues.read(write(GOOD));
        Control control = catalogue.control(new ControlId("ACM.1.1")).orElseThrow();

        assertThat(catalogue.id()).isEqualTo("acme:1");
        assertThat(catalogue.title()).isEqualTo("Controls of Acme");
        assertThat(catalogue.notes()).containsExactly("A topic. A text.");
        assertThat(control.stages()).containsExactly("INCEPTION", "RETIREMENT");
        assertThat(control.scope()).isEqualTo(Control.Scope.SYSTEM);
        assertThat(control.roles()).containsExactly(AiRole.AI_CUSTOMER);
        assertThat(control.withoutRole()).isEqualTo(ControlStatus.VIA_SUPPLIER);
        assertThat(control.effect()).isEqualTo(Control.Effect.BOTH);
        assertThat(control.function()).isEqualTo(Control.Function.DETECTIVE);
        assertThat(catalogue.objectives()).allMatch(Objective::supplementary);
        assertThat(catalogue.clause("6.1").orElseThrow().evidence()).isEqualTo(Clause.Evidence.FULL);
    }

    static List<Arguments> mistakes() {
        return List.of(
                Arguments.of("controls: 1,", "controls: 2,", "states (2) controls and has 1."),
                Arguments.of("areas: 1,", "areas: 3,", "states (3) areas and has 1."),
                Arguments.of("objectives: 1,", "objectives: x,", "states (x) objectives and has 1."),
                Arguments.of("riskSources: 1,", "riskSources: 0,", "states (0) riskSources and has 1."),
                Arguments.of("clauses: 2}", "clauses: 1}", "states (1) clauses and has 2."),
                Arguments.of("clauses: 2}", "}", "The counts (acme.yaml:8:9) has no clauses."),
                Arguments.of(
                        "catalogue: acme", "catalogue: ac me", "The id (ac me) of catalogue (acme.yaml:1:12) must be"),
                Arguments.of("catalogue: acme\n", "\n", "The catalogue (acme.yaml:2:1) has no catalogue."),
                Arguments.of("edition: \"1\"", "edition: \"\\n\"", "The id (\\n) of catalogue"),
                Arguments.of("id: ACM.1.1", "id: ACM 1", "The id (ACM 1) of control (acme.yaml:12:9) must be"),
                Arguments.of("id: ACM.1.1", "x: y", "has no id."),
                Arguments.of(
                        "area: ACM.1", "area: ACM.2", "The area (ACM.2) of control (ACM.1.1, acme.yaml:13:5) is not"),
                Arguments.of("{id: ACM.1,", "{id: 'A B',", "The id (A B) of area (acme.yaml:10:10)"),
                Arguments.of(
                        "  - {id: ACM.1, title: An area}",
                        "  - {id: ACM.1, title: An area}\n  - {id: ACM.1, title: Another}",
                        "The area (ACM.1, acme.yaml:11:5) stands twice"),
                Arguments.of(
                        "[AI_CUSTOMER]", "[CUSTOMER]", "The role of control (ACM.1.1) (CUSTOMER, acme.yaml:18:13)"),
                Arguments.of("    roles: [AI_CUSTOMER]\n", "", "has no roles."),
                Arguments.of("    withoutRole: VIA_SUPPLIER\n", "", "applies to some roles and has no withoutRole."),
                Arguments.of(
                        "VIA_SUPPLIER", "REQUIRED", "The withoutRole (REQUIRED) of control (ACM.1.1, acme.yaml:19:18)"),
                Arguments.of(
                        "VIA_SUPPLIER",
                        "SUPPLIER",
                        "The withoutRole (SUPPLIER) of control (ACM.1.1, acme.yaml:19:18) is not"),
                Arguments.of("    stages: [INCEPTION, RETIREMENT]\n", "", "has no stages."),
                Arguments.of("RETIREMENT]", "RETIRED]", "The stage of control (ACM.1.1) (RETIRED, acme.yaml:16:25)"),
                Arguments.of(
                        "scope: SYSTEM", "scope: system", "The scope (system) of control (ACM.1.1, acme.yaml:17:12)"),
                Arguments.of("actsOn: BOTH", "actsOn: NONE", "The actsOn (NONE) of control"),
                Arguments.of("function: DETECTIVE", "function: X", "The function (X) of control"),
                Arguments.of("purpose: A purpose.", "purpos: A purpose.", "has a field (purpos) that is not known."),
                Arguments.of("kind: SUPPLEMENTARY", "kind: OTHER", "The kind (OTHER) of objective"),
                Arguments.of(
                        "[ACM.S]",
                        "[]",
                        "(ACM.O, acme.yaml:28:5) is not threatened by risk source (ACM.S), which says"),
                Arguments.of(
                        "[ACM.O]", "[]", "(ACM.S, acme.yaml:34:5) does not threaten objective (ACM.O), which says"),
                Arguments.of("[ACM.S]", "[ACM.T]", "(ACM.O, acme.yaml:28:20) names risk source (ACM.T)"),
                Arguments.of("[ACM.O]", "[ACM.P]", "(ACM.S, acme.yaml:34:17) names objective (ACM.P)"),
                Arguments.of("[ACM.O]", "['no id']", "The id (no id) of objective (acme.yaml:34:17)"),
                Arguments.of("[ACM.S]", "['no id']", "The id (no id) of risk source (acme.yaml:28:20)"),
                Arguments.of(
                        "parent: \"6\"",
                        "parent: \"5\"",
                        "The parent (5) of clause (6.1, acme.yaml:44:13) does not stand before it."),
                Arguments.of(
                        "id: \"6.1\"", "id: \"6\"", "The clause (6, acme.yaml:43:5) stands twice in the catalogue."),
                Arguments.of("id: \"6.1\"", "id: \"6 1\"", "The id (6 1) of clause"),
                Arguments.of("canEvidence: NO", "canEvidence: MAYBE", "The canEvidence (MAYBE) of clause"),
                Arguments.of(
                        "sources: [Acme]\ncounts",
                        "sources: []\ncounts",
                        "The catalogue (acme.yaml:7:10) has no source."),
                Arguments.of("notes:\n", "notes:\n  - 1\n", "The note (acme.yaml:5:5) must be a map, not a value."));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("mistakes")
    void a_mistake_is_told_with_its_place(String right, String wrong, String message) {
        assertThat(GOOD).contains(right);

        assertThatThrownBy(() -> read(GOOD.replace(right, wrong))).isInstanceOfSatisfying(AimsException.class, e -> {
            assertThat(e.faults())
                    .anySatisfy(fault -> assertThat(fault.message()).contains(message));
            assertThat(e.faults()).extracting(Fault::code).containsOnly("AIMS-2021");
        });
    }

    @Test
    void an_entry_that_stands_twice_is_told() {
        String control = GOOD.substring(GOOD.indexOf("  - id: ACM.1.1"), GOOD.indexOf("objectives:\n"));
        String twice = GOOD.replace("controls: 1,", "controls: 2,").replace("controls:\n", "controls:\n" + control);

        assertThatThrownBy(() -> read(twice))
                .hasMessageContaining("The control (ACM.1.1, acme.yaml:23:5) stands twice in the catalogue.");
    }

    @Test
    void all_mistakes_are_told_at_once() {
        String wrong = GOOD.replace("scope: SYSTEM", "scope: system")
                .replace("kind: SUPPLEMENTARY", "kind: OTHER")
                .replace("canEvidence: NO", "canEvidence: MAYBE")
                .replace("controls: 1,", "controls: 7,");

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOfSatisfying(
                        AimsException.class, e -> assertThat(e.faults()).hasSize(4));
    }

    @Test
    void a_file_that_cannot_be_read_is_told() {
        Stream.of(folder, folder.resolve("absent.yaml"))
                .forEach(path -> assertThatThrownBy(() -> Catalogues.read(path))
                        .isInstanceOf(AimsException.class)
                        .hasMessageStartingWith("AIMS-1008: The file (")
                        .hasMessageEndingWith("Maybe the path is wrong, or it is a folder."));
    }

    @Test
    void what_is_no_catalogue_at_all_is_told() {
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("must be a map, not a list.");
    }

    private static Catalogue read(String yaml) {
        return Catalogues.read(Documents.yaml("acme.yaml", yaml));
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("acme.yaml"), yaml);
    }
}
