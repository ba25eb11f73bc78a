package io.aims.rules.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.error.Diagnostics;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.RuleScope;
import io.aims.rules.internal.files.PackPlaces;
import io.aims.source.Confidence;
import io.aims.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules made in Java have words too, and no place at which to tell what is wrong with them. */
class WordingCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TODO",
                "todo",
                "To be written.",
                "tbd",
                "Reason: TODO",
                "todo: say why",
                "...",
                "\u2026",
                "???",
                "- -",
                "Lorem ipsum dolor",
                "Fixme!"
            })
    void words_that_hold_the_place_of_others_are_told(String why) {
        assertThat(found(rule("ACME-1", "Many calls", why))).singleElement().isEqualTo("AIMS-2105");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Todo lists of nurses are long.",
                "To be added to a list is not to be treated.",
                "Whether it is so?",
                "A.",
                "xxxl is a size."
            })
    void words_that_only_look_so_are_not(String why) {
        assertThat(found(rule("ACME-1", "Many calls", why))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ACME-1", "It ends.", "One two three four five six seven eight nine ten eleven twelve thirteen"})
    void titles_that_are_none_are_told(String title) {
        assertThat(found(rule("ACME-1", title, "Because."))).containsExactly("AIMS-2104");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-1", "ACME_1", "ACME1", "Acme.1"})
    void ids_that_are_mistaken_for_one_another_are_told(String other) {
        assertThat(found(rule("ACME-1", "One", "Because."), rule(other, "Another", "Because.")))
                .containsExactly("AIMS-2103");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACME-2", "ACME-11", "ACME-1.1", "ACM-1"})
    void other_ids_are_not(String other) {
        assertThat(found(rule("ACME-1", "One", "Because."), rule(other, "Another", "Because.")))
                .isEmpty();
    }

    @Test
    void without_a_place_the_words_tell_what_is_meant() {
        Diagnostics found = new Diagnostics();
        new WordingCheck(found).check(placed(rule("ACME-1", "Many calls", "TODO")));

        assertThat(found.toList()).singleElement().satisfies(warning -> {
            assertThat(warning.fault().place()).isEmpty();
            assertThat(warning.fault().message()).isEqualTo("The rule (ACME-1) has a placeholder (TODO) under why.");
        });
    }

    private static List<String> found(Rule... rules) {
        Diagnostics found = new Diagnostics();
        new WordingCheck(found).check(placed(rules));
        return found.toList().stream().map(warning -> warning.fault().code()).toList();
    }

    private static PlacedPack placed(Rule... rules) {
        RulePack pack = new RulePack(
                "acme",
                "1",
                "Rules of ACME",
                "Apache-2.0",
                "",
                "iso-42001:2023",
                null,
                null,
                List.of(),
                List.of(new Chapter("One", "", List.of(rules))));
        return new PlacedPack(pack, PackPlaces.none());
    }

    private static Rule rule(String id, String title, String why) {
        return new Rule(
                new RuleId(id),
                title,
                RuleScope.SYSTEM,
                new Condition.Always(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                true,
                why,
                List.of(new Source("ACME handbook 1")),
                Confidence.HIGH,
                List.of(),
                null);
    }
}
