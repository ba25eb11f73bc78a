package io.aims.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.catalog.document.Documents;
import io.aims.error.AimsException;
import io.aims.source.Clause;
import io.aims.treatment.assessment.ClauseGuide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseGuidesTest {

    private static final ClauseGuide GUIDE = ClauseGuides.standard();

    @Test
    void every_clause_that_can_be_evidenced_and_heads_no_others_needs_something() {
        Set<String> heading = Catalogues.iso42001().clauses().stream()
                .flatMap(clause -> clause.parent().stream())
                .collect(Collectors.toSet());
        for (Clause clause : Catalogues.iso42001().clauses()) {
            boolean expected = clause.evidence() != Clause.Evidence.NO && !heading.contains(clause.id());
            assertThat(GUIDE.entry(clause.id()).isPresent()).as(clause.id()).isEqualTo(expected);
        }
        assertThat(GUIDE.entries()).hasSize(25);
    }

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource({
        "'clause: \"4.2\"', 'clause: \"4.9\"', AIMS-2035, 4.9",
        "'clause: \"4.2\"', 'clause: \"5.1\"', AIMS-2034, cannot be evidenced",
        "'clause: \"4.2\"', 'clause: \"4.3\"', AIMS-2034, stands twice",
        "'what: DESCRIPTIONS', 'what: DESCRIPTION', AIMS-2034, DESCRIPTIONS",
        "'what: DESCRIPTIONS', 'what: FACTS', AIMS-2034, does not say of what",
        "'what: DESCRIPTIONS', 'what: DESCRIPTIONS, of: [aimsRoles]', AIMS-2034, nothing in particular",
        "'of: [C.2.4]', 'of: [C.2.44]', AIMS-2035, C.2.4",
        "'of: [A.2.2]', 'of: [A.2.9]', AIMS-2035, A.2",
        "'of: [responsibilityAllocation]', 'of: [responsibility]', AIMS-2035, responsibility",
        "'{what: RANKING}', '', AIMS-2034, must be a map",
        "'title:', 'titles:', AIMS-2034, title"
    })
    void what_is_wrong_is_told_with_its_place(String right, String wrong, String code, String told) throws IOException {
        String text =
                ImpactGuidesTest.resource("assessment/clause-evidence.yaml").replace(right, wrong);

        assertThatThrownBy(() -> ClauseGuides.read(
                        Documents.yaml("clauses.yaml", text), Catalogues.iso42001(), Vocabularies.standard()))
                .isInstanceOfSatisfying(AimsException.class, e -> {
                    assertThat(ImpactGuidesTest.codes(e)).contains(code);
                    assertThat(e.getMessage()).contains(told).contains("clauses.yaml:");
                });
    }

    @Test
    void a_guide_is_read_as_it_is_written(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("clauses.yaml"), ImpactGuidesTest.resource("assessment/clause-evidence.yaml"));

        assertThat(ClauseGuides.read(file, Catalogues.iso42001(), Vocabularies.standard()))
                .isEqualTo(GUIDE);
    }
}
