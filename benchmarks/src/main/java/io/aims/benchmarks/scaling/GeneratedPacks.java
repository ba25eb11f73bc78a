package io.aims.benchmarks.scaling;

import io.aims.rules.PackLimits;
import io.aims.rules.PackLimits.Limit;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import io.aims.rules.RulePacks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Packs of any size in the YAML form, in the proportions of the standard pack.
 *
 * <p>Each rule is drawn from the standard pack, with what it concludes and its examples, and its condition is joined by
 * {@code and} or {@code or} with that of a second one that tests one characteristic; every fiftieth reads a risk source
 * instead and so stands in a second stratum. So no two packs of different seeds are the same, rules hold as often as those of
 * the standard pack, and the loader proves their examples as it does for any pack.
 *
 * <p>The same size and seed give the same text. Thread-safe.
 */
public final class GeneratedPacks {

    /** The fewest rules that read the results of others: one in so many. */
    private static final int PER_SECOND_STRATUM = 50;

    private static final int RULES_PER_CHAPTER = 250;
    private static final String EXAMPLES = "examples";
    private static final String FIRES = "fires";
    private static final String WHEN = "when";

    private final List<Map<String, Object>> all;
    private final List<Map<String, Object>> simple;

    private GeneratedPacks(List<Map<String, Object>> all) {
        this.all = all.stream().filter(rule -> !rule.get(WHEN).equals("always")).toList();
        this.simple = all.stream().filter(GeneratedPacks::isSimple).toList();
    }

    /**
     * Reads the chapters of the standard pack to draw from.
     *
     * @return a source of packs
     * @throws IOException if a chapter cannot be read
     */
    public static GeneratedPacks ofStandard() throws IOException {
        List<Map<String, Object>> rules = new ArrayList<>();
        for (Object chapter : list(parsed("pack.yaml").get("chapters"))) {
            list(parsed((String) chapter).get("rules")).forEach(rule -> rules.add(map(rule)));
        }
        return new GeneratedPacks(rules);
    }

    /**
     * Writes a pack.
     *
     * @param id the id of the pack
     * @param size how many rules it has
     * @param seed the seed
     * @return the texts of its files by their names
     */
    public Map<String, String> files(String id, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Dump yaml = new Dump(DumpSettings.builder()
                .setSchema(new FailsafeSchema())
                .setDereferenceAliases(true)
                .build());
        Map<String, String> files = new LinkedHashMap<>();
        List<String> chapters = new ArrayList<>();
        List<Map<String, Object>> raising = new ArrayList<>();
        Set<Object> conditions = new HashSet<>();
        for (int first = 0; first < size; first += RULES_PER_CHAPTER) {
            int number = first / RULES_PER_CHAPTER + 1;
            List<Map<String, Object>> rules = new ArrayList<>();
            for (int i = first; i < Math.min(size, first + RULES_PER_CHAPTER); i++) {
                Map<String, Object> rule;
                do {
                    rule = i % PER_SECOND_STRATUM == PER_SECOND_STRATUM - 1
                            ? reading("MADE-" + (i + 1), raising, random)
                            : joined("MADE-" + (i + 1), random);
                } while (!conditions.add(words(rule)));
                rules.add(rule);
                raising.addAll(raises(rule));
            }
            String file = "chapter-" + number + ".yaml";
            chapters.add(file);
            files.put(
                    file,
                    yaml.dumpToString(ordered(
                            "chapter",
                            "Chapter " + number,
                            "about",
                            "Generated rules.",
                            "scope",
                            "SYSTEM",
                            "rules",
                            rules)));
        }
        files.put(
                "pack.yaml",
                yaml.dumpToString(ordered(
                        "pack", id,
                        "version", "1.0.0",
                        "title", "Generated rules",
                        "licence", "Apache-2.0",
                        "about", "Rules for measurements, drawn with seed " + seed + ".",
                        "catalogue", "iso-42001:2023",
                        "chapters", chapters)));
        return files;
    }

    /**
     * Returns a pack as it is given to a loader.
     *
     * @param id the id of the pack
     * @param size how many rules it has
     * @param seed the seed
     * @return where its files are
     */
    public PackSource source(String id, int size, long seed) {
        return PackSource.files(id, files(id, size, seed));
    }

    /**
     * Returns a loader with room for the largest pack.
     *
     * @return the loader
     */
    public static PackLoader loader() {
        return PackLoader.standard()
                .limits(PackLimits.standard()
                        .with(Limit.RULES, 20_000)
                        .with(Limit.FILE_PARTS, 1_000_000)
                        .with(Limit.PACK_BYTES, 64 * 1024 * 1024)
                        .with(Limit.STEPS, Integer.MAX_VALUE));
    }

    /** Conditions of the same words may say the same; a pack must not say anything twice. */
    private static List<String> words(Map<String, Object> rule) {
        return Stream.of(rule.get(WHEN).toString().split("[\\s(),{}]+"))
                .sorted()
                .toList();
    }

