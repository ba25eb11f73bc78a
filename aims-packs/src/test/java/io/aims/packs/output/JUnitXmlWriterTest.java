package io.aims.packs.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.error.Place;
import io.aims.packs.CaseResult;
import io.aims.packs.CaseResult.Status;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JUnitXmlWriterTest {

    private static final JUnitXmlWriter WRITER = new JUnitXmlWriter("acme 1.0.0", document -> "rules/" + document);
    private static final Place PLACE = new Place("acme/a.yaml", 12, 3);

    @Test
    void suites_hold_their_cases_in_order_with_counts() throws Exception {
        Element root = read(
                new CaseResult("A-1 One", "fires {}", Status.PASSED, "", "", PLACE),
                new CaseResult("A-2 Two", "silent {}", Status.FAILED, "It comes to TRUE.", "Because.\n", PLACE),
                new CaseResult("A-1 One", "unknown {}", Status.SKIPPED, "No base.", "", null));

        assertThat(root.getTagName()).isEqualTo("testsuites");
        assertThat(root.getAttribute("name")).isEqualTo("acme 1.0.0");
        assertThat(List.of(root.getAttribute("tests"), root.getAttribute("failures"), root.getAttribute("skipped")))
                .containsExactly("3", "1", "1");
        NodeList suites = root.getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(2);
        assertThat(((Element) suites.item(0)).getAttribute("tests")).isEqualTo("2");
        NodeList cases = root.getElementsByTagName("testcase");
        Element first = (Element) cases.item(0);
        assertThat(first.getAttribute("name")).isEqualTo("fires {}");
        assertThat(first.getAttribute("classname")).isEqualTo("A-1 One");
        assertThat(first.getAttribute("file")).isEqualTo("rules/acme/a.yaml");
        assertThat(first.getAttribute("line")).isEqualTo("12");
        assertThat(((Element) cases.item(1)).hasAttribute("file")).isFalse();
        Element failure = (Element) root.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("It comes to TRUE.");
        assertThat(failure.getTextContent()).isEqualTo("It comes to TRUE.\nAt acme/a.yaml:12:3.\nBecause.\n");
        assertThat(((Element) root.getElementsByTagName("skipped").item(0)).getAttribute("message"))
                .isEqualTo("No base.");
    }

    @Test
    void any_text_comes_back_as_it_was_and_what_xml_cannot_hold_by_its_number() throws Exception {
        String hostile = "]]></failure><x a=\"'&amp;\t\n\r\u0085 ü 😀";
        Element root = read(new CaseResult(
                hostile,
                hostile,
                Status.FAILED,
                hostile + "\u0000\u0008\ud800\uffff",
                hostile,
                new Place(hostile, 1, 1)));

        String kept = hostile.replace("\u0085", "\\u0085");
        Element only = (Element) root.getElementsByTagName("testcase").item(0);
        assertThat(only.getAttribute("name")).isEqualTo(kept);
        assertThat(only.getAttribute("file")).isEqualTo("rules/" + kept);
        Element failure = (Element) only.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo(kept + "\\u0000\\u0008\\ud800\\uffff");
        assertThat(failure.getTextContent()).endsWith(kept);
        assertThat(root.getElementsByTagName("x").getLength()).isZero();
    }

    @Test
    void nothing_at_all_is_a_document_too() throws Exception {
        assertThat(read().getAttribute("tests")).isEqualTo("0");
    }

    private static Element read(CaseResult... results) throws Exception {
        byte[] xml = WRITER.text(List.of(results)).getBytes(StandardCharsets.UTF_8);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        return document.getDocumentElement();
    }
}
