package io.aims.packs.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.error.Diagnostic;
import io.aims.error.Fault;
import io.aims.error.Place;
import io.aims.text.CanonicalForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Writes diagnostics as SARIF 2.1.0, which code hosts show beside the lines that they are about.
 *
 * <p>Each code is a rule with a help text. Files are named relative to where the results are read, never by an absolute
 * path. A fingerprint tells a diagnostic again when it has moved to other lines. Equal diagnostics give equal text. Immutable
 * and thread-safe.
 *
 * @since 0.1
 */
public final class SarifWriter {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String FINGERPRINT = "aimsDiagnostic/v1";
    private static final String UNRESERVED = "-._~/!$&'()*+,;=@";

    private final String run;
    private final String version;
    private final UnaryOperator<String> paths;

    /**
     * Creates a writer.
     *
     * @param run what tells this run apart from others over the same files, for example {@code aims-pack-verify/acme}
     * @param version the version of the tool
     * @param paths returns the path of a document by the name that its places have: relative, with slashes
     */
    public SarifWriter(String run, String version, UnaryOperator<String> paths) {
        this.run = run;
        this.version = version;
        this.paths = paths;
    }

    /**
     * Writes diagnostics.
     *
     * @param diagnostics the diagnostics, in the order in which they are to be shown
     * @return a JSON document, ended by a line end
     */
    public String text(Collection<Diagnostic> diagnostics) {
        List<String> codes = List.copyOf(new TreeSet<>(diagnostics.stream()
                .map(diagnostic -> diagnostic.fault().code())
                .toList()));
        return Json.object(json -> {
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            Json.each(json, "runs", List.of(diagnostics), (out, all) -> run(out, codes, all));
        });
    }

    private void run(JsonGenerator json, List<String> codes, Collection<Diagnostic> diagnostics) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "AIMS");
        json.writeStringField("version", version);
        Json.each(json, "rules", codes, SarifWriter::rule);
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("automationDetails");
        json.writeStringField("id", run + "/");
        json.writeEndObject();
        json.writeStringField("columnKind", "unicodeCodePoints");
        Map<String, Integer> seen = new HashMap<>();
        Json.each(json, "results", diagnostics, (out, diagnostic) -> result(out, codes, diagnostic, seen));
    }

    private static void rule(JsonGenerator json, String code) throws IOException {
        CodeHelp help = CodeHelp.of(code);
        json.writeStringField("id", code);
        message(json, "shortDescription", help.title());
        message(json, "fullDescription", help.text());
        message(json, "help", help.text());
    }

    private void result(JsonGenerator json, List<String> codes, Diagnostic diagnostic, Map<String, Integer> seen)
            throws IOException {
        Fault fault = diagnostic.fault();
        json.writeStringField("ruleId", fault.code());
        json.writeNumberField("ruleIndex", codes.indexOf(fault.code()));
        json.writeStringField("level", diagnostic.isError() ? "error" : "warning");
        message(json, "message", fault.message() + "\n" + fault.advice());
        Json.each(json, "locations", fault.place().stream().toList(), this::location);
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField(FINGERPRINT, fingerprint(fault, seen));
        json.writeEndObject();
    }

    private void location(JsonGenerator json, Place place) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(paths.apply(place.document())));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", Math.max(1, place.line()));
        json.writeNumberField("startColumn", Math.max(1, place.column()));
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The same for the same diagnostic on other lines; equal ones in one document are numbered. */
    private String fingerprint(Fault fault, Map<String, Integer> seen) {
        CanonicalForm form = new CanonicalForm()
                .text(fault.code())
                .text(fault.place().map(Place::document).map(paths).orElse(""))
                .text(fault.message().replaceAll(":\\d+:\\d+", ""));
        int occurrence = seen.merge(form.sha256(), 1, Integer::sum);
        return form.number(occurrence).sha256();
    }

    private static void message(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    /** Returns a relative path as a URI reference, in which a colon of the first name could be taken for a scheme. */
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            boolean isPlain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || UNRESERVED.indexOf(c) >= 0;
            if (isPlain) {
                uri.append(c);
            } else {
                uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
            }
        }
        return uri.toString();
    }
}
