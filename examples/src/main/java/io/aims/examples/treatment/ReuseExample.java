package io.aims.examples.treatment;

import io.aims.Aims;
import io.aims.catalog.CrosswalkFiles;
import io.aims.control.ControlId;
import io.aims.crosswalk.Crosswalks;
import io.aims.interchange.OrganisationControlsReader;
import io.aims.interchange.OrganisationDocument;
import io.aims.interchange.SystemDocument;
import io.aims.treatment.reuse.EvidenceReuse;
import io.aims.treatment.reuse.EvidenceSuggestion;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Tells for controls of a system what an information security management system may have in place already. */
public final class ReuseExample {

    private static final String CONTROLS = """
            aims: controls/1
            managementSystems:
              - iso-9001-2015
              - {framework: iso-27001-2022, evidence: certificate 4711, until: 2027-05-31}
            elsewhere:
              iso-27001-2022:
                A.5.24: {state: EFFECTIVE, evidence: incident exercise 2025-10, until: 2026-10-31}
                A.8.15: {state: IMPLEMENTED, evidence: log review 2025-11, until: 2026-02-28}
                A.8.9: UNKNOWN
            controls: {}
            """;

    private ReuseExample() {}

    /**
     * Looks at three controls.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        LocalDate day = LocalDate.of(2026, 3, 1);
        Crosswalks crosswalks = CrosswalkFiles.standard();
        try (Aims aims = Aims.standard()) {
            OrganisationDocument said = new OrganisationControlsReader(aims.catalogue(), crosswalks)
                    .read("controls.yaml", new ByteArrayInputStream(CONTROLS.getBytes(StandardCharsets.UTF_8)));
            SystemDocument taxForms = TaxForms.described(aims);

            EvidenceReuse reuse = EvidenceReuse.of(crosswalks, said.elsewhere(), day);
            for (String control : List.of("A.6.2.8", "A.8.4", "A.9.3")) {
                EvidenceSuggestion.sentences(reuse.about(new ControlId(control), taxForms.system()))
                        .forEach(sentence -> System.out.println(control + ": " + sentence));
            }
        }
    }
}
