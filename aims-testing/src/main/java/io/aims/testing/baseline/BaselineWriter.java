package io.aims.testing.baseline;

import io.aims.control.ControlId;
import io.aims.text.NaturalOrder;
import io.aims.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a baseline as YAML: one line for each fact, in an order that does not depend on how the facts came together. */
final class BaselineWriter {

    static final int VERSION = 1;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z](?:[A-Za-z0-9._ -]*[A-Za-z0-9])?");
    private static final String HEAD =
            "# The outcomes of a portfolio as they were reviewed. A line that changes is an outcome that changes:"
                    + " review it like code.\n"
                    + "# By hand: accepted."
                    + " Everything else is"
                    + " recorded"
                    + " with"
                    + " -D" + EvaluationBaseline.PROPERTY + "="
                    + EvaluationBaseline.UPDATE + ".\n";

    private final StringBuilder out = new StringBuilder(HEAD);

    private BaselineWriter() {}

    static String write(FrozenOutcomes outcomes) {
        return new BaselineWriter().text(outcomes);
    }

    private String text(FrozenOutcomes outcomes) {
        line(0, "baseline", String.valueOf(VERSION));
        line(0, "asOf", outcomes.asOf().toString());
        map(0, "basis", outcomes.basis());
        rules(outcomes.rules());
        accepted(outcomes.accepted());
        out.append(outcomes.systems().isEmpty() ? "systems: {}\n" : "systems:\n");
        outcomes.systems().forEach((id, system) -> {
            out.append("  ").append(text(id)).append(":\n");
            for (Section section : Section.values()) {
                map(2, section.key(), system.of(section));
            }
        });
        return out.toString();
    }

    /** Rules whose ids begin alike stand in one line. */
    private void rules(Iterable<String> rules) {
        SortedMap<String, List<String>> groups = new TreeMap<>(NaturalOrder.comparator());
        rules.forEach(rule ->
                groups.computeIfAbsent(group(rule), key -> new ArrayList<>()).add(rule));
        out.append("rules:\n");
        groups.forEach((group, ids) -> out.append("  - ").append(list(ids)).append('\n'));
    }

    private static String group(String rule) {
        return rule.substring(0, Math.max(0, Math.max(rule.lastIndexOf('-'), rule.lastIndexOf('.'))));
    }

    private void accepted(List<Acceptance> accepted) {
        out.append(accepted.isEmpty() ? "accepted: []\n" : "accepted:\n");
        for (Acceptance acceptance : accepted) {
            out.append(gaps(
                    acceptance.system(),
                    acceptance.controls().stream().map(ControlId::value).toList()));
            line(2, "reason", text(acceptance.reason()));
            line(2, "owner", text(acceptance.owner()));
            line(2, "until", acceptance.until().toString());
        }
    }

    /** Begins an acceptance: what is left to write by hand are reason, owner and last day. */
    static String gaps(String system, List<String> controls) {
        return "  - system: " + text(system) + "\n    controls: " + list(controls) + "\n";
    }

    private void map(int depth, String key, Map<String, String> values) {
        if (!values.isEmpty()) {
            out.append("  ".repeat(depth)).append(key).append(":\n");
            values.forEach((id, value) -> line(depth + 1, text(id), text(value)));
        }
    }

    private void line(int depth, String key, String value) {
        out.append("  ".repeat(depth)).append(key).append(": ").append(value).append('\n');
    }

    private static String list(List<String> ids) {
        return ids.stream().map(BaselineWriter::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Quotes everything that is not plainly a word, so that no text can be read as anything else. */
    static String text(String any) {
        if (PLAIN.matcher(any).matches() && !any.equals("null")) {
            return any;
        }
        return '"' + Quoted.whole(any.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }
}
