package io.aims.report;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.system.AiSystem;
import io.aims.treatment.ControlStates;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reports that are taken apart again. */
final class Reported {

    static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private Reported() {}

    static SystemReport report(Aims aims, AiSystem system, ControlStates states) {
        Evaluation evaluation = aims.evaluate(system, DAY);
        return SystemReport.of(aims.explain(evaluation), aims.residual(evaluation, states))
                .with(aims.classify(system, "eu-ai-act", DAY));
    }

    /** Reads a page as XML, which it is too. */
    static Document parsed(String page) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(page)));
        } catch (Exception e) {
            throw new AssertionError("The page is not well-formed: " + e.getMessage(), e);
        }
    }

    static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
