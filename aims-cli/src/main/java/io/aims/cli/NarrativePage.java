package io.aims.cli;

import io.aims.treatment.assessment.Narrative;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays out a narrative for people: headings stand out, items hang below them. */
final class NarrativePage {

    private static final int INDENT = 2;

    /** The label of an item that nothing lifts. */
    private static final String STOP = "STOP";

    private NarrativePage() {}

    static Page page(Page page, Narrative narrative) {
        for (Narrative.Block block : narrative.blocks()) {
            if (block instanceof Narrative.Item item) {
                List<Span> spans = new ArrayList<>();
                if (!item.label().isEmpty()) {
                    spans.add(item.label().equals(STOP) ? new Span(STOP, Style.ALARM) : Span.quiet(item.label() + ":"));
                    spans.add(Span.plain(" "));
                }
                spans.add(Span.plain(unbroken(item.text())));
                int indent = INDENT * (item.depth() + 1);
                page.hanging(indent, indent + INDENT, spans);
            } else if (block instanceof Narrative.Heading heading) {
                page.heading(
                        Span.strong(heading.level() == 2 ? heading.text().toUpperCase(Locale.ROOT) : heading.text()));
            } else {
                page.text(0, Span.plain(block.text()));
            }
        }
        return page;
    }

    /** Keeps a provision of a law on one line. */
    private static String unbroken(String text) {
        return text.replaceAll("\\b(Art\\.|Annex) (?=[0-9IVX])", "$1" + Page.NO_BREAK)
                .replaceAll("(Annex\\u00A0[IVX]+) (?=[0-9])", "$1" + Page.NO_BREAK);
    }
}
