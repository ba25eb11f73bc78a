package io.aims.reasoning.verification;

import io.aims.reasoning.verification.Discrepancy.Kind;
import io.aims.reasoning.verification.Statement.Entries;
import io.aims.reasoning.verification.Statement.Entry;
import io.aims.reasoning.verification.Statement.Parts;
import io.aims.text.Quoted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds every place where a result says something else than is expected. Not thread-safe. */
final class Comparison {

    private final List<Discrepancy> discrepancies = new ArrayList<>();

    List<Discrepancy> discrepancies() {
        return discrepancies;
    }

    /** Compares what stands at a place. */
    void compare(String path, Statement expected, Statement found) {
        if (expected instanceof Parts left && found instanceof Parts right) {
            parts(path, left, right);
        } else if (expected instanceof Entries left && found instanceof Entries right) {
            entries(path, left, right);
        } else if (!expected.equals(found)) {
            add(path, Kind.CHANGED, expected, found);
        }
    }

    private void parts(String path, Parts expected, Parts found) {
        expected.parts().forEach((name, part) -> {
            String at = within(path, name);
            Statement other = found.parts().get(name);
            if (other == null) {
                add(at, Kind.MISSING, part, null);
            } else {
                compare(at, part, other);
            }
        });
        found.parts().forEach((name, part) -> {
            if (!expected.parts().containsKey(name)) {
                add(within(path, name), Kind.ADDED, null, part);
            }
        });
    }

    private void entries(String path, Entries expected, Entries found) {
        Map<String, Deque<Statement>> rest = new HashMap<>();
        for (Entry entry : found.entries()) {
            rest.computeIfAbsent(entry.name(), name -> new ArrayDeque<>()).add(entry.content());
        }
        Set<String> names = new HashSet<>();
        List<String> wanted = new ArrayList<>();
        for (Entry entry : expected.entries()) {
            Statement other = next(rest, entry);
            names.add(entry.name());
            if (other == null) {
                add(at(path, entry), Kind.MISSING, entry.content(), null);
            } else {
                wanted.add(entry.name());
                compare(at(path, entry), entry.content(), other);
            }
        }
        Map<String, Integer> tooMany = new HashMap<>();
        for (Entry entry : found.entries()) {
            Statement left = next(rest, entry);
            if (left != null) {
                tooMany.merge(entry.name(), 1, Integer::sum);
                add(at(path, entry), names.contains(entry.name()) ? Kind.REPEATED : Kind.ADDED, null, left);
            }
        }
        List<String> met = new ArrayList<>();
        for (int i = found.entries().size() - 1; i >= 0; i--) {
            String name = found.entries().get(i).name();
            if (tooMany.merge(name, -1, Integer::sum) < 0) {
                met.add(0, name);
            }
        }
        order(path, wanted, met);
    }

    /** What stands in both lists must stand in the same order. */
    private void order(String path, List<String> wanted, List<String> met) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!met.get(i).equals(wanted.get(i))) {
                discrepancies.add(
                        new Discrepancy(path, Kind.MOVED, wanted.get(i), met.get(i), Meaning.of(path, Kind.MOVED)));
                return;
            }
        }
    }

    /** Of several entries of one name the equal one is taken, so that the other is the one too many. */
    private static @Nullable Statement next(Map<String, Deque<Statement>> rest, Entry entry) {
        Deque<Statement> contents = rest.get(entry.name());
        if (contents == null) {
            return null;
        }
        return contents.size() > 1 && contents.remove(entry.content()) ? entry.content() : contents.poll();
    }

    private static String at(String path, Entry entry) {
        return path + "[" + Quoted.of(entry.name()) + "]";
    }

    private static String within(String path, String name) {
        return path.isEmpty() ? Quoted.of(name) : path + "." + Quoted.of(name);
    }

    private void add(String path, Kind kind, @Nullable Statement expected, @Nullable Statement found) {
        discrepancies.add(new Discrepancy(
                path,
                kind,
                expected == null ? "" : expected.text(),
                found == null ? "" : found.text(),
                Meaning.of(path, kind)));
    }
}
