package io.aims.benchmarks.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results as a JSON file. */
public final class ResultFile {

    private ResultFile() {}

    /**
     * Writes results.
     *
     * @param results the results
     * @param file the file, which is replaced; its folder is made if it is missing
     * @throws IOException if it cannot be written
     */
    public static void write(Results results, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(file))) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeObjectFieldStart("about");
            for (Map.Entry<String, String> entry : results.about().entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("measurements");
            for (Measurement measurement : results.measurements()) {
                json.writeStartObject();
                json.writeStringField("key", measurement.key().toString());
                json.writeStringField("unit", measurement.unit().name());
                json.writeArrayFieldStart("values");
                for (double value : measurement.values()) {
                    json.writeNumber(value);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("notMeasured");
            for (NotMeasured missing : results.missing()) {
                json.writeStartObject();
                json.writeStringField("key", missing.key().toString());
                json.writeStringField("reason", missing.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /**
     * Reads results.
     *
     * @param file a file that {@link #write} has written
     * @return the results
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is no such file
     */
    public static Results read(Path file) throws IOException {
        JsonValue root = JsonValue.read(file);
        Map<String, String> about = new LinkedHashMap<>();
        root.field("about").fields().forEach((name, value) -> about.put(name, value.text()));
        List<Measurement> measurements = new ArrayList<>();
        for (JsonValue one : root.field("measurements").items()) {
            measurements.add(new Measurement(
                    Key.parse(one.field("key").text()),
                    Unit.valueOf(one.field("unit").text()),
                    one.field("values").items().stream().map(JsonValue::number).toList()));
        }
        List<NotMeasured> missing = new ArrayList<>();
        for (JsonValue one : root.field("notMeasured").items()) {
            missing.add(new NotMeasured(
                    Key.parse(one.field("key").text()), one.field("reason").text()));
        }
        return Results.of(measurements, missing, about);
    }
}
