package com.example.grc;

import static com.example.grc.Handover.BEACON_HANDOVER;
import static io.aims.system.YesNo.YES;
import static io.aims.system.vocabulary.Characteristics.INTERACTS_WITH_PERSONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.aims.evaluation.Evaluation;
import io.aims.rule.RulePack;
import io.aims.rules.PackReport;
import io.aims.system.AiSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TenantDeskTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final AiSystem AGENT = AiSystem.named("agent")
            .answer(INTERACTS_WITH_PERSONS, YES)
            .answer(BEACON_HANDOVER, Handover.NEVER)
            .build();

    private final TenantDesk desk = new TenantDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void controls_of_the_vendor_follow_from_its_own_rules_and_from_results() throws IOException {
        desk.publish("harbour", harbour());

        Evaluation evaluation = desk.evaluate("harbour", AGENT, DAY);

        assertThat(evaluation.safeguards())
                .extracting(safeguard -> safeguard.control().id().value())
                .contains("BC.1", "BC.2", "A.8.2");
    }

    @Test
    void what_a_tenant_publishes_next_counts_from_then_on() throws IOException {
        desk.publish("harbour", harbour());
        String before = desk.evaluate("harbour", AGENT, DAY).seal().value();

        desk.publish(
                "harbour",
                harbour().replace("1.0.0", "1.1.0").replace("requires: [BC.1, A.6.2.6]", "requires: [BC.2]"));

        Evaluation after = desk.evaluate("harbour", AGENT, DAY);
        assertThat(after.basis().packs()).anyMatch(pack -> pack.version().equals("1.1.0"));
        assertThat(after.seal().value()).isNotEqualTo(before);
    }

    @Test
    void a_pack_that_does_not_hold_changes_nothing() throws IOException {
        desk.publish("harbour", harbour());
        Evaluation before = desk.evaluate("harbour", AGENT, DAY);

        PackReport report = desk.publish("harbour", harbour().replace("BC.1, A.6.2.6", "BC.7, A.6.2.6"));

        assertThat(report.isLoadable()).isFalse();
        assertThat(report.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.fault().message()).contains("BC.7"));
        assertThat(desk.evaluate("harbour", AGENT, DAY)).isEqualTo(before);
    }

    @Test
    void one_tenant_does_not_see_the_rules_of_another() throws IOException {
        desk.publish("harbour", harbour());
        desk.publish(
                "quay",
                harbour()
                        .replace("pack: harbour", "pack: quay")
                        .replace("harbour", "quay")
                        .replace("HF-01", "QU-01"));

        assertThat(desk.packs("quay")).extracting(RulePack::id).containsExactly("beacon", "iso-42001", "quay");
    }

    private static String harbour() throws IOException {
        return Files.readString(Path.of("tenants", "harbour.yaml"));
    }
}
