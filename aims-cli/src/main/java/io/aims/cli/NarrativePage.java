package io.aims.cli;

import io.aims.treatment.assessment.Narrative;
import java.util.ArrayList;
import java.util.List;

/** Lays out a narrative for people: headings stand out, items hang below them. */
final class NarrativePage {

    private static final int INDENT = 2;

    private NarrativePage() {}

    static Page page(Page page, Narrative narrative) {
        for (Narrative.Block block : narrative.blocks()) {
            if (block instanceof Narrative.Item item) {
                List<Span> spans = new ArrayList<>();
                if (!item.label().isEmpty()) {
                    spans.add(Span.quiet(item.label() + ": "));
                }
                spans.add(Span.plain(item.text()));
                int indent = INDENT * (item.depth() + 1);
                page.hanging(indent, indent + INDENT, spans);
            } else if (block instanceof Narrative.Heading heading) {
                page.heading(Span.strong(
                        heading.level() == 2 ? heading.text().toUpperCase(java.util.Locale.ROOT) : heading.text()));
            } else {
                page.text(0, Span.plain(block.text()));
            }
        }
        return page;
    }
}
