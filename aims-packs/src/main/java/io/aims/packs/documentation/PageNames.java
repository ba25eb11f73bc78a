package io.aims.packs.documentation;

import io.aims.rule.Rule;
import io.aims.rule.RuleId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives each rule a page whose name is safe in every file system: also in those that do not tell capitals apart. */
final class PageNames {

    /** Names that Windows keeps for devices, whatever their ending. */
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private final Map<RuleId, String> names = new LinkedHashMap<>();

    PageNames(Collection<Rule> rules) {
        Set<String> taken = new HashSet<>();
        for (Rule rule : rules) {
            String id = rule.id().value();
            String base = DEVICE.matcher(id.toLowerCase(Locale.ROOT)).matches() ? "rule-" + id : id;
            String name = base;
            for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
                name = base + "-" + number;
            }
            names.put(rule.id(), name + ".md");
        }
    }

    /** Returns the page of a rule; empty if it stands in another pack. */
    Optional<String> of(RuleId rule) {
        return Optional.ofNullable(names.get(rule));
    }
}
