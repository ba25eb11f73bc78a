package io.aims.report.internal.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where templates write. Every text that a template shows comes through here: it is made visible by {@link VisibleText},
 * then escaped for the place in which it stands. So no template can forget either.
 *
 * <p>For one page; not thread-safe.
 */
public final class PageOutput implements HtmlTemplateOutput {

    private final HtmlTemplateOutput out;

    private PageOutput(TemplateOutput text) {
        this.out = new OwaspHtmlTemplateOutput(text);
    }

    /**
     * Writes a page.
     *
     * @param template the template with what it shows
     * @return the page
     */
    public static String of(Consumer<HtmlTemplateOutput> template) {
        StringOutput text = new StringOutput();
        template.accept(new PageOutput(text));
        return text.toString();
    }

    @Override
    public void setContext(@Nullable String tagName, @Nullable String attributeName) {
        out.setContext(tagName, attributeName);
    }

    @Override
    public void writeContent(String text) {
        out.writeContent(text);
    }

    @Override
    public void writeContent(String text, int beginIndex, int endIndex) {
        out.writeContent(text, beginIndex, endIndex);
    }

    @Override
    public void writeUserContent(@Nullable String text) {
        if (text != null) {
            out.writeUserContent(VisibleText.of(text));
        }
    }

    @Override
    public void writeUserContent(@Nullable Content content) {
        if (content != null) {
            content.writeTo(this);
        }
    }
}
