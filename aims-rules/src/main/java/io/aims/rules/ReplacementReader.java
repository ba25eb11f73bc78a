package io.aims.rules;

import io.aims.catalog.document.Fields;
import io.aims.catalog.document.Node;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.rule.Chapter;
import io.aims.rule.Replacement;
import io.aims.rule.RuleId;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads which rules of others a pack replaces, and refuses it where that is not allowed. */
final class ReplacementReader {

    private static final String SHAPE = "AIMS-2001";
    private static final String OWN_RULE = "AIMS-2094";
    private static final String REPLACED_TWICE = "AIMS-2095";
    private static final String NOT_ALLOWED = "AIMS-2096";

    private final Faults faults;

    ReplacementReader(Faults faults) {
        this.faults = faults;
    }

    /**
     * Reads the field {@code replaces}.
     *
     * @param fields the content of the pack file
     * @param pack the id of the pack
     * @param allowed whether it may replace anything
     * @param chapters its chapters
     * @return the rules with the reasons
     */
    List<Replacement> read(Fields fields, String pack, boolean allowed, List<Chapter> chapters) {
        List<Node> items = fields.items("replaces");
        if (!items.isEmpty() && !allowed) {
            Place place = fields.node("replaces").map(Node::place).orElse(fields.place());
            faults.add(
                    NOT_ALLOWED,
                    place,
                    "The pack (" + Quoted.of(pack) + ", " + place
                            + ") replaces rules of other packs, which is not allowed" + " here.",
                    "Leave replaces out; or whoever answers for the other packs allows it to the loader of this one.");
        }
        List<Replacement> replacements = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node item : items) {
            Fields entry = Fields.of(item, faults, SHAPE, "replacement");
            String rule = entry.requiredText("rule");
            String why = entry.requiredProse("why");
            entry.end();
            Place place = entry.node("rule").map(Node::place).orElse(entry.place());
            String subject =
                    "The pack (" + Quoted.of(pack) + ", " + place + ") replaces rule (" + Quoted.of(rule) + ")";
            if (!RuleId.isWellFormed(rule)) {
                if (!rule.isEmpty()) {
                    faults.add(SHAPE, place, subject + ", whose id is not well formed.", "Maybe it holds a blank.");
                }
            } else if (!seen.add(rule)) {
                faults.add(REPLACED_TWICE, place, subject + " twice.", "Maybe one of the two is another rule.");
            } else if (chapters.stream()
                    .flatMap(chapter -> chapter.rules().stream())
                    .anyMatch(own -> own.id().value().equals(rule))) {
                faults.add(
                        OWN_RULE,
                        place,
                        subject + ", which is its own.",
                        "Maybe change the rule, or take it out of its chapter.");
            } else {
                replacements.add(new Replacement(new RuleId(rule), why));
            }
        }
        return replacements;
    }
}
