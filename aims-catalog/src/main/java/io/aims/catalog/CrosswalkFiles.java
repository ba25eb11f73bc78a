package io.aims.catalog;

import io.aims.catalog.document.Documents;
import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.crosswalk.Crosswalk;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Framework;
import io.aims.error.AimsException;
import io.aims.error.Faults;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads crosswalks: those that come with AIMS, and those of others in YAML or CSV. Thread-safe.
 *
 * @since 0.1
 */
public final class CrosswalkFiles {

    /** The most rows and the most elements of one file. */
    public static final int MOST = 20_000;

    /** The longest title, label, note or source, in characters. */
    public static final int LONGEST_TEXT = 1_000;

    private CrosswalkFiles() {}

    /**
     * Returns the crosswalks of ISO/IEC 42001:2023 with ISO/IEC 27001, 27701 (2019 and 2025), 23894 and 42005, ISO 9001, NIST AI
     * RMF, the EU AI Act and the HITRUST assessments of AI: 654 rows, each with its basis, source and confidence.
     *
     * @return the crosswalks
     */
    public static Crosswalks standard() {
        return Standard.CROSSWALKS;
    }

    /**
     * Reads a crosswalk of somebody's own, to be put {@linkplain Crosswalks#with(Crosswalk) beside} those that are known.
     *
     * @param file a CSV file, if its name ends with {@code .csv}, else a YAML file, in the form that
     *     {@code docs/guide/crosswalks.md} describes
     * @param known the crosswalks beside which it is to stand: their frameworks and elements may be named
     * @return the crosswalk
     * @throws AimsException with everything that is wrong with it: AIMS-2070, if a YAML file has not the form of a crosswalk;
     *     AIMS-2071, if a framework or element is named that is not known; AIMS-2072, if a framework or element is described
     *     twice; AIMS-2073, if it is beyond {@value #MOST} rows or elements, or has a text of more than {@value #LONGEST_TEXT}
     *     characters; AIMS-2074, if a CSV file has not the form of a crosswalk; AIMS-2076, if it describes a framework that is
     *     known already; AIMS-4105 to AIMS-4107, if it is no CSV
     */
    public static Crosswalk read(Path file, Crosswalks known) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return csv(file.toString(), Resources.foreignText(file), known);
        }
        return yaml(file.toString(), Resources.foreign(file), known);
    }

    /**
     * Reads a crosswalk that is at hand as a text, for example that of a tenant.
     *
     * @param name what messages call it; a name that ends with {@code .csv} says that it is CSV, any other that it is YAML
     * @param text the crosswalk
     * @param known the crosswalks beside which it is to stand
     * @return the crosswalk
     * @throws AimsException as {@link #read(Path, Crosswalks)}
     */
    public static Crosswalk read(String name, String text, Crosswalks known) {
        String checked = Resources.foreignText(name, text);
        return name.toLowerCase(Locale.ROOT).endsWith(".csv")
                ? csv(name, checked, known)
                : yaml(name, Documents.yaml(name, checked), known);
    }

    static Crosswalk yaml(String name, Node document, Crosswalks known) {
        return new CrosswalkDocument(name, known).read(document);
    }

    static Crosswalk csv(String name, String text, Crosswalks known) {
        return new CrosswalkTable(name, known).read(text);
    }

    /** Read when first used. */
    private static final class Standard {

        private static final String FOLDER = "crosswalk/";

        static final Crosswalks CROSSWALKS = load();

        private static Crosswalks load() {
            try {
                Crosswalks crosswalks = Crosswalks.around(Framework.of(Catalogues.iso42001()));
                for (String name : names()) {
                    crosswalks = crosswalks.with(yaml(name, Resources.own(FOLDER + name), crosswalks));
                }
                return crosswalks;
            } catch (AimsException e) {
                throw new IllegalStateException("The crosswalks in the jar of aims-catalog are damaged", e);
            }
        }

        private static List<String> names() {
            Faults faults = new Faults();
            Fields fields = Fields.of(Resources.own(FOLDER + "index.yaml"), faults, CrosswalkDocument.FORM, "index");
            List<String> names = fields.texts("files");
            fields.end();
            faults.throwIfAny();
            return names;
        }
    }
}
