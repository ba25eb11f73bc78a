package io.aims.cli;

/** Lays out what differs for people: headings stand out, long sentences are broken. */
final class DiffPage {

    private static final int INDENT = 2;

    private DiffPage() {}

    static Page page(Page page, String text) {
        text.lines().forEach(line -> {
            if (line.isEmpty()) {
                page.blank();
            } else if (line.startsWith(" ")) {
                page.hanging(INDENT, 2 * INDENT, Span.plain(line.strip()));
            } else {
                page.text(0, Span.strong(line));
            }
        });
        return page;
    }
}
