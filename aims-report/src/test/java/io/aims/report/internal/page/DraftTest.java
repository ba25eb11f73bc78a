package io.aims.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.reasoning.proof.Explanation;
import io.aims.treatment.assessment.Narrative;
import io.aims.treatment.assessment.Narrative.Heading;
import io.aims.treatment.assessment.Narrative.Item;
import io.aims.treatment.assessment.Narrative.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftTest {

    @Test
    void a_draft_is_arranged_in_parts_whose_items_stand_together() {
        Item known = new Item("Known", "one", 0);
        Item open = new Item("Open", "two", 1);
        Narrative narrative = new Narrative(List.of(
                new Heading(1, "Title"),
                new Paragraph("First."),
                new Heading(2, "Part"),
                known,
                open,
                new Paragraph("Between."),
                known,
                new Heading(3, "Topic"),
                new Heading(4, "Deeper")));

        assertThat(Draft.of(narrative).parts())
                .containsExactly(
                        new Draft.Part(3, "", List.of(new Draft.Piece("First.", List.of()))),
                        new Draft.Part(
                                3,
                                "Part",
                                List.of(
                                        new Draft.Piece("", List.of(known, open)),
                                        new Draft.Piece("Between.", List.of()),
                                        new Draft.Piece("", List.of(known)))),
                        new Draft.Part(4, "Topic", List.of()),
                        new Draft.Part(4, "Deeper", List.of()));
    }

    @Test
    void an_explanation_becomes_a_tree() {
        List<Step> steps = Step.of(new Explanation(List.of(
                new Explanation.Line(0, "a"),
                new Explanation.Line(1, "b"),
                new Explanation.Line(2, "c"),
                new Explanation.Line(1, "d"),
                new Explanation.Line(0, "e"))));

        assertThat(steps)
                .containsExactly(
                        new Step(
                                "a",
                                List.of(new Step("b", List.of(new Step("c", List.of()))), new Step("d", List.of()))),
                        new Step("e", List.of()));
    }
}
