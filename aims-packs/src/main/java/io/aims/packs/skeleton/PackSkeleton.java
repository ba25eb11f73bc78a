package io.aims.packs.skeleton;

import io.aims.error.AimsException;
import io.aims.error.Faults;
import io.aims.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A new pack that works: one rule with examples, a characteristic, a control, tests, and what to do next. It verifies, its
 * tests pass, its examples cover it, and every mutant of it is noticed.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PackSkeleton {

    private static final String BAD_ID = "AIMS-2184";
    private static final String THERE = "AIMS-2185";
    private static final String UNWRITABLE = "AIMS-2186";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]{1,23}(-[a-z0-9]{1,24}){0,3}");

    /** Words that YAML takes for something else than a text. */
    private static final List<String> NO_TEXTS = List.of("null", "true", "false");

    private static final List<String> PACK_FILES =
            List.of("README.md", "controls.yaml", "first-rules.yaml", "outcomes.yaml", "pack.yaml");

    private final SortedMap<String, String> files;

    private PackSkeleton(Map<String, String> files) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * Makes a pack.
     *
     * @param id its id: lower-case words of letters and digits, joined by hyphens
     * @return the pack
     * @throws AimsException AIMS-2184, if it is not such an id, or one of a pack that comes with AIMS
     */
    public static PackSkeleton of(String id) {
        check(id);
        Map<String, String> words = words(id);
        return new PackSkeleton(
                PACK_FILES.stream().collect(Collectors.toMap(file -> file, file -> filled(file, words))));
    }

    /**
     * Makes a pack in a Maven project whose build tests it with JUnit.
     *
     * @param id its id, as in {@link #of}
     * @param aimsVersion the version of AIMS with which the project is built
     * @return the pack with {@code pom.xml} and a test in Java
     * @throws AimsException as in {@link #of}
     */
    public static PackSkeleton withJava(String id, String aimsVersion) {
        check(id);
        Map<String, String> words = new TreeMap<>(words(id));
        words.put("version", aimsVersion);
        Map<String, String> files = new TreeMap<>(of(id).files);
        files.put("pom.xml", filled("pom.xml", words));
        files.merge("README.md", filled("java.md", words), String::concat);
        files.put(
                "src/test/java/" + words.get("java") + "/" + words.get("Camel") + "PackTest.java",
                filled("PackTest.java", words));
        return new PackSkeleton(files);
    }

    private static void check(String id) {
        if (!ID.matcher(id).matches() || NO_TEXTS.contains(id)) {
            throw new AimsException(
                    BAD_ID,
                    "The id (" + Quoted.of(id)
                            + ") of a new pack must be lower-case words of letters and digits, joined by"
                            + " hyphens, at least two characters, the first one a letter.",
                    "Maybe (" + proposal(id) + ").");
        }
        if (id.equals("iso-42001") || id.equals("eu-ai-act")) {
            throw new AimsException(
                    BAD_ID,
                    "The id (" + id + ") is that of a pack that comes with AIMS.",
                    "Maybe put your own name before it.");
        }
    }

    private static String proposal(String id) {
        String plain = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        String cut = plain.length() > 24 ? plain.substring(0, 24).replaceAll("-+$", "") : plain;
        return ID.matcher(cut).matches() && !NO_TEXTS.contains(cut) ? cut : "acme";
    }

    /** The forms of the id that the files use. */
    private static Map<String, String> words(String id) {
        String capitalised =
                Arrays.stream(id.split("-", -1)).map(PackSkeleton::capitalised).collect(Collectors.joining());
        return Map.of(
                "id",
                id,
                "ID",
                id.toUpperCase(Locale.ROOT),
                "camel",
                capitalised.substring(0, 1).toLowerCase(Locale.ROOT) + capitalised.substring(1),
                "Camel",
                capitalised,
                "name",
                Arrays.stream(id.split("-", -1)).map(PackSkeleton::capitalised).collect(Collectors.joining("-")),
                "java",
                id.replace("-", "") + "rules");
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String filled(String template, Map<String, String> words) {
        String text = read(template);
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("@" + word.getKey() + "@", word.getValue());
        }
        return text;
    }

    private static String read(String template) {
        try (InputStream bytes = PackSkeleton.class.getResourceAsStream("template/" + template)) {
            if (bytes == null) {
                throw new IllegalStateException("The jar of aims-packs lacks the template " + template);
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The templates in the jar of aims-packs are damaged", e);
        }
    }

    /**
     * Returns the files of the pack.
     *
     * @return their texts by their names, with slashes, sorted
     */
    public SortedMap<String, String> files() {
        return files;
    }

    /**
     * Writes the files. Nothing that is there is changed: if any of the files is there already, none is written.
     *
     * @param folder the folder, created if it is not there
     * @throws AimsException AIMS-2185 for each file that is there; AIMS-2186, if a file cannot be written
     */
    public void writeTo(Path folder) {
        Faults faults = new Faults();
        for (String name : files.keySet()) {
            Path file = folder.resolve(name);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                faults.addAll(there(file).faults());
            }
        }
        faults.throwIfAny();
        files.forEach((name, text) -> write(folder.resolve(name), text));
    }

    private static void write(Path file, String text) {
        try {
            create(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw there(file);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static void create(@Nullable Path folder) {
        if (folder != null) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw unwritable(folder, e);
            }
        }
    }

    private static AimsException there(Path file) {
        return new AimsException(
                THERE,
                "The file (" + Quoted.end(file.toString()) + ") is there already.",
                "Maybe name a new folder: nothing is overwritten.");
    }

    private static AimsException unwritable(Path file, IOException e) {
        return new AimsException(
                UNWRITABLE,
                "The file (" + Quoted.end(file.toString()) + ") cannot be written: "
                        + e.getClass().getSimpleName() + ".",
                "Maybe a file has the name of its folder, the folder may not be written to, or its disk is full.");
    }
}
