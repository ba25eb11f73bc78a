package io.aims.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.aims.evaluation.Evaluation;
import io.aims.report.template.JtesystemGenerated;

/**
 * The report on one system.
 *
 * @param evaluation the evaluation
 * @since 0.1
 */
public record SystemReport(Evaluation evaluation) {

    /**
     * Writes the report as one page that needs nothing beside itself.
     *
     * @return HTML
     */
    public String html() {
        StringOutput text = new StringOutput();
        JtesystemGenerated.render(new OwaspHtmlTemplateOutput(text), null, evaluation);
        return text.toString();
    }
}
