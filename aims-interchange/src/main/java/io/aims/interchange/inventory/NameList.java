package io.aims.interchange.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How names of suppliers, models or data sets stand in one cell. A cell is split only where nothing speaks against it:
 * a separator in brackets separates nothing, a legal form behind a comma belongs to the name before it, and where a part
 * behind a separator with a blank begins in lower case, like the rest of a sentence, nothing was separated. A name is given without its legal form, so that the same supplier
 * has the same name with it and without.
 *
 * @param separators the separators, none if a cell holds one name
 * @param legalForms what may stand behind a name and is no name, folded
 */
record NameList(List<String> separators, List<String> legalForms) {

    /** What is longer is a text about names. */
    private static final int LONGEST = 70;

    private static final String LAST = "and ";
    private static final String ADDRESS = "http";

    /** Copies the lists. */
    NameList {
        separators = List.copyOf(separators);
        legalForms = legalForms.stream().map(CellText::folded).toList();
    }

    /** Returns the names in a cell, each tidy, or empty if the cell holds a text rather than names. */
    Optional<List<String>> names(String cell) {
        List<String> names = new ArrayList<>();
        for (String part : split(cell.replace("\r\n", "\n").replace('\r', '\n'), false)) {
            List<String> finer = joined(split(part, true));
            names.addAll(finer.stream().anyMatch(NameList::goesOn) && finer.size() > 1 ? joined(List.of(part)) : finer);
        }
        List<String> bare = names.stream().map(this::withoutLegalForm).toList();
        return bare.stream().anyMatch(name -> name.length() > LONGEST) ? Optional.empty() : Optional.of(bare);
    }

    /** Returns the parts, tidy, with what begins with a legal form behind the name to which it belongs. */
    private List<String> joined(List<String> parts) {
        List<String> names = new ArrayList<>();
        for (String part : parts) {
            String name = CellText.tidy(part);
            if (!names.isEmpty() && isLegalForm(firstWord(name))) {
                names.set(names.size() - 1, names.get(names.size() - 1) + ", " + name);
            } else if (!name.isEmpty()) {
                names.add(name.startsWith(LAST) ? name.substring(LAST.length()) : name);
            }
        }
        return names;
    }

    private static boolean goesOn(String part) {
        return Character.isLowerCase(part.codePointAt(0)) && !part.startsWith(ADDRESS);
    }

    private static String firstWord(String name) {
        int blank = name.indexOf(' ');
        return blank < 0 ? name : name.substring(0, blank);
    }

    private boolean isLegalForm(String word) {
        return legalForms.contains(word.toLowerCase(Locale.ROOT));
    }

    private String withoutLegalForm(String name) {
        int blank = name.lastIndexOf(' ');
        boolean has = blank > 0 && isLegalForm(name.substring(blank + 1));
        String bare = has ? name.substring(0, blank).strip() : name;
        return bare.endsWith(",") ? bare.substring(0, bare.length() - 1).strip() : bare;
    }

    /** Splits at the separators with a blank, or without one, that stand outside of brackets. */
    private List<String> split(String cell, boolean inSentences) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        int at = 0;
        while (at < cell.length()) {
            char c = cell.charAt(at);
            depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
            Optional<String> separator = depth > 0 ? Optional.empty() : separatorAt(cell, at, inSentences);
            if (separator.isPresent()) {
                parts.add(part.toString());
                part.setLength(0);
                at += separator.get().length();
            } else {
                part.append(c);
                at++;
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private Optional<String> separatorAt(String cell, int at, boolean inSentences) {
        return separators.stream()
                .filter(separator -> inSentences == (separator.indexOf(' ') >= 0))
                .filter(separator -> cell.startsWith(separator, at))
                .findFirst();
    }
}
