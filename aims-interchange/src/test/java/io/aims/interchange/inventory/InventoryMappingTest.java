package io.aims.interchange.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Vocabularies;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InventoryMappingTest {

    private static final String GOOD = """
            mapping: shop
            version: 1.0.0
            title: A shop
            file: {encoding: utf-8}
            record: {name: name, prefix: shop}
            columns:
              - {id: name, header: Name}
              - id: use
                header: Use
                values:
                  - {is: [sorting], says: {applicationDomains: {contains: [INTERNAL_OPERATIONS]}}}
            """;

    @Test
    void a_mapping_is_read_from_a_file_with_its_word_list_beside_it(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), GOOD + "patterns: {lists: [mine], read: [name]}\n");
        Files.writeString(folder.resolve("mine.yaml"), """
                words: mine
                version: 1.0.0
                title: Words of the shop
                groups: {goods: [parcel*]}
                patterns:
                  - {id: goods, any: [<goods>], says: {actionScope: {atLeast: PHYSICAL}}, why: It moves goods.}
                """);

        InventoryMapping mapping =
                InventoryMapping.read(folder.resolve("shop.yaml"), Vocabularies.standard(), Catalogues.iso42001());

        assertThat(mapping).hasToString("shop 1.0.0");
        assertThat(mapping.title()).isEqualTo("A shop");
        assertThat(mapping.readsTexts()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_mapping_that_comes_with_aims_is_sound(String name) {
        InventoryMapping mapping = InventoryMapping.named(name, Vocabularies.standard(), Catalogues.iso42001());

        assertThat(mapping.id()).isEqualTo(name);
        assertThat(mapping.readsTexts()).isTrue();
    }

    static List<String> shipped() {
        return InventoryMapping.shipped();
    }

    @Test
    void an_unknown_name_is_met_with_the_nearest_one() {
        assertThatThrownBy(() -> InventoryMapping.named("federal-2023", Vocabularies.standard(), Catalogues.iso42001()))
                .hasMessageContaining("AIMS-4101")
                .hasMessageContaining("Maybe you meant (federal-2024).");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_with_its_place() {
        List<Fault> faults = faultsOf("""
                mapping: shop
                version: 1.0.0
                title: A shop
                file: {encoding: utf-9, delimiter: ",,"}
                record: {name: nam, prefix: shop}
                columns:
                  - {id: name, header: Name, position: 2}
                  - {id: name, header: Nickname}
                  - id: use
                    header: Use
                    colour: red
                    values:
                      - {is: [sorting, Sorting], says: {automationLevel: HIGH}}
                      - {is: [reading]}
                      - {is: [writing], shows: {A.9.9: IMPLEMENTED}}
                patterns: {lists: [lost], read: [useful]}
                """);

        assertThat(faults)
                .extracting(Fault::toString)
                .anyMatch(text -> text.contains("shop.yaml:4:18") && text.contains("utf-9"))
                .anyMatch(text -> text.contains("(,,)"))
                .anyMatch(text -> text.contains("(nam)") && text.contains("Maybe you meant (name)"))
                .anyMatch(text -> text.contains("by header, if need be with occurrence, or by position"))
                .anyMatch(text -> text.contains("two columns with the id (name)"))
                .anyMatch(text -> text.contains("(colour)"))
                .anyMatch(text -> text.contains("(Sorting)") && text.contains("twice"))
                .anyMatch(text -> text.contains("automationLevel") && text.contains("(HIGH)"))
                .anyMatch(text -> text.contains("neither say nor show"))
                .anyMatch(text -> text.contains("A.9.9"))
                .anyMatch(text -> text.contains("word list (lost)"))
                .anyMatch(text -> text.contains("(useful)"))
                .hasSize(12)
                .allMatch(text -> text.contains("shop.yaml:"));
    }

    @Test
    void a_pattern_may_only_raise_what_is_known() {
        List<Fault> faults = faultsOf(GOOD + """
                patterns:
                  read: [name]
                  also:
                    - {id: low, any: [internal], says: {decisionEffect: NONE}, why: It sounds harmless.}
                    - {id: none, any: [internal], says: {vulnerableGroups: []}, why: It sounds harmless.}
                    - {id: most, any: [internal], says: {decisionEffect: {atMost: MINOR}}, why: It sounds harmless.}
                    - {id: no, any: [internal], says: {profiling: NO}, why: It sounds harmless.}
                    - {id: yes, any: [internal], says: {profiling: YES, decisionEffect: LIFE_OR_LIBERTY}, why: Loud.}
                """);

        assertThat(faults)
                .hasSize(4)
                .allMatch(fault ->
                        fault.code().equals("AIMS-4103") && fault.message().contains("more than a word can tell"));
    }

    @Test
    void a_pattern_takes_phrases_and_no_expressions() {
        assertThat(faultsOf(GOOD + """
                patterns:
                  read: [name]
                  also:
                    - {id: a, any: ["(a+)+$", "*", <nobody>, ""], says: {profiling: YES}, why: Odd.}
                """))
                .extracting(Fault::message)
                .anyMatch(message -> message.contains("(*") && message.contains("is no phrase"))
                .anyMatch(message -> message.contains("<nobody>") && message.contains("no group"))
                .hasSize(3);
    }

    @Test
    void a_document_that_is_no_mapping_is_reported() {
        assertThat(faultsOf("- just\n- a list\n")).isNotEmpty();
    }

    private static List<Fault> faultsOf(String yaml) {
        return catchThrowableOfType(
                        AimsException.class,
                        () -> InventoryMapping.read(
                                "shop.yaml",
                                yaml,
                                name -> Optional.empty(),
                                Vocabularies.standard(),
                                Catalogues.iso42001()))
                .faults();
    }
}
