package io.aims.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.catalog.compiled.FormReader;
import io.aims.control.Catalogue;
import io.aims.risk.Likelihood;
import io.aims.risk.RiskCriteria;
import io.aims.risk.Severity;
import io.aims.system.Characteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.system.vocabulary.Characteristics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the jar carries compiled is what its documents say. */
class CompiledDataTest {

    @Test
    void the_vocabulary_is_what_its_documents_say() {
        Vocabulary documents = Vocabularies.standardFromDocuments();
        Vocabulary compiled = Vocabularies.standard();

        assertThat(compiled.id()).isEqualTo(documents.id());
        assertThat(compiled.version()).isEqualTo(documents.version());
        assertThat(compiled.sections().entrySet())
                .containsExactlyElementsOf(documents.sections().entrySet());
        assertThat(compiled.entries()).isEqualTo(documents.entries()).hasSize(79);
        assertThat(compiled.entries().get(0).meanings().keySet())
                .containsExactlyElementsOf(documents.entries().get(0).meanings().keySet());
        assertThat(compiled.contradictionRules())
                .isEqualTo(documents.contradictionRules())
                .isNotEmpty();
        assertThat(compiled.fingerprint()).isEqualTo(documents.fingerprint());
    }

    @Test
    void every_characteristic_is_its_constant() {
        Map<String, Characteristic<?>> constants = new HashMap<>();
        Characteristics.all().forEach(constant -> constants.put(constant.id(), constant));

        assertThat(Vocabularies.standard().entries())
                .allSatisfy(entry -> assertThat(entry.characteristic())
                        .isSameAs(constants.get(entry.characteristic().id())));
    }

    @Test
    void the_catalogue_is_what_its_document_says() {
        Catalogue document = Catalogues.iso42001FromDocument();

        assertThat(Catalogues.iso42001()).isEqualTo(document);
        assertThat(Catalogues.iso42001().controls()).containsExactlyElementsOf(document.controls());
        assertThat(Catalogues.iso42001().fingerprint()).isEqualTo(document.fingerprint());
    }

    @Test
    void the_criteria_are_what_their_document_says() {
        RiskCriteria document = Criteria.standardParts().criteria();
        RiskCriteria compiled = Criteria.standard();

        assertThat(compiled.id()).isEqualTo(document.id());
        assertThat(compiled.version()).isEqualTo(document.version());
        assertThat(compiled.tolerance()).isEqualTo(document.tolerance());
        assertThat(compiled.limits()).isEqualTo(document.limits()).isNotEmpty();
        assertThat(compiled.fingerprint()).isEqualTo(document.fingerprint());
        for (Likelihood likelihood : Likelihood.values()) {
            assertThat(compiled.rate(likelihood)).isEqualTo(document.rate(likelihood));
            assertThat(compiled.bandStart(likelihood)).isEqualTo(document.bandStart(likelihood));
            for (Severity severity : Severity.values()) {
                assertThat(compiled.level(likelihood, severity)).isEqualTo(document.level(likelihood, severity));
            }
        }
    }

    @Test
    void the_same_documents_give_the_bytes_that_the_jar_carries() throws IOException {
        assertThat(CompiledVocabulary.write(Vocabularies.standardFromDocuments()))
                .isEqualTo(carried(Vocabularies.COMPILED));
        assertThat(CompiledCatalogue.write(Catalogues.iso42001FromDocument())).isEqualTo(carried(Catalogues.COMPILED));
        assertThat(Criteria.standardParts().write()).isEqualTo(carried(Criteria.COMPILED));
    }

    @Test
    void a_vocabulary_of_other_characteristics_is_refused() throws IOException {
        byte[] form = carried(Vocabularies.COMPILED);
        List<Characteristic<?>> others = new ArrayList<>(Characteristics.all());
        others.set(0, OrdinalCharacteristic.of(others.get(0).id(), List.of("OTHER", "VALUES")));

        assertThatThrownBy(() -> CompiledVocabulary.read(
                        new FormReader(new ByteArrayInputStream(form), CompiledVocabulary.FORM), others))
                .isInstanceOf(IOException.class)
                .hasMessage("The form was compiled with another characteristic "
                        + others.get(0).id());
    }

    @Test
    void a_jar_without_a_form_or_with_another_says_so() {
        assertThatThrownBy(() -> Resources.compiled("vocabulary/absent.form", "x", in -> in))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lacks vocabulary/absent.form");
        assertThatThrownBy(() -> Resources.compiled(Criteria.COMPILED, "other/1", in -> in))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is damaged");
    }

    private static byte[] carried(String path) throws IOException {
        try (InputStream in = CompiledDataTest.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        }
    }
}
