package io.aims.report.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A bar of parts that make a whole, drawn {@value #WIDTH} units wide.
 *
 * @param label what the bar is about
 * @param parts the parts in order, also those of nothing
 */
public record Bar(String label, List<Part> parts) {

    /** How wide a bar is drawn, in units of the picture. */
    public static final int WIDTH = 1_000;

    private static final int LEAST = 4;

    /**
     * A part.
     *
     * @param label what it is
     * @param kind the class by which it is coloured
     * @param count how many it stands for, 0 or more
     */
    public record Part(String label, String kind, long count) {}

    /**
     * A part as it is drawn.
     *
     * @param part the part
     * @param x where it begins
     * @param width how wide it is
     */
    public record Piece(Part part, int x, int width) {}

    /** Copies the parts. */
    public Bar {
        parts = List.copyOf(parts);
    }

    /**
     * Returns the whole.
     *
     * @return the sum of all parts
     */
    public long total() {
        return parts.stream().mapToLong(Part::count).sum();
    }

    /**
     * Returns the parts as they are drawn: nothing is left out that is there, however small it is beside the others.
     *
     * @return the parts that stand for something, side by side over the whole width
     */
    public List<Piece> pieces() {
        List<Part> shown = parts.stream().filter(part -> part.count() > 0).toList();
        long total = total();
        List<Piece> pieces = new ArrayList<>();
        int x = 0;
        int free = WIDTH - LEAST * shown.size();
        long seen = 0;
        for (int at = 0; at < shown.size(); at++) {
            seen += shown.get(at).count();
            int end = LEAST * (at + 1) + (int) (free * seen / total);
            pieces.add(new Piece(shown.get(at), x, end - x));
            x = end;
        }
        return pieces;
    }

    /**
     * Returns the bar in words, for whoever does not see it.
     *
     * @return for example {@code Low 3, high 4}
     */
    public String words() {
        return parts.stream()
                .filter(part -> part.count() > 0)
                .map(part -> part.label() + " " + StatementLines.grouped(part.count()))
                .collect(Collectors.joining(", "));
    }
}
