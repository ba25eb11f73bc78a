package io.aims.rules.trusted;

import io.aims.error.AimsException;
import io.aims.rule.PackReference;
import io.aims.text.IdForm;
import io.aims.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules that were written in DRL and compiled by {@code kie-maven-plugin} in the build of people whom the host trusts.
 * They are code and can do whatever code can: never take them from a tenant.
 *
 * <p>They run in the same session as the rules of the packs, after all of these, and their findings stand apart, in
 * {@link io.aims.evaluation.Evaluation#outside()}. They hold none of the guarantees of the packs: more hazard may take a
 * finding of theirs away, no example proves them, and nothing re-computes them.
 *
 * <p>Nothing is compiled or looked for at run time: the classes named in the list that the plugin writes are used, and no
 * others. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class TrustedRules {

    /** The version of Drools whose plugin must have compiled the rules. */
    public static final String DROOLS_VERSION = "10.2.0";

    private static final String NOT_COMPILED = "AIMS-3124";
    private static final String OTHER_DROOLS = "AIMS-3125";
    private static final String WRONG_NAME = "AIMS-3128";
    private static final String VERSION = "Drools-Model-Version:";

    private final PackReference reference;
    private final ClassLoader loader;
    private final List<String> models;

    private TrustedRules(PackReference reference, ClassLoader loader, List<String> models) {
        this.reference = reference;
        this.loader = loader;
        this.models = models;
    }

    /**
     * Finds compiled rules by the Maven coordinates of the project that holds them.
     *
     * <pre>{@code
     * TrustedRules.of("acme-lending", "1.4.0", Lending.class.getClassLoader(), "com.acme", "acme-lending-rules")
     * }</pre>
     *
     * @param id the name of the rules in results, of the form of an id
     * @param version their version
     * @param loader loads the compiled rules
     * @param groupId the Maven group of the project in which they were compiled
     * @param artifactId its Maven artifact
     * @return the rules
     * @throws AimsException AIMS-3128, if id or version cannot be one; AIMS-3124, if there are no compiled rules;
     *     AIMS-3125, if another version of Drools compiled them; AIMS-3126, if a class of them cannot be read
     */
    public static TrustedRules of(String id, String version, ClassLoader loader, String groupId, String artifactId) {
        if (!IdForm.matches(id) || version.isBlank()) {
            throw new AimsException(
                    WRONG_NAME,
                    "Trusted rules (" + Quoted.of(id) + ", " + Quoted.of(version) + ") need an id and a version.",
                    "An id is a letter or digit and up to 63 letters, digits, dots, hyphens or underscores.");
        }
        List<String> models = models(id, loader, "META-INF/kie/" + groupId + "/" + artifactId + "/drools-model");
        PackReference reference = new PackReference(id, version, new CompiledCode(loader).fingerprint(models));
        return new TrustedRules(reference, loader, models);
    }

    private static List<String> models(String id, ClassLoader loader, String list) {
        List<String> lines;
        try (InputStream bytes = loader.getResourceAsStream(list)) {
            lines = bytes == null
                    ? List.of()
                    : new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        } catch (IOException e) {
            lines = List.of();
        }
        List<String> models = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(VERSION)) {
                checkVersion(id, line.substring(VERSION.length()).strip());
            } else if (!line.isBlank()) {
                models.add(line.strip());
            }
        }
        if (models.isEmpty()) {
            throw new AimsException(
                    NOT_COMPILED,
                    "The class loader has no compiled rules (" + id + "): (" + Quoted.of(list)
                            + ") is missing or names none.",
                    "Maybe the group or artifact differs, or the build lacks goal build of kie-maven-plugin "
                            + DROOLS_VERSION + ".");
        }
        return List.copyOf(models);
    }

    private static void checkVersion(String id, String version) {
        if (!version.equals(DROOLS_VERSION)) {
            throw new AimsException(
                    OTHER_DROOLS,
                    "The trusted rules (" + id + ") were compiled for Drools (" + Quoted.of(version) + "), not ("
                            + DROOLS_VERSION + ").",
                    "Compile them with kie-maven-plugin " + DROOLS_VERSION + ".");
        }
    }

    /**
     * Returns id, version and fingerprint.
     *
     * @return the reference; the fingerprint is the SHA-256 over the class files that the plugin made and all that they use
     *     of the same packages
     */
    public PackReference reference() {
        return reference;
    }

    /**
     * Returns the names of the classes that hold the rules.
     *
     * @return the names in the order of the list that the plugin wrote
     */
    public List<String> models() {
        return models;
    }

    /**
     * Returns what loads the rules.
     *
     * @return the class loader
     */
    public ClassLoader loader() {
        return loader;
    }

    @Override
    public String toString() {
        return reference.id() + " " + Quoted.of(reference.version());
    }
}
