package io.aims.cli;

/** How a piece of text looks where colour is wanted. */
enum Style {
    PLAIN(""),
    STRONG("1"),
    QUIET("2"),
    ALARM("1;97;41"),
    SEVERE("1;31"),
    ELEVATED("1;33"),
    CALM("32"),
    NAME("36");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** Returns the text as it is sent to a terminal. */
    String apply(String text) {
        return code.isEmpty() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
