package io.aims.packs;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.control.ControlId;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.risk.ObjectiveId;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleExample;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import io.aims.rules.RulePacks;
import io.aims.rules.language.ConditionParser;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.Characteristic;
import io.aims.system.Tier;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Packs for the tests of the tools. */
public final class TestPacks {

    private static final List<String> BAKERY = List.of("pack.yaml", "baking.yaml", "watching.yaml", "outcomes.yaml");

    private TestPacks() {}

    /** Returns the standard pack with its examples, and with its tests, which are no part of any jar. */
    public static PackUnderTest standard() {
        PackUnderTest tested = PackUnderTest.of(PackLoader.standard(), RulePacks.standardSource());
        for (Map.Entry<String, String> file : standardTests().entrySet()) {
            tested = tested.withTests(file.getKey(), file.getValue());
        }
        return tested;
    }

    private static Map<String, String> standardTests() {
        Map<String, String> tests = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(Path.of(
                Objects.requireNonNull(TestPacks.class.getResource("iso-42001")).toURI()))) {
            for (Path file : files.sorted().toList()) {
                tests.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return tests;
    }

    /** Returns a pack of five rules, of which everything is covered and every mutant killed. */
    public static Bakery bakery() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : BAKERY) {
            try (InputStream bytes = Objects.requireNonNull(TestPacks.class.getResourceAsStream("bakery/" + file))) {
                files.put(file, new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Bakery(files);
    }

    /**
     * The bakery, maybe with changes.
     *
     * @param files the files by their names
     */
    public record Bakery(Map<String, String> files) {

        /** Replaces a text that stands exactly once in a file. */
        public Bakery with(String file, String find, String replace) {
            String text = Objects.requireNonNull(files.get(file));
            int at = text.indexOf(find);
            if (at < 0 || text.indexOf(find, at + 1) >= 0) {
                throw new IllegalArgumentException("Not exactly once in " + file + ": " + find);
            }
            Map<String, String> changed = new LinkedHashMap<>(files);
            changed.put(file, text.replace(find, replace));
            return new Bakery(changed);
        }

        /** Adds text to the end of the file of tests. */
        public Bakery withTests(String more) {
            Map<String, String> changed = new LinkedHashMap<>(files);
            changed.merge("outcomes.yaml", more, String::concat);
            return new Bakery(changed);
        }

        public PackUnderTest tested() {
            return PackUnderTest.of(PackLoader.standard(), PackSource.files("bakery", files));
        }
    }

    /** Returns a pack of one rule that reads the standard vocabulary. */
    public static PackUnderTest ofCondition(String condition, RuleExample... examples) {
        Faults faults = new Faults();
        Condition parsed = new ConditionParser(Vocabularies.standard(), Catalogues.iso42001())
                .parse(condition, "T-1", offset -> new Place("test", 1, offset + 1), faults)
                .orElseThrow(() -> new IllegalArgumentException(faults.toList().toString()));
        return ofRule(rule(parsed, List.of(examples)), List.of());
    }

    /** Returns a rule that requires one control. */
    public static Rule rule(Condition condition, List<RuleExample> examples) {
        return new Rule(
                new RuleId("T-1"),
                "Something found",
                RuleScope.SYSTEM,
                condition,
                List.of(),
                List.of(new ObjectiveId("C.2.1")),
                null,
                null,
                List.of(new ControlId("A.9.2")),
                false,
                "It is so.",
                List.of(new Source("test")),
                Confidence.HIGH,
                examples,
                null);
    }

    /** Returns a pack of one rule that brings characteristics. */
    public static PackUnderTest ofRule(Rule rule, List<? extends Characteristic<?>> characteristics) {
        List<VocabularyEntry> entries = new ArrayList<>();
        characteristics.forEach(characteristic -> entries.add(new VocabularyEntry(
                characteristic,
                "",
                Tier.EXTENDED,
                "What is it?",
                Map.of(),
                "Something.",
                "",
                List.of(new Source("test")))));
        RulePack pack = new RulePack(
                "test",
                "1.0.0",
                "Test",
                "Apache-2.0",
                "",
                "iso-42001:2023",
                null,
                null,
                entries,
                List.of(new Chapter("One", "One rule.", List.of(rule))));
        Vocabulary vocabulary = Vocabularies.standard();
        return PackUnderTest.of(
                pack, new RuleBase(vocabulary, Catalogues.iso42001(), Criteria.standard(), List.of(pack)));
    }
}
