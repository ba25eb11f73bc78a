package io.aims;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * How many objects of each class can still be reached.
 *
 * @param counts by the name of the class
 */
record LiveObjects(Map<String, Long> counts) {

    private static final Pattern ROW = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+).*");

    /** Collects what cannot be reached and counts the rest. */
    static LiveObjects now() {
        try {
            String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            Map<String, Long> counts = new TreeMap<>();
            histogram
                    .lines()
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .forEach(row -> counts.merge(row.group(2), Long.valueOf(row.group(1)), Long::sum));
            return new LiveObjects(counts);
        } catch (JMException e) {
            throw new IllegalStateException("This Java does not count its objects", e);
        }
    }

    /** Returns how many instances of Aims there are, open or not. */
    long aims() {
        return counts.getOrDefault("io.aims.Aims", 0L);
    }

    /** Returns how many sessions of Drools there are: those in pools, and those that nobody has disposed of. */
    long sessions() {
        return counts.getOrDefault("org.drools.kiesession.session.StatefulKnowledgeSessionImpl", 0L);
    }
}
