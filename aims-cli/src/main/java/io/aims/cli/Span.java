package io.aims.cli;

/**
 * A piece of text in one style.
 *
 * @param text the text; it may come from outside
 * @param style the style
 */
record Span(String text, Style style) {

    static Span plain(String text) {
        return new Span(text, Style.PLAIN);
    }

    static Span strong(String text) {
        return new Span(text, Style.STRONG);
    }

    static Span quiet(String text) {
        return new Span(text, Style.QUIET);
    }

    static Span name(String text) {
        return new Span(text, Style.NAME);
    }
}
