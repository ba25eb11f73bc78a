package io.aims.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.Catalogues;
import io.aims.control.Catalogue;
import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.error.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedCataloguesTest {

    private static final Place PLACE = new Place("acme/pack.yaml", 6, 12);
    private static final Catalogue ACME = new Catalogue(
            "acme:1", "Controls of ACME", List.of(), Map.of(), List.of(), List.of(), List.of(), List.of());

    private final Faults faults = new Faults();

    @Test
    void those_named_are_told_from_the_others_in_use() {
        NamedCatalogues named = named("acme:1");

        assertThat(named.catalogues()).containsExactly(ACME);
        assertThat(named.areAllKnown()).isTrue();
        assertThat(faults.isEmpty()).isTrue();
        named.check("ACME-1", "requires control", "A.9.2", () -> PLACE, NamedCatalogues.Kind.CONTROL, faults);
        named.check("ACME-1", "requires control", "A.9.7", () -> PLACE, NamedCatalogues.Kind.CONTROL, faults);
        assertThat(faults.toList())
                .extracting(Fault::toString)
                .containsExactly(
                        "AIMS-2007: Rule (ACME-1, acme/pack.yaml:6:12) requires control (A.9.2), of catalogue"
                                + " (iso-42001:2023), which the pack does not name.\n"
                                + "Maybe write catalogue: acme:1+iso-42001:2023 in the pack file.",
                        "AIMS-2007: Rule (ACME-1, acme/pack.yaml:6:12) requires control (A.9.7), absent from catalogue"
                                + " (acme:1).\nMaybe leave it out.");
    }

    @Test
    void one_that_is_not_in_use_yet_is_waited_for() {
        NamedCatalogues named = named("iso-42001:2023+other:7");

        assertThat(named.areAllKnown()).isFalse();
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "acme:2 | (acme:2), another edition of which is in use | (acme:1)",
                "iso-42001 | (iso-42001) without its edition | (iso-42001:2023)",
                "acme:1+acme:1 | names catalogue (acme:1) twice | (acme:1)",
                "acme:0+acme:1 | names two editions of one catalogue, (acme:0) and (acme:1) | (acme:1)"
            })
    void a_wrong_edition_is_told_once_and_hides_nothing(String ids, String message, String advice) {
        NamedCatalogues named = named(ids);

        assertThat(named.catalogues()).containsExactly(Catalogues.iso42001(), ACME);
        assertThat(faults.toList()).extracting(Fault::code).containsOnly("AIMS-2014");
        assertThat(faults.toList()).last().satisfies(fault -> {
            assertThat(fault.place()).contains(PLACE);
            assertThat(fault.message())
                    .contains("Pack (acme, acme/pack.yaml:6:12)")
                    .contains(message);
            assertThat(fault.advice()).contains(advice);
        });
    }

    private NamedCatalogues named(String ids) {
        return NamedCatalogues.of("acme", ids, PLACE, Catalogues.iso42001().with(List.of(ACME)), faults);
    }
}
