package io.aims.benchmarks.handwritten;

import java.util.List;

/** Writes methods, each short enough to be compiled by the JVM and long enough that calls cost nothing. */
final class Methods {

    /** HotSpot interprets methods beyond 8,000 bytes of code for ever; what is written here has fewer bytes than letters. */
    private static final int LONGEST = 3_000;

    private final StringBuilder declarations = new StringBuilder();
    private final StringBuilder calls = new StringBuilder();

    private final String parameters;
    private final String arguments;

    Methods(String parameters, String arguments) {
        this.parameters = parameters;
        this.arguments = arguments;
    }

    void add(String name, String opening, List<String> statements) {
        int number = 0;
        int from = 0;
        while (from < statements.size()) {
            int to = from;
            int length = 0;
            while (to < statements.size()
                    && (to == from || length + statements.get(to).length() <= LONGEST)) {
                length += statements.get(to).length();
                to++;
            }
            String method = name + number++;
            declarations
                    .append("    private void ")
                    .append(method)
                    .append('(')
                    .append(parameters)
                    .append(") {\n");
            declarations.append(opening);
            statements.subList(from, to).forEach(statement -> declarations.append("      " + statement + "\n"));
            declarations.append("    }\n");
            calls.append("    run.")
                    .append(method)
                    .append('(')
                    .append(arguments)
                    .append(");\n");
            from = to;
        }
    }

    String declarations() {
        return declarations.toString();
    }

    String calls() {
        return calls.toString();
    }
}
