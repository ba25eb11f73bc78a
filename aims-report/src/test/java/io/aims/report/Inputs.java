package io.aims.report;

import static io.aims.system.automation.AutomationLevel.HIGH_AUTOMATION;
import static io.aims.system.vocabulary.Characteristics.AUTOMATION_LEVEL;

import io.aims.Aims;
import io.aims.control.ControlId;
import io.aims.system.AiSystem;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.ResidualProfile;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Systems, and how a page is read, for the tests of reports. */
final class Inputs {

    static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    /** Built once: it takes a second. It is never closed, the process ends with the tests. */
    static final Aims AIMS = Aims.standard();

    private Inputs() {}

    /** A system with a name and texts about its controls, all of them the same. */
    static ResidualProfile profile(String id, String text) {
        AiSystem system = AiSystem.named(id).name(text).build();
        ControlState state = new ControlState(Stage.EFFECTIVE, text, text, text, null, DAY.minusDays(1));
        ControlStates states = ControlStates.unknown()
                .with(new ControlId("A.2.2"), state)
                .with(new ControlId("A.5.2"), state.until(DAY.plusYears(1)));
        return AIMS.residual(AIMS.evaluate(system, DAY), states, DAY);
    }

    /** Reads a page as XML, which fails if a text has broken out of its place. */
    static Document parsed(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    static List<ResidualProfile> systems() {
        return List.of(profile("loans", "Loans"), profile("pumps", "Pumps"), automatic());
    }

    private static ResidualProfile automatic() {
        AiSystem system = AiSystem.named("doors")
                .answer(AUTOMATION_LEVEL, HIGH_AUTOMATION)
                .build();
        return AIMS.residual(AIMS.evaluate(system, DAY), ControlStates.unknown(), DAY);
    }
}
