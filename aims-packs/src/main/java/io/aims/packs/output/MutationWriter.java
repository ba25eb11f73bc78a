package io.aims.packs.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.aims.packs.SurvivorReason;
import io.aims.packs.mutation.MutationKind;
import io.aims.packs.mutation.PackMutation;
import io.aims.packs.mutation.Survivor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Writes what mutation of a pack came to as JSON. Equal results give equal text. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class MutationWriter {

    /** The name and version of the form, in the field {@code aims}. */
    public static final String FORM = "pack-mutation/1";

    /** The resource with the JSON Schema of the form, beside this class. */
    public static final String SCHEMA = "schema/pack-mutation-1.schema.json";

    /** Creates a writer. */
    public MutationWriter() {}

    /**
     * Writes what mutation came to.
     *
     * @param name what was changed
     * @param mutation what was noticed
     * @return a JSON document, ended by a line end
     */
    public String text(String name, PackMutation mutation) {
        List<MutationKind> kinds = Arrays.stream(MutationKind.values())
                .filter(kind -> mutation.count(kind) > 0)
                .toList();
        return Json.object(json -> {
            json.writeStringField("aims", FORM);
            json.writeStringField("name", name);
            json.writeNumberField("killed", mutation.killed().size());
            json.writeNumberField("total", mutation.count());
            json.writeNumberField("equivalent", mutation.equivalent().size());
            Json.each(json, "kinds", kinds, (out, kind) -> {
                out.writeStringField("kind", kind.name());
                out.writeNumberField("killed", mutation.killed(kind));
                out.writeNumberField("total", mutation.count(kind));
            });
            Json.each(json, "survivors", mutation.survivors(), MutationWriter::survivor);
        });
    }

    private static void survivor(JsonGenerator json, Survivor survivor) throws IOException {
        json.writeStringField("rule", survivor.mutant().rule().id().value());
        json.writeStringField("kind", survivor.mutant().kind().name());
        json.writeStringField("change", survivor.mutant().change());
        SurvivorReason reason = survivor.reason();
        if (reason != null) {
            json.writeStringField("why", reason.why());
        }
        String killer = survivor.killer();
        if (killer != null) {
            json.writeStringField("proposal", killer);
        }
    }
}
