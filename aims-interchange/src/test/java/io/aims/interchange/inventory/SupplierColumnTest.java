package io.aims.interchange.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Vocabularies;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

class SupplierColumnTest {

    private static final String MAPPING = """
            mapping: museum
            version: 1.0.0
            title: Tools of a museum
            file: {encoding: utf-8}
            record: {id: number, prefix: museum}
            blanks: [N/A, none, "-"]
            columns:
              - {id: number, header: No.}
              - id: maker
                header: Maker
                names: suppliers
                list: [";"]
                legalForms: [Inc.]
                unknown: [In-house, "in house*"]
            """;

    private static final InventoryImporter IMPORTER = InventoryImporter.of(mapping(MAPPING));

    @Test
    void names_become_what_a_system_depends_on() {
        assertThat(suppliers("Kite, Inc.; Owl")).containsExactly("Kite", "Owl");
        assertThat(suppliers("Kite;kite;Kite, Inc.")).containsExactly("Kite", "kite");
    }

    @Test
    void what_names_nobody_names_nobody() {
        for (String cell : List.of("", "N/A", "\u00a0", "none", "In-house", "in house team", "in-house; N/A")) {
            assertThat(suppliers(cell)).as(cell).isEmpty();
        }
        assertThat(suppliers("In-house; Owl")).containsExactly("Owl");
    }

    @Test
    void a_text_where_names_belong_is_unknown_with_a_warning() {
        ImportedSystem imported =
                imported("Kite sells it to another museum, which lends it to us whenever the weather is bad.");

        assertThat(imported.system().suppliers()).isEmpty();
        assertThat(imported.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("a text rather than names"));
    }

    @Test
    void a_cell_of_names_is_counted_as_understood_unknown_blank_or_odd() {
        ImportSummary summary = IMPORTER.read(
                "tools.csv",
                csv("1,Owl\n2,In-house\n3,\n4,-\n5," + "long ".repeat(20) + "\n"),
                system -> assertThat(system.system().answers()).isEmpty());

        assertThat(summary.columns()).singleElement().satisfies(column -> {
            assertThat(column.understood()).isEqualTo(1);
            assertThat(column.unknown()).isEqualTo(1);
            assertThat(column.blank()).isEqualTo(2);
            assertThat(column.odd()).isEqualTo(1);
        });
    }

    @Test
    void the_inventory_of_2025_names_suppliers() {
        InventoryImporter federal = InventoryImporter.of(
                InventoryMapping.named("federal-2025", Vocabularies.standard(), Catalogues.iso42001()));
        String header = "case_id,use_case_name,development_stage,topic_area,classification,problem_solved,benefits,"
                + "system_outputs,contracting_usage,vendor_name,have_ato,data_description,has_pii,demographic_features";
        List<ImportedSystem> systems = new ArrayList<>();
        federal.withoutTextPatterns()
                .read(
                        "blind.csv",
                        new ByteArrayInputStream((header + "\n"
                                        + "a,A,,,,,,,,\"Kite, Inc. / Owl LLC\",,,,\n"
                                        + "b,B,,,,,,,,AI Service Provider,,,,\n"
                                        + "c,C,,,,,,,,kite,,,,\n")
                                .getBytes(StandardCharsets.UTF_8)),
                        systems::add);

        assertThat(systems.get(0).system().suppliers()).containsExactly("Kite", "Owl");
        assertThat(systems.get(1).system().suppliers()).isEmpty();
        assertThat(systems.get(2).system().suppliers()).containsExactly("kite");
    }

    @Test
    void a_column_gives_names_of_one_known_kind_and_no_values_beside_them() {
        assertThatThrownBy(() -> mapping(MAPPING.replace("names: suppliers", "names: vendors")))
                .hasMessageContaining("AIMS-4102")
                .hasMessageContaining("vendors")
                .hasMessageContaining("suppliers, models, dataSets");
        assertThatThrownBy(() -> mapping(
                        MAPPING + "    values:\n      - {is: [us], says: {aimsRoles: {contains: [AI_PRODUCER]}}}\n"))
                .hasMessageContaining("both names and values");
    }

    private static SortedSet<String> suppliers(String cell) {
        return imported(cell).system().suppliers();
    }

    private static ImportedSystem imported(String cell) {
        List<ImportedSystem> systems = new ArrayList<>();
        IMPORTER.read("tools.csv", csv("1,\"" + cell + "\"\n"), systems::add);
        return systems.get(0);
    }

    private static InputStream csv(String records) {
        return new ByteArrayInputStream(("No.,Maker\n" + records).getBytes(StandardCharsets.UTF_8));
    }

    private static InventoryMapping mapping(String yaml) {
        return InventoryMapping.read(
                "museum.yaml", yaml, name -> Optional.empty(), Vocabularies.standard(), Catalogues.iso42001());
    }
}
