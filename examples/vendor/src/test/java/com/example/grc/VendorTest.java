package com.example.grc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VendorTest {

    @Test
    void a_day_of_the_product_shows_own_controls_their_counterparts_and_the_rules_as_drl() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        new Vendor(Path.of(""), new PrintStream(printed, true, StandardCharsets.UTF_8)).run();

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .contains(
                        "BC.1 because [BC-01 Handover has hours, HF-01 Storm line]",
                        "BC.2 because [BC-10 Handover is relied on]",
                        "A.6.2.6 is INTERSECTS_WITH beacon-3 BC.2",
                        "by harbour 1.0.0")
                .anyMatch(line -> line.matches(".*\\.drl: \\d+ lines of DRL"));
    }
}
