package io.aims.rules.internal.files;

import io.aims.catalog.document.Node;
import io.aims.error.Place;
import java.util.function.IntFunction;

/**
 * Finds the place in a YAML document of each character of a scalar, also of one that is folded over several lines.
 *
 * <p>YAML folds line ends and indentation into single blanks and changes no other character, so that the visible
 * characters of text and document can be counted side by side. Where they differ, as behind an escape, the scalar's own
 * place is given.
 */
public final class ScalarPlaces implements IntFunction<Place> {

    private final Lines lines;
    private final Node.Scalar scalar;

    /**
     * Creates the places of one scalar.
     *
     * @param lines the lines of the document
     * @param scalar a scalar in it
     */
    ScalarPlaces(Lines lines, Node.Scalar scalar) {
        this.lines = lines;
        this.scalar = scalar;
    }

    @Override
    public Place apply(int offset) {
        String text = scalar.text();
        int line = scalar.place().line() - 1;
        int column = scalar.place().column() - 1;
        if (scalar.quoted() && line < lines.count()) {
            boolean block = column < lines.length(line) && "|>".indexOf(lines.charAt(line, column)) >= 0;
            line += block ? 1 : 0;
            column = block ? 0 : column + 1;
        }
        int foundLine = line;
        int foundColumn = column;
        for (int i = 0; i <= Math.min(offset, text.length() - 1); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                continue;
            }
            while (line < lines.count()
                    && (column >= lines.length(line) || Character.isWhitespace(lines.charAt(line, column)))) {
                boolean atEnd = column >= lines.length(line);
                line += atEnd ? 1 : 0;
                column = atEnd ? 0 : column + 1;
            }
            if (line >= lines.count() || lines.charAt(line, column) != text.charAt(i)) {
                return scalar.place();
            }
            foundLine = line;
            foundColumn = column;
            column++;
        }
        boolean behindEnd = offset >= text.length() && !text.isEmpty();
        return new Place(scalar.place().document(), foundLine + 1, foundColumn + (behindEnd ? 2 : 1));
    }
}
