package io.aims.interchange.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the items of a list stand in one cell: in brackets as JSON and Python write them, or between separators.
 *
 * @param separators the separators: single characters and words
 */
record ListForm(List<String> separators) {

    /** The separators that people use without being asked. */
    static final ListForm ANY = new ListForm(List.of("\n", ";", ",", "&", "and"));

    /** Copies the separators. */
    ListForm {
        separators = List.copyOf(separators);
    }

    /** Returns the items of a cell that is a list, each tidy and not empty. */
    List<String> items(String cell) {
        String text = cell.strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            return tidied(bracketed(text.substring(1, text.length() - 1)));
        }
        List<String> items = List.of(cell.replace("\r\n", "\n").replace('\r', '\n'));
        for (String separator : separators) {
            items = split(items, separator);
        }
        return tidied(items);
    }

    private static List<String> split(List<String> items, String separator) {
        String between = Character.isLetter(separator.charAt(0))
                ? "(?U)(?<!\\w)" + Pattern.quote(separator) + "(?!\\w)"
                : Pattern.quote(separator);
        Pattern pattern = Pattern.compile(between, Pattern.CASE_INSENSITIVE);
        return items.stream()
                .flatMap(item -> List.of(pattern.split(item)).stream())
                .toList();
    }

    private static List<String> bracketed(String inner) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (quote != 0) {
                if (c == '\\' && i + 1 < inner.length()) {
                    i++;
                    item.append(inner.charAt(i));
                } else if (c == quote) {
                    quote = 0;
                } else {
                    item.append(c);
                }
            } else if ((c == '"' || c == '\'') && item.toString().isBlank()) {
                quote = c;
            } else if (c == ',') {
                items.add(item.toString());
                item.setLength(0);
            } else {
                item.append(c);
            }
        }
        items.add(item.toString());
        return items;
    }

    private static List<String> tidied(List<String> items) {
        return items.stream()
                .map(CellText::tidy)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
