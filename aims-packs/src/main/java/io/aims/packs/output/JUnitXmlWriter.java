package io.aims.packs.output;

import io.aims.error.Place;
import io.aims.packs.CaseResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes results of examples and tests as JUnit XML, which the servers that run builds show.
 *
 * <p>Suites stand in the order in which they first appear, cases in their own. There are no times: equal results give equal
 * text. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class JUnitXmlWriter {

    private final String name;
    private final UnaryOperator<String> paths;

    /**
     * Creates a writer.
     *
     * @param name what was tested, for example the id and version of a pack
     * @param paths returns the path of a document by the name that its places have: relative, with slashes
     */
    public JUnitXmlWriter(String name, UnaryOperator<String> paths) {
        this.name = name;
        this.paths = paths;
    }

    /**
     * Writes results.
     *
     * @param results the results
     * @return an XML document, ended by a line end
     */
    public String text(Collection<CaseResult> results) {
        Map<String, List<CaseResult>> suites = new LinkedHashMap<>();
        results.forEach(result ->
                suites.computeIfAbsent(result.suite(), key -> new ArrayList<>()).add(result));
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
        counts(out, name, results);
        out.append(">\n");
        suites.forEach((suite, cases) -> suite(out, suite, cases));
        return out.append("</testsuites>\n").toString();
    }

    private void suite(StringBuilder out, String suite, List<CaseResult> cases) {
        out.append("  <testsuite");
        counts(out, suite, cases);
        out.append(">\n");
        cases.forEach(result -> testCase(out, result));
        out.append("  </testsuite>\n");
    }

    private static void counts(StringBuilder out, String name, Collection<CaseResult> results) {
        attribute(out, "name", name);
        attribute(out, "tests", String.valueOf(results.size()));
        attribute(out, "failures", String.valueOf(count(results, CaseResult.Status.FAILED)));
        attribute(out, "errors", "0");
        attribute(out, "skipped", String.valueOf(count(results, CaseResult.Status.SKIPPED)));
    }

    private static long count(Collection<CaseResult> results, CaseResult.Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }

    private void testCase(StringBuilder out, CaseResult result) {
        out.append("    <testcase");
        attribute(out, "name", result.name());
        attribute(out, "classname", result.suite());
        Place place = result.place();
        if (place != null) {
            attribute(out, "file", paths.apply(place.document()));
            attribute(out, "line", String.valueOf(place.line()));
        }
        switch (result.status()) {
            case PASSED -> out.append("/>\n");
            case FAILED -> {
                out.append(">\n      <failure");
                attribute(out, "message", result.message());
                attribute(out, "type", "io.aims.packs.CaseResult");
                out.append('>').append(escaped(failure(result), false)).append("</failure>\n    </testcase>\n");
            }
            case SKIPPED -> {
                out.append(">\n      <skipped");
                attribute(out, "message", result.message());
                out.append("/>\n    </testcase>\n");
            }
        }
    }

    private static String failure(CaseResult result) {
        StringBuilder text = new StringBuilder(result.message());
        if (result.place() != null) {
            text.append("\nAt ").append(result.place()).append('.');
        }
        if (!result.details().isBlank()) {
            text.append('\n').append(result.details());
        }
        return text.toString();
    }

    private static void attribute(StringBuilder out, String attribute, String value) {
        out.append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(value, true))
                .append('"');
    }

    /** Escapes what has a meaning in XML, and writes out by its number what XML cannot hold at all. */
    private static String escaped(String text, boolean isAttribute) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                case '\n' -> out.append(isAttribute ? "&#10;" : "\n");
                case '\t' -> out.append(isAttribute ? "&#9;" : "\t");
                default -> {
                    if (isHeldByXml(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append("\\u").append(HexFormat.of().toHexDigits((char) c));
                    }
                }
            }
        });
        return out.toString();
    }

    /** Tells whether XML 1.0 allows a character, and parsers pass it on; those beyond the first plane all are. */
    private static boolean isHeldByXml(int c) {
        return c >= 0x20 && c < 0x7F || c >= 0xA0 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
