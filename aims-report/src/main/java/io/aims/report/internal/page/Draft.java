package io.aims.report.internal.page;

import io.aims.treatment.assessment.Narrative;
import java.util.ArrayList;
import java.util.List;

/**
 * The draft of an impact assessment as a page shows it: its text in parts, each with its paragraphs and items. The title of
 * the draft is that of its section.
 *
 * @param parts the parts in order; the first one may have no heading
 */
public record Draft(List<Part> parts) {

    /**
     * A part of the draft.
     *
     * @param level 3 for a part, 4 for a topic in it
     * @param heading its heading, empty if it has none
     * @param pieces its paragraphs and items, in order
     */
    public record Part(int level, String heading, List<Piece> pieces) {}

    /**
     * A paragraph, or several items of one list.
     *
     * @param paragraph the paragraph, empty if these are items
     * @param items the items
     */
    public record Piece(String paragraph, List<Narrative.Item> items) {}

    /** Copies the list. */
    public Draft {
        parts = List.copyOf(parts);
    }

    /**
     * Arranges a draft.
     *
     * @param narrative the draft in sentences
     * @return its parts
     */
    public static Draft of(Narrative narrative) {
        List<Part> parts = new ArrayList<>();
        Part part = new Part(3, "", new ArrayList<>());
        List<Narrative.Item> items = new ArrayList<>();
        for (Narrative.Block block : narrative.blocks()) {
            if (block instanceof Narrative.Item item) {
                if (items.isEmpty()) {
                    part.pieces().add(new Piece("", items));
                }
                items.add(item);
                continue;
            }
            items = new ArrayList<>();
            if (block instanceof Narrative.Heading heading) {
                if (heading.level() > 1) {
                    parts.add(part);
                    part = new Part(Math.min(4, heading.level() + 1), heading.text(), new ArrayList<>());
                }
            } else {
                part.pieces().add(new Piece(block.text(), List.of()));
            }
        }
        parts.add(part);
        return new Draft(parts.stream()
                .filter(each -> !each.heading().isEmpty() || !each.pieces().isEmpty())
                .toList());
    }
}
