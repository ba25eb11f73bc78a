package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.reasoning.verification.Discrepancy;
import io.aims.reasoning.verification.Verification;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationWriterTest {

    private static final VerificationWriter WRITER = new VerificationWriter();
    private static final Verification ALTERED = new Verification(
            "loan",
            true,
            List.of(new Discrepancy(
                    "controls[A.9.2].status",
                    Discrepancy.Kind.CHANGED,
                    "REQUIRED",
                    "NOT_\u202eREQUIRED",
                    "Somebody altered it.")));

    @Test
    void what_is_written_is_valid_by_the_published_schema() {
        for (Verification verification : List.of(
                ALTERED,
                new Verification("loan", true, List.of()),
                new Verification("loan", false, ALTERED.discrepancies()))) {
            assertThat(Schemas.faults(VerificationWriter.SCHEMA, WRITER.text(verification)))
                    .isEmpty();
        }
    }

    @Test
    void the_schema_refuses_what_contradicts_itself() {
        String holds = WRITER.text(new Verification("loan", true, List.of()));
        String altered = WRITER.text(ALTERED);

        assertThat(Schemas.faults(VerificationWriter.SCHEMA, holds.replace("\"holds\": true", "\"holds\": false")))
                .isNotEmpty();
        assertThat(Schemas.faults(VerificationWriter.SCHEMA, altered.replace("\"holds\": false", "\"holds\": true")))
                .isNotEmpty();
        assertThat(Schemas.faults(VerificationWriter.SCHEMA, altered.replace("CHANGED", "MENDED")))
                .isNotEmpty();
    }

    @Test
    void every_place_is_told_with_what_is_expected_and_found() {
        assertThat(Schemas.json(WRITER.text(ALTERED))
                        .get("discrepancies")
                        .get(0)
                        .toString())
                .isEqualTo("{\"path\":\"controls[A.9.2].status\",\"kind\":\"CHANGED\",\"expected\":\"REQUIRED\","
                        + "\"found\":\"NOT_\u202eREQUIRED\",\"meaning\":\"Somebody altered it.\"}");
    }
}
