package io.aims.law.text;

import io.aims.treatment.assessment.Narrative;
import java.util.ArrayList;
import java.util.List;

/** Collects the blocks of a narrative. Not thread-safe. */
final class Blocks {

    private final List<Narrative.Block> blocks = new ArrayList<>();

    Blocks heading(int level, String text) {
        blocks.add(new Narrative.Heading(level, text));
        return this;
    }

    Blocks paragraph(String text) {
        if (!text.isEmpty()) {
            blocks.add(new Narrative.Paragraph(text));
        }
        return this;
    }

    Blocks item(String label, String text) {
        return item(label, text, 0);
    }

    Blocks item(String label, String text, int depth) {
        blocks.add(new Narrative.Item(label, text, depth));
        return this;
    }

    Narrative narrative() {
        return new Narrative(blocks);
    }
}
