package io.aims.cli;

import picocli.CommandLine.Option;

/** Whether text is coloured. */
final class ColourOption {

    @Option(
            names = {"--color", "--colour"},
            paramLabel = "WHEN",
            defaultValue = "AUTO",
            description = "auto (on a terminal, unless NO_COLOR is set), always or never.")
    private When when = When.AUTO;

    /** When text is coloured. */
    enum When {
        AUTO,
        ALWAYS,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Returns an empty page for what the session is shown on. */
    Page page(Session session) {
        Terminal terminal = session.terminal();
        boolean colour = when == When.ALWAYS || when == When.AUTO && terminal.wantsColour();
        return new Page(terminal.columns(), colour);
    }
}
