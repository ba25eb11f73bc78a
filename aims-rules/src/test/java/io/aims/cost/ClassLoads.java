package io.aims.cost;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classes that a process loads, as the Java virtual machine logs them.
 *
 * @param all the names of the classes
 * @param ofJars those from the class path
 * @param made those made while the program runs, such as the classes of lambdas
 */
record ClassLoads(List<String> all, List<String> ofJars, List<String> made) {

    private static final Pattern LOAD = Pattern.compile("(\\S+) source: (.+)");

    /** Reads the log of {@code -Xlog:class+load:stdout:none}, beside whatever else was printed. */
    static ClassLoads in(List<String> lines) {
        List<Matcher> loads =
                lines.stream().map(LOAD::matcher).filter(Matcher::matches).toList();
        return new ClassLoads(
                loads.stream().map(load -> load.group(1)).toList(),
                names(loads, "file:.*"),
                names(loads, "(?!file:|jrt:|shared objects file).*"));
    }

    private static List<String> names(List<Matcher> loads, String source) {
        return loads.stream()
                .filter(load -> load.group(2).matches(source))
                .map(load -> load.group(1))
                .toList();
    }
}
