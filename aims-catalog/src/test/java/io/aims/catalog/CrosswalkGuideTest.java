package io.aims.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.document.Documents;
import io.aims.crosswalk.Coverage;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.MappingBasis;
import io.aims.crosswalk.Relation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What the guide to crosswalks says is what the data and the code say. */
class CrosswalkGuideTest {

    private static final Path GUIDE =
            Path.of(Objects.requireNonNull(System.getProperty("aims.root")), "docs", "guide", "crosswalks.md");
    private static final String REWRITE = "mvn -pl aims-catalog -am test -Dtest=CrosswalkGuideTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Daims.guide.write=true";
    private static final List<Relation> STATED =
            List.of(Relation.EQUAL, Relation.INTERSECTS_WITH, Relation.RELATED, Relation.NONE);
    private static final Crosswalks CROSSWALKS = CrosswalkFiles.standard();

    @Test
    void the_counts_are_those_of_the_data() throws IOException {
        assertBlock("counts", counts());
    }

    @Test
    void the_table_of_what_follows_is_that_of_the_code() throws IOException {
        assertBlock("table", table());
    }

    @Test
    void the_examples_of_own_crosswalks_are_right() throws IOException {
        String yaml = example("yaml");
        String csv = example("csv");

        assertThat(CROSSWALKS
                        .with(CrosswalkFiles.yaml("guide.yaml", Documents.yaml("guide.yaml", yaml), CROSSWALKS))
                        .stated())
                .hasSize(657);
        assertThat(CROSSWALKS
                        .with(CrosswalkFiles.csv("guide.csv", csv, CROSSWALKS))
                        .stated())
                .hasSize(656);
    }

    private static String example(String language) throws IOException {
        String guide = Files.readString(GUIDE);
        String begin = "```" + language + "\n";
        int from = guide.indexOf(begin) + begin.length();
        return guide.substring(from, guide.indexOf("```", from));
    }

    private static String counts() {
        StringBuilder text = new StringBuilder("| framework | rows |");
        STATED.forEach(relation -> text.append(' ').append(relation).append(" |"));
        List.of(MappingBasis.values())
                .forEach(basis -> text.append(' ').append(basis).append(" |"));
        text.append(" controls of Annex A mapped | its own elements mapped |\n| --- |");
        text.append(" ---: |".repeat(1 + STATED.size() + MappingBasis.values().length + 2))
                .append('\n');
        for (Framework framework : CROSSWALKS.frameworks()) {
            if (!framework.equals(CROSSWALKS.home())) {
                List<Mapping> rows = CROSSWALKS.between(CROSSWALKS.home().id(), framework.id());
                Coverage coverage = CROSSWALKS.coverage(CROSSWALKS.home().id(), framework.id());
                line(text, framework + " (`" + framework.id() + "`)", rows)
                        .append(' ')
                        .append(controls(coverage.from()))
                        .append(" | ")
                        .append(reached(coverage.to()))
                        .append(" |\n");
            }
        }
        line(text, "all", CROSSWALKS.stated()).append(" | |\n");
        return text.toString();
    }

    private static StringBuilder line(StringBuilder text, String name, List<Mapping> rows) {
        text.append("| ").append(name).append(" | ").append(rows.size()).append(" |");
        STATED.forEach(relation -> append(text, rows, mapping -> mapping.relation() == relation));
        List.of(MappingBasis.values()).forEach(basis -> append(text, rows, mapping -> mapping.basis() == basis));
        return text;
    }

    private static void append(StringBuilder text, List<Mapping> rows, Predicate<Mapping> which) {
        long count = rows.stream().filter(which).count();
        text.append(' ').append(count == 0 ? "" : count).append(" |");
    }

    private static String controls(Coverage.Side side) {
        long all = side.framework().parts().stream()
                .filter(CrosswalkGuideTest::isControl)
                .count();
        long mapped = side.strongest().entrySet().stream()
                .filter(entry -> entry.getKey() != Relation.NONE)
                .flatMap(entry -> entry.getValue().stream())
                .filter(CrosswalkGuideTest::isControl)
                .count();
        return mapped + " of " + all;
    }

    private static String reached(Coverage.Side side) {
        int all = side.framework().parts().size();
        if (all == 0) {
            return "as a whole";
        }
        return side.framework().extent() == Framework.Extent.COMPLETE
                ? side.mapped() + " of " + all
                : side.mapped() + ", others not listed";
    }

    private static boolean isControl(Element element) {
        return element.section().equals("Controls");
    }

    private static String table() {
        StringBuilder text = new StringBuilder("| A to B, then B to C |");
        List<Relation> relations = List.of(Relation.values());
        relations.forEach(next -> text.append(' ').append(next).append(" |"));
        text.append("\n|").append(" --- |".repeat(relations.size() + 1)).append('\n');
        for (Relation first : relations) {
            text.append("| ").append(first).append(" |");
            for (Relation next : relations) {
                Optional<Relation> follows = first.then(next);
                text.append(' ').append(follows.map(Relation::name).orElse("")).append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static void assertBlock(String name, String expected) throws IOException {
        String begin = "<!-- " + name + ": begin -->\n";
        String end = "<!-- " + name + ": end -->";
        String guide = Files.readString(GUIDE);
        int from = guide.indexOf(begin) + begin.length();
        int to = guide.indexOf(end);
        assertThat(guide).contains(begin, end);
        if (Boolean.getBoolean("aims.guide.write")) {
            Files.writeString(GUIDE, guide.substring(0, from) + expected + guide.substring(to));
        }
        assertThat(Files.readString(GUIDE))
                .as("Write the block anew: %s", REWRITE)
                .contains(begin + expected + end);
    }
}
