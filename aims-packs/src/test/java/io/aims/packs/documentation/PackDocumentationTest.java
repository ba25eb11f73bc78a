package io.aims.packs.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.packs.skeleton.PackSkeleton;
import io.aims.rule.Chapter;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import io.aims.rules.RulePacks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PackDocumentationTest {

    private static final PackLoader LOADER = PackLoader.standard().beside(RulePacks.standard());
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

    @Test
    void a_page_says_everything_about_a_rule_with_its_examples_as_proof() {
        String page = acme(Map.of()).get("rules/ACME-2.md");

        assertThat(page)
                .startsWith(PackDocumentation.MARK + "\n# ACME-2 Public product without an eye on it\n")
                .contains(
                        "\n> Anybody can use the product and nobody watches each output.",
                        "If all of these are so:\n\n"
                                + "- acme reach is public\n"
                                + "- automation level is high automation or more\n",
                        "As written at `acme/first-rules.yaml:19:5`:\n\n```\nacmeReach >= PUBLIC and automationLevel >="
                                + " HIGH_AUTOMATION\n```\n",
                        "| `acmeReach` | Who can use the product? |",
                        "stratum 0",
                        "- **Risk source C.3.3** is present: Level of automation.",
                        "- **Objective C.2.1** is threatened: Accountability.",
                        "The likelihood of it is **high**.",
                        "- **Control A.9.2** is required: Processes for responsible use of AI systems.",
                        "| `acmeReach: PUBLIC`<br>`automationLevel: HIGH_AUTOMATION` | **holds** | acme reach is"
                                + " public: it is public<br>automation level is high automation or more: it is high"
                                + " automation |",
                        "| `acmeReach: PARTNERS` | **does not hold** | acme reach is public: it is partners |",
                        "| `acmeReach: PUBLIC` | **is open** | automation level is high automation or more: it is"
                                + " unknown |",
                        "- Product handbook of Acme\n",
                        "Confidence: high, confirmed by the sources cited.",
                        "Rules that read what it concludes: none.",
                        "| A.9.2 Processes for responsible use of AI systems | ADM-02, ");
    }

    @Test
    void indexes_lead_to_every_rule_by_chapter_and_by_control() {
        SortedMap<String, String> pages = acme(Map.of());

        assertThat(pages.keySet())
                .containsExactly("README.md", "characteristics.md", "results.md", "rules/ACME-1.md", "rules/ACME-2.md");
        assertThat(pages.get("README.md"))
                .contains(
                        "# Rules of Acme",
                        "| Rules | 2 in 1 chapter, with 8 examples |",
                        "## Products for people outside",
                        "| [ACME-1](rules/ACME-1.md) | Product for people outside | ACME.1.1 |");
        assertThat(pages.get("results.md"))
                .contains("| ACME.1.1 Named owner of a product for people outside | [ACME-1](rules/ACME-1.md) |  |");
        assertThat(pages.get("characteristics.md"))
                .contains("## acmeReach", "> Who can use the product?", "Read by: [ACME-1](rules/ACME-1.md), [ACME-2]");
    }

    @Test
    void rules_that_read_results_name_what_they_read_and_who_reads_them() {
        SortedMap<String, String> pages = acme(Map.of(
                "when: acmeReach >= PUBLIC and automationLevel >= HIGH_AUTOMATION",
                "when: needed contains ACME.1.1 and automationLevel >= HIGH_AUTOMATION",
                "silent:  [{acmeReach: PARTNERS}, {automationLevel: CONDITIONAL_AUTOMATION}]",
                "silent:  [{acmeReach: STAFF}, {automationLevel: CONDITIONAL_AUTOMATION}]"));

        assertThat(pages.get("rules/ACME-2.md"))
                .contains(
                        "- control ACME.1.1 is needed (Named owner of a product for people outside)",
                        "(stratum 1)",
                        "control ACME.1.1 is needed (Named owner of a product for people outside): it is so");
        assertThat(pages.get("rules/ACME-1.md")).contains("Rules that read what it concludes: [ACME-2](ACME-2.md).");
        assertThat(pages.get("results.md")).contains("| [ACME-1](rules/ACME-1.md) | [ACME-2](rules/ACME-2.md) |");
    }

    @Test
    void text_of_the_pack_stays_text() {
        SortedMap<String, String> pages = acme(Map.of(
                "title: Public product without an eye on it",
                "title: \"<script>|x| [a](b) `c` # **d**\"",
                "Anybody can use the product",
                "</p> | `x` <img src=x> [evil](http://x)"));

        String page = pages.get("rules/ACME-2.md");
        assertThat(page)
                .contains("# ACME-2 \\<script\\>\\|x\\| \\[a\\](b) \\`c\\` \\# \\*\\*d\\*\\*\n")
                .contains("> \\</p\\> \\| \\`x\\` \\<img src=x\\> \\[evil\\](http://x)");
        assertThat(pages.get("README.md").lines().filter(line -> line.startsWith("| [ACME-2]")))
                .allMatch(line ->
                        line.replace("\\|", "").chars().filter(c -> c == '|').count() == 4);
    }

    @Test
    void every_link_leads_to_a_page() {
        SortedMap<String, String> pages = acme(Map.of());
        pages.forEach((name, page) -> LINK.matcher(page)
                .results()
                .map(link -> link.group(1))
                .forEach(link -> {
                    Path folder = Path.of(name).getParent();
                    Path target = (folder == null ? Path.of(link) : folder.resolve(link)).normalize();
                    assertThat(pages)
                            .as(name + " links " + link)
                            .containsKey(target.toString().replace('\\', '/'));
                }));
    }

    @Test
    void an_example_that_comes_to_something_else_is_not_hidden() {
        RulePack pack = LOADER.read(source(Map.of()));
        Rule rule = pack.rules().get(0);
        String page = PackDocumentation.of(pack, LOADER.join(pack)).get("rules/ACME-1.md");
        assertThat(page).doesNotContain("the example says");

        Rule wrong = new Rule(
                rule.id(),
                rule.title(),
                rule.scope(),
                pack.rules().get(1).condition(),
                rule.raises(),
                rule.threatens(),
                rule.contributes(),
                rule.floor(),
                rule.requires(),
                rule.stop(),
                rule.why(),
                rule.sources(),
                rule.confidence(),
                rule.examples(),
                rule.place());
        RulePack broken = with(pack, wrong);
        RuleBase base =
                new RuleBase(Vocabularies.standard(), Catalogues.iso42001(), Criteria.standard(), List.of(broken));
        assertThat(PackDocumentation.of(broken, base).get("rules/ACME-1.md"))
                .contains("**does not hold**, and the example says it holds");
        assertThatThrownBy(() -> PackDocumentation.of(pack, base)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void names_of_pages_are_told_apart_by_every_file_system() {
        RulePack pack = LOADER.read(source(Map.of()));
        List<Rule> rules = List.of("A-1", "a-1", "con", "COM1.x", "A-1-2").stream()
                .map(id -> renamed(pack.rules().get(0), id))
                .toList();
        PageNames names = new PageNames(rules);

        assertThat(rules.stream().map(rule -> names.of(rule.id()).orElseThrow()))
                .containsExactly("A-1.md", "a-1-2.md", "rule-con.md", "rule-COM1.x.md", "A-1-2-2.md");
    }

    @Test
    void equal_packs_give_equal_pages() {
        assertThat(acme(Map.of())).isEqualTo(acme(Map.of()));
    }

    private static Rule renamed(Rule rule, String id) {
        return new Rule(
                new RuleId(id),
                rule.title(),
                rule.scope(),
                rule.condition(),
                rule.raises(),
                rule.threatens(),
                rule.contributes(),
                rule.floor(),
                rule.requires(),
                rule.stop(),
                rule.why(),
                rule.sources(),
                rule.confidence(),
                rule.examples(),
                rule.place());
    }

    private static RulePack with(RulePack pack, Rule rule) {
        return new RulePack(
                pack.id(),
                pack.version(),
                pack.title(),
                pack.licence(),
                pack.about(),
                pack.catalogue(),
                pack.validFrom(),
                pack.validUntil(),
                pack.characteristics(),
                List.of(new Chapter("Only", "", List.of(rule))),
                pack.catalogues(),
                pack.replaces());
    }

    private static SortedMap<String, String> acme(Map<String, String> changes) {
        RulePack pack = LOADER.read(source(changes));
        return PackDocumentation.of(pack, LOADER.join(pack));
    }

    private static PackSource source(Map<String, String> changes) {
        Map<String, String> files = new TreeMap<>(PackSkeleton.of("acme").files());
        changes.forEach((was, is) -> files.computeIfPresent("first-rules.yaml", (name, text) -> text.replace(was, is)));
        return PackSource.files("acme", files);
    }
}
