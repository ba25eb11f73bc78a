package com.example.grc;

import static com.example.grc.Handover.BEACON_HANDOVER;
import static io.aims.system.YesNo.YES;
import static io.aims.system.vocabulary.Characteristics.INTERACTS_WITH_PERSONS;

import io.aims.catalog.CrosswalkFiles;
import io.aims.control.ControlId;
import io.aims.crosswalk.Crosswalks;
import io.aims.evaluation.Evaluation;
import io.aims.evaluation.Safeguard;
import io.aims.rule.RuleBase;
import io.aims.rule.RulePack;
import io.aims.rules.PackLoader;
import io.aims.rules.drl.DrlExport;
import io.aims.system.AiSystem;
import io.aims.system.BooleanCharacteristic;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A day of the product: a tenant publishes its rules, a system is evaluated, and its controls are looked up elsewhere. */
public final class Vendor {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final BooleanCharacteristic STORM_LINE = BooleanCharacteristic.of("harbourStormLine");

    private final Path folder;
    private final PrintStream out;

    /**
     * Creates the program.
     *
     * @param folder the folder of this example, with the files of tenants
     * @param out receives what it finds
     */
    public Vendor(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /**
     * Runs in the folder of this example.
     *
     * @param args not used
     * @throws IOException if the files of the example are not there
     */
    public static void main(String[] args) throws IOException {
        new Vendor(Path.of("examples", "vendor"), System.out).run();
    }

    void run() throws IOException {
        try (TenantDesk desk = new TenantDesk()) {
            String yaml = Files.readString(folder.resolve("tenants").resolve("harbour.yaml"));
            desk.publish("harbour", yaml).diagnostics().forEach(out::println);
            AiSystem system = AiSystem.named("storm-line-agent")
                    .answer(INTERACTS_WITH_PERSONS, YES)
                    .answer(BEACON_HANDOVER, Handover.NEVER)
                    .answer(STORM_LINE, YES)
                    .build();

            Evaluation evaluation = desk.evaluate("harbour", system, DAY);

            print(evaluation, crosswalks());
            evaluation.basis().packs().forEach(pack -> out.println("by " + pack.id() + " " + pack.version()));
            RuleBase rules = PackLoader.standard().join(desk.packs("harbour").toArray(RulePack[]::new));
            DrlExport.of(rules)
                    .forEach(
                            (file, drl) -> out.println(file + ": " + drl.lines().count() + " lines of DRL"));
        }
    }

    private void print(Evaluation evaluation, Crosswalks crosswalks) {
        for (Safeguard needed : evaluation.safeguards()) {
            ControlId control = needed.control().id();
            if (control.value().startsWith("BC.")) {
                out.println(control + " because " + needed.reasons());
            } else {
                crosswalks.serves(control).stream()
                        .filter(mapping -> mapping.to().framework().value().equals("beacon-3"))
                        .forEach(mapping -> out.println(control + " is " + mapping.relation() + " " + mapping.to()));
            }
        }
    }

    /** The control set of the vendor as a framework beside all the others. */
    private Crosswalks crosswalks() {
        Crosswalks standard = CrosswalkFiles.standard();
        return standard.with(CrosswalkFiles.read(folder.resolve("crosswalk.yaml"), standard));
    }
}