    private static List<Map<String, Object>> raises(Map<String, Object> rule) {
        return rule.containsKey("raises") && rule.containsKey("requires") ? List.of(rule) : List.of();
    }

    private Map<String, Object> joined(String id, SplittableRandom random) {
        Map<String, Object> drawn = drawn(all, random);
        return joined(id, drawn, apartFrom(drawn, random), random.nextBoolean());
    }

    /** The rule of the first stratum that raises the source makes the example true. */
    private Map<String, Object> reading(String id, List<Map<String, Object>> raising, SplittableRandom random) {
        Map<String, Object> drawn = drawn(raising, random);
        return reading(id, drawn, apartFrom(drawn, random));
    }

    private static Map<String, Object> drawn(List<Map<String, Object>> rules, SplittableRandom random) {
        return rules.get(random.nextInt(rules.size()));
    }

    private Map<String, Object> apartFrom(Map<String, Object> rule, SplittableRandom random) {
        Map<String, Object> other = drawn(simple, random);
        while (!isApart(rule, other)) {
            other = drawn(simple, random);
        }
        return other;
    }

    /** An example of the one says nothing of the other. */
    private static boolean isApart(Map<String, Object> one, Map<String, Object> other) {
        Set<String> answered = characteristics(one);
        return characteristics(other).stream().noneMatch(answered::contains);
    }

    private static Set<String> characteristics(Map<String, Object> rule) {
        Set<String> names = new HashSet<>();
        map(rule.get(EXAMPLES))
                .values()
                .forEach(kind ->
                        list(kind).forEach(example -> names.addAll(map(example).keySet())));
        return names;
    }

    private static Map<String, Object> joined(
            String id, Map<String, Object> drawn, Map<String, Object> other, boolean byAnd) {
        Map<String, Object> rule = named(id, drawn);
        String first = drawn.get(WHEN).toString().strip();
        String second = other.get(WHEN).toString().strip();
        rule.put(WHEN, byAnd ? "(" + first + ") and " + second : first + " or " + second);
        List<Object> fires = examples(drawn, FIRES);
        List<Object> silent = examples(drawn, "silent");
        Map<String, Object> holds = map(examples(other, FIRES).get(0));
        Map<String, Object> fails = map(examples(other, "silent").get(0));
        Map<String, Object> examples = new LinkedHashMap<>();
        examples.put(FIRES, byAnd ? each(fires, holds) : fires);
        examples.put("silent", byAnd ? silent : each(silent, fails));
        examples.put("unknown", byAnd ? fires : silent);
        rule.put(EXAMPLES, examples);
        return rule;
    }

    /** A rule that reads what the drawn one raises, and requires what it requires. */
    private static Map<String, Object> reading(String id, Map<String, Object> drawn, Map<String, Object> other) {
        Map<String, Object> rule = named(id, drawn);
        List.of("raises", "threatens", "likelihood", "severityFloor", "verdict").forEach(rule::remove);
        rule.put(
                WHEN,
                "riskSources contains " + list(drawn.get("raises")).get(0) + " and "
                        + other.get(WHEN).toString().strip());
        List<Object> both = each(
                List.of(examples(drawn, FIRES).get(0)),
                map(examples(other, FIRES).get(0)));
        rule.put(EXAMPLES, new LinkedHashMap<>(Map.of(FIRES, both)));
        return rule;
    }

    private static Map<String, Object> named(String id, Map<String, Object> drawn) {
        Map<String, Object> rule = new LinkedHashMap<>(drawn);
        rule.put("id", id);
        rule.put("title", "Rule " + id);
        rule.put("why", "It is generated.");
        return rule;
    }

    private static List<Object> each(List<Object> examples, Map<String, Object> answers) {
        List<Object> more = new ArrayList<>();
        for (Object example : examples) {
            Map<String, Object> joined = new LinkedHashMap<>(map(example));
            joined.putAll(answers);
            more.add(joined);
        }
        return more;
    }

    /** A rule of one test that an example of one answer makes true and another one false. */
    private static boolean isSimple(Map<String, Object> rule) {
        String when = rule.get(WHEN).toString();
        return !when.contains(" and ")
                && !when.contains(" or ")
                && characteristics(rule).size() == 1
                && !examples(rule, "silent").isEmpty();
    }

    private static List<Object> examples(Map<String, Object> rule, String kind) {
        Object found = map(rule.get(EXAMPLES)).get(kind);
        return found == null ? List.of() : list(found);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    private static Map<String, Object> parsed(String file) throws IOException {
        try (InputStream bytes = RulePacks.class.getResourceAsStream("packs/iso-42001/" + file)) {
            if (bytes == null) {
                throw new IOException("The standard pack has no file " + file);
            }
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return map(new Load(LoadSettings.builder()
                            .setSchema(new FailsafeSchema())
                            .build())
                    .loadFromString(text));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
