package io.aims.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.aims.Aims;
import io.aims.rule.RulePack;
import org.junit.jupiter.api.Test;

/** Examples of rules that read results, when packs come in use of which their author could not know. */
class ExamplesBesideOtherPacksTest {

    private static final PackLoader BESIDE_STANDARD = PackLoader.standard().beside(RulePacks.standard());

    /** Requires A.10.4 if it has a gate, and A.8.5 if A.10.4 is needed. */
    private static final String HARBOUR = """
            pack: harbour
            version: 1.0.0
            title: Harbour
            licence: Apache-2.0
            catalogue: iso-42001:2023
            characteristics:
              - {id: harbourGate, tier: EXTENDED, type: BOOLEAN, question: Is there a gate?, definition: A gate., sources: [H]}
            chapters:
              - chapter: Gates
                scope: SYSTEM
                rules:
                  - id: H-1
                    title: Gate and customers
                    when: harbourGate = YES and needed contains A.10.4
                    requires: [A.8.5]
                    why: Somebody stands before it.
                    sources: [H]
                    examples:
                      fires: [{harbourGate: YES, generalPurposeModel: PROVIDED}]
                      silent: [{harbourGate: NO}, {distributionScope: INTERNAL_ONLY, generalPurposeModel: NONE}]
                      unknown: [{harbourGate: YES}]
            """;

    /** Requires A.10.4 at night, so that it is no longer known not to be needed. */
    private static final String NIGHT = """
            pack: night
            version: 1.0.0
            title: Night
            licence: Apache-2.0
            catalogue: iso-42001:2023
            characteristics:
              - {id: nightShift, tier: EXTENDED, type: BOOLEAN, question: At night?, definition: At night., sources: [N]}
            chapters:
              - chapter: Nights
                scope: SYSTEM
                rules:
                  - id: N-1
                    title: Night
                    when: nightShift = YES
                    requires: [A.10.4]
                    why: It is dark.
                    sources: [N]
                    examples:
                      fires: [{nightShift: YES}]
                      silent: [{nightShift: NO}]
                      unknown: [{}]
            """;

    @Test
    void a_reason_that_another_pack_adds_breaks_no_example() {
        RulePack harbour = BESIDE_STANDARD.read(PackSource.text("harbour", HARBOUR));
        RulePack night = BESIDE_STANDARD.beside(harbour).read(PackSource.text("night", NIGHT));

        assertThatCode(() -> Aims.builder()
                        .packs(RulePacks.standard(), harbour, night)
                        .build()
                        .close())
                .doesNotThrowAnyException();
    }

    @Test
    void beside_the_packs_that_the_author_knows_an_example_comes_to_what_it_says() {
        PackReport report = BESIDE_STANDARD.verify(PackSource.text(
                "harbour",
                HARBOUR.replace(
                        ", {distributionScope: INTERNAL_ONLY, generalPurposeModel: NONE}",
                        ", {generalPurposeModel: NONE}")));

        assertThat(report.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.fault().code()).isEqualTo("AIMS-2012"));
    }

    @Test
    void an_example_never_comes_to_less_than_it_says_whatever_packs_are_there() {
        RulePack night = BESIDE_STANDARD.read(PackSource.text("night", NIGHT));

        PackReport report = BESIDE_STANDARD
                .beside(night)
                .verify(PackSource.text(
                        "harbour",
                        HARBOUR.replace("{harbourGate: YES, generalPurposeModel: PROVIDED}", "{harbourGate: YES}")
                                .replace(
                                        "unknown: [{harbourGate: YES}]",
                                        "unknown: [{generalPurposeModel: PROVIDED}]")));

        assertThat(report.errors())
                .singleElement()
                .satisfies(error ->
                        assertThat(error.fault().message()).contains("comes to UNDETERMINED in its fires example"));
    }
}
