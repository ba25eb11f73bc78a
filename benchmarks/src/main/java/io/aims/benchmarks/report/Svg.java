package io.aims.benchmarks.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A picture without scripts that a screen reader can tell, in the colours of the reader's light or dark page.
 *
 * <p>What belongs together has the same mark and dash, not only the same colour.
 */
final class Svg {

    static final int KINDS = 6;

    private static final String STYLE = """
              <style>
                text { fill: #1f2328; font: 13px system-ui, sans-serif; }
                .head { font-size: 16px; font-weight: 600; }
                .end { text-anchor: end; }
                .middle { text-anchor: middle; }
                .quiet { fill: #57606a; font-size: 12px; }
                .page { fill: #ffffff; }
                .grid { stroke: #d0d7de; stroke-width: 1; }
                .line { fill: none; stroke-width: 2; }
                .k0 { stroke: #0550ae; color: #0550ae; } .k1 { stroke: #9a3c00; color: #9a3c00; }
                .k2 { stroke: #116329; color: #116329; } .k3 { stroke: #8250df; color: #8250df; }
                .k4 { stroke: #a40e26; color: #a40e26; } .k5 { stroke: #57606a; color: #57606a; }
                .mark { fill: currentColor; stroke-width: 1; }
                @media (prefers-color-scheme: dark) {
                  text { fill: #e6edf3; }
                  .quiet { fill: #9ea7b3; }
                  .page { fill: #0d1117; }
                  .grid { stroke: #3d444d; }
                  .k0 { stroke: #79c0ff; color: #79c0ff; } .k1 { stroke: #ffa657; color: #ffa657; }
                  .k2 { stroke: #7ee787; color: #7ee787; } .k3 { stroke: #d2a8ff; color: #d2a8ff; }
                  .k4 { stroke: #ff9492; color: #ff9492; } .k5 { stroke: #b1bac4; color: #b1bac4; }
                }
              </style>
            """;
    private static final String[] DASHES = {"", "7 4", "2 3", "9 3 2 3", "4 4", "1 4"};

    private final StringBuilder body = new StringBuilder();
    private final int width;
    private final int height;
    private final String title;
    private final String description;

    Svg(int width, int height, String title, String description) {
        this.width = width;
        this.height = height;
        this.title = title;
        this.description = description;
        text(16, 26, "head", title);
    }

    void text(double x, double y, String style, String text) {
        body.append(String.format(
                Locale.ROOT, "  <text x=\"%s\" y=\"%s\" class=\"%s\">%s</text>\n", at(x), at(y), style, escaped(text)));
    }

    void grid(double x1, double y1, double x2, double y2) {
        body.append(String.format(
                Locale.ROOT,
                "  <line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"grid\"/>\n",
                at(x1),
                at(y1),
                at(x2),
                at(y2)));
    }

    /** A line of a kind through points, as {@code x,y x,y}. */
    void line(int kind, String points) {
        String dash = DASHES[kind % KINDS];
        body.append(String.format(
                Locale.ROOT,
                "  <polyline points=\"%s\" class=\"line k%d\"%s/>\n",
                points,
                kind % KINDS,
                dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\""));
    }

    /** A mark of a kind, with what it says. */
    void mark(int kind, double x, double y, String says) {
        String shape = switch (kind % KINDS) {
            case 0 -> "<circle cx=\"0\" cy=\"0\" r=\"4.5\"";
            case 1 -> "<rect x=\"-4\" y=\"-4\" width=\"8\" height=\"8\"";
            case 2 -> "<path d=\"M0 -5.5L5 4H-5z\"";
            case 3 -> "<path d=\"M0 -6L6 0L0 6L-6 0z\"";
            case 4 -> "<path d=\"M0 5.5L5 -4H-5z\"";
            default -> "<path d=\"M-5 -2H-2V-5H2V-2H5V2H2V5H-2V2H-5z\"";
        };
        body.append(String.format(
                Locale.ROOT,
                "  <g transform=\"translate(%s %s)\">%s class=\"mark k%d\"><title>%s</title>%s</g>\n",
                at(x),
                at(y),
                shape,
                kind % KINDS,
                escaped(says),
                shape.substring(0, shape.indexOf(' ')).replace("<", "</") + ">"));
    }

    static String at(double place) {
        return BigDecimal.valueOf(place)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width
                + "\" height=\"" + height + "\" role=\"img\" aria-labelledby=\"title description\">\n"
                + "  <title id=\"title\">" + escaped(title) + "</title>\n"
                + "  <desc id=\"description\">" + escaped(description) + "</desc>\n"
                + STYLE
                + "  <rect width=\"" + width + "\" height=\"" + height + "\" class=\"page\"/>\n"
                + body
                + "</svg>\n";
    }
}
