package io.aims.benchmarks.handwritten;

import java.util.List;

/** Writes methods, each short enough to be compiled by the JVM and long enough that calls cost nothing. */
final class Methods {

    /** HotSpot interprets methods beyond 8,000 bytes of code for ever; rules have 20 to 60 each. */
    private static final int STATEMENTS = 24;

    private final StringBuilder declarations = new StringBuilder();
    private final StringBuilder calls = new StringBuilder();

    private final String parameters;
    private final String arguments;

    Methods(String parameters, String arguments) {
        this.parameters = parameters;
        this.arguments = arguments;
    }

    void add(String name, String opening, List<String> statements) {
        for (int from = 0; from < statements.size(); from += STATEMENTS) {
            List<String> some = statements.subList(from, Math.min(statements.size(), from + STATEMENTS));
            String method = name + from / STATEMENTS;
            declarations.append("    private void ").append(method).append('(').append(parameters).append(") {\n");
            declarations.append(opening);
            some.forEach(statement -> declarations.append("      ").append(statement).append('\n'));
            declarations.append("    }\n");
            calls.append("    run.").append(method).append('(').append(arguments).append(");\n");
        }
    }

    String declarations() {
        return declarations.toString();
    }

    String calls() {
        return calls.toString();
    }
}
