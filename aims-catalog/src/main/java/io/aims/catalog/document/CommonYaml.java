package io.aims.catalog.document;

import io.aims.error.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the part of YAML to which nearly every document keeps: maps, lists and texts of all styles, without anchors, tags,
 * escapes, tabs, empty values and whatever else is rare.
 *
 * <p>What it reads it reads as the parser of all of YAML does, with the same places, in a small part of the time. Where it meets
 * anything else, and so wherever something is wrong, it reads nothing: that parser then says what is there. Not thread-safe.
 */
final class CommonYaml {

    private static final int LONGEST_KEY = 500;
    private static final String NO_BEGINNING_OF_A_PLAIN_TEXT = "-?:,[]{}#&*!|>'\"%@`";
    private static final char END = '\0';

    private final String name;
    private final String text;
    private final DocumentLimits limits;
    private final Words words;
    private int position;
    private int line;
    private int lineStart;
    private int parts;

    private CommonYaml(String name, String text, DocumentLimits limits) {
        this.name = name;
        this.text = text;
        this.limits = limits;
        this.words = new Words(text);
    }

    /**
     * Reads a document.
     *
     * @param name the name of the document, for places
     * @param text its content
     * @param limits how large it may be
     * @return its root, or empty if it holds anything that is rare, wrong or beyond a limit
     */
    static Optional<Node> read(String name, String text, DocumentLimits limits) {
        try {
            return Optional.of(new CommonYaml(name, text, limits).document());
        } catch (Uncommon e) {
            return Optional.empty();
        }
    }

    /** Ends the reading. */
    private static final class Uncommon extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Uncommon() {
            super(null, null, false, false);
        }
    }

    private Node document() {
        expect(text.length() <= limits.bytes());
        for (int i = 0; i < text.length(); i++) {
            expect(isCommon(text.charAt(i)));
        }
        checkNoMarker();
        skip();
        expect(isDash() || isFlow(peek()) || isKey());
        Node root = block(-1, 1);
        skip();
        expect(isAtEnd());
        return root;
    }

    private static boolean isCommon(char c) {
        return c >= ' ' && c <= '~'
                || c == '\n'
                || c >= '\u00A0' && c <= '\uD7FF' && c != '\u2028' && c != '\u2029'
                || c >= '\uE000' && c <= '\uFFFD' && c != '\uFEFF';
    }

    /**
     * Reads what stands here, between lines or behind the dash of a list.
     *
     * @param indent the column of the innermost map or list around it, or -1
     * @param depth how many nodes stand in one another here
     */
    private Node block(int indent, int depth) {
        if (isDash()) {
            return sequence(depth);
        }
        char c = peek();
        return !isFlow(c) && !isBlockText(c) && isKey() ? mapping(depth) : line(indent, depth);
    }

    private Node mapping(int depth) {
        count(depth);
        Place place = place();
        int column = column();
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        do {
            Place keyPlace = place();
            expect(isKey());
            String key = key(false, depth + 1);
            expect(entries.putIfAbsent(key, new Node.Entry(key, keyPlace, value(column, depth + 1))) == null);
            skip();
        } while (!isAtEnd() && column() == column && !isDash());
        expect(isAtEnd() || column() < column);
        return new Node.Mapping(entries, place);
    }

    private Node value(int indent, int depth) {
        skipBlanks();
        if (!isAtLineEnd()) {
            return line(indent, depth);
        }
        skip();
        expect(!isAtEnd() && column() >= indent);
        if (column() > indent) {
            return block(indent, depth);
        }
        expect(isDash());
        return sequence(depth);
    }

    private Node sequence(int depth) {
        count(depth);
        Place place = place();
        int column = column();
        List<Node> items = new ArrayList<>();
        do {
            position++;
            skipBlanks();
            if (isAtLineEnd()) {
                skip();
                expect(!isAtEnd() && column() > column);
            }
            items.add(block(column, depth + 1));
            skip();
        } while (!isAtEnd() && column() == column && isDash());
        expect(isAtEnd() || column() <= column);
        return new Node.Sequence(items, place);
    }

    /** Reads what takes up the rest of the line, and maybe further lines. */
    private Node line(int indent, int depth) {
        char c = peek();
        if (isBlockText(c)) {
            return blockText(indent, depth);
        }
        Node node = isFlow(c) ? flow(depth) : isQuote(c) ? quoted(indent, depth) : plain(indent, depth);
        skipBlanks();
        expect(isAtLineEnd());
        return node;
    }

    private Node flow(int depth) {
        count(depth);
        Place place = place();
        boolean list = peek() == '[';
        char close = list ? ']' : '}';
        List<Node> items = new ArrayList<>();
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        position++;
        skip();
        boolean more = peek() != close;
        while (more) {
            if (list) {
                items.add(flowItem(depth + 1));
            } else {
                flowEntry(entries, depth + 1);
            }
            skip();
            more = peek() == ',';
            if (more) {
                position++;
                skip();
            }
        }
        expect(peek() == close);
        position++;
        return list ? new Node.Sequence(items, place) : new Node.Mapping(entries, place);
    }

    private void flowEntry(Map<String, Node.Entry> entries, int depth) {
        Place keyPlace = place();
        String key = key(true, depth);
        skip();
        Node.Entry entry = new Node.Entry(key, keyPlace, flowItem(depth));
        expect(entries.putIfAbsent(key, entry) == null);
    }

    private Node flowItem(int depth) {
        char c = peek();
        return isFlow(c) ? flow(depth) : isQuote(c) ? quoted(-1, depth) : flowText(depth);
    }

    private Node flowText(int depth) {
        count(depth);
        Place place = place();
        expect(isPlainBeginning());
        int start = position;
        int end = flowTextEnd();
        if (peek() != '\n') {
            return scalar(words.word(start, end), false, place);
        }
        StringBuilder folded = new StringBuilder().append(text, start, end);
        while (peek() == '\n') {
            int breaks = skipLines();
            expect(peek() != '#');
            start = position;
            end = flowTextEnd();
            if (start < end) {
                fold(folded, breaks).append(text, start, end);
            }
        }
        return scalar(folded.toString(), false, place);
    }

    /** Goes to what ends a text in brackets on this line, and returns where the text ends. */
    private int flowTextEnd() {
        int end = position;
        for (char c = peek(); c != '\n' && !endsFlowText(c); c = peek()) {
            expect(c != END && c != '?' && !isRemark() && !(c == ':' && endsFlowText(peek(1))) && !isColon());
            position++;
            end = c == ' ' ? end : position;
        }
        return end;
    }

    private static boolean endsFlowText(char c) {
        return c == ',' || isFlow(c) || c == ']' || c == '}';
    }

    private Node plain(int indent, int depth) {
        count(depth);
        Place place = place();
        expect(isPlainBeginning());
        int start = position;
        int end = plainEnd();
        Lines before = new Lines();
        if (peek() != '\n' || !goesOn(indent)) {
            before.restore();
            return scalar(words.word(start, end), false, place);
        }
        StringBuilder folded = new StringBuilder().append(text, start, end);
        do {
            start = position;
            end = plainEnd();
            fold(folded, line - before.line).append(text, start, end);
            before = new Lines();
        } while (peek() == '\n' && goesOn(indent));
        before.restore();
        return scalar(folded.toString(), false, place);
    }

    private boolean goesOn(int indent) {
        skipLines();
        return !isAtEnd() && column() > indent && peek() != '#';
    }

    /** Goes to the end of the line or to a remark, and returns where the text before it ends. */
    private int plainEnd() {
        int end = position;
        for (char c = peek(); c != '\n' && c != END && !isRemark(); c = peek()) {
            expect(!isColon());
            position++;
            end = c == ' ' ? end : position;
        }
        return end;
    }

    private Node quoted(int indent, int depth) {
        count(depth);
        Place place = place();
        return scalar(quotedText(indent), true, place);
    }

    private String quotedText(int indent) {
        char mark = peek();
        position++;
        StringBuilder read = new StringBuilder();
        int start = position;
        while (true) {
            char c = peek();
            expect(c != END && !(mark == '"' && c == '\\'));
            if (c == '\n') {
                int end = position;
                while (end > start && text.charAt(end - 1) == ' ') {
                    end--;
                }
                read.append(text, start, end);
                fold(read, skipLines());
                expect(column() > indent);
                start = position;
            } else if (c == mark && (mark == '"' || peek(1) != mark)) {
                break;
            } else if (c == mark) {
                read.append(text, start, position + 1);
                position += 2;
                start = position;
            } else {
                position++;
            }
        }
        String last = words.word(start, position);
        position++;
        return read.isEmpty() ? last : read.append(last).toString();
    }

    /** Reads a text of lines that stand deeper, joined if it begins with {@code >}. */
    private Node blockText(int indent, int depth) {
        count(depth);
        Place place = place();
        boolean folded = peek() == '>';
        position++;
        boolean strip = peek() == '-';
        position += strip ? 1 : 0;
        expect(peek() == '\n');
        StringBuilder read = new StringBuilder();
        int breaks = skipEmptyLines();
        read.append("\n".repeat(breaks - 1));
        int column = column();
        expect(!isAtEnd() && column > indent && column > 0);
        Lines before;
        do {
            int start = lineStart + column;
            position = start;
            expect(!folded || peek() != ' ');
            while (peek() != '\n' && !isAtEnd()) {
                position++;
            }
            read.append(text, start, position);
            before = new Lines();
            breaks = skipEmptyLines();
            if (!isAtEnd() && column() >= column) {
                if (folded) {
                    fold(read, breaks);
                } else {
                    read.append("\n".repeat(breaks));
                }
            }
        } while (!isAtEnd() && column() >= column);
        before.restore();
        expect(strip || peek() == '\n');
        return scalar(strip ? read.toString() : read.append('\n').toString(), true, place);
    }

    /** Where a text may have ended. */
    private final class Lines {

        private final int position = CommonYaml.this.position;
        private final int line = CommonYaml.this.line;
        private final int lineStart = CommonYaml.this.lineStart;

        void restore() {
            CommonYaml.this.position = position;
            CommonYaml.this.line = line;
            CommonYaml.this.lineStart = lineStart;
        }
    }

    private static StringBuilder fold(StringBuilder read, int breaks) {
        return breaks == 1 ? read.append(' ') : read.append("\n".repeat(breaks - 1));
    }

    private Node scalar(String read, boolean quoted, Place place) {
        expect(read.length() <= limits.textLength());
        return new Node.Scalar(read, quoted, place);
    }

    /** Reads a key and its colon, which stand on one line. */
    private String key(boolean inFlow, int depth) {
        count(depth);
        int start = position;
        int before = line;
        String key = isQuote(peek()) ? quotedText(-1) : plainKey(inFlow);
        skipBlanks();
        expect(isColon() && line == before && position - start <= LONGEST_KEY && key.length() <= limits.textLength());
        position++;
        return key;
    }

    private String plainKey(boolean inFlow) {
        int start = position;
        int end = start;
        expect(isPlainBeginning());
        while (!isColon()) {
            char c = peek();
            expect(c != END && c != '\n' && !isRemark() && !(inFlow && (endsFlowText(c) || c == '?')));
            position++;
            end = c == ' ' ? end : position;
        }
        return words.word(start, end);
    }

    /** Tells whether a key stands here, with its colon on the same line. */
    private boolean isKey() {
        int start = position;
        boolean found = isQuote(peek()) ? isQuotedKey() : isPlainKey();
        position = start;
        return found;
    }

    private boolean isPlainKey() {
        if (!isPlainBeginning()) {
            return false;
        }
        while (peek() != '\n' && !isAtEnd() && !isRemark()) {
            if (isColon()) {
                return true;
            }
            position++;
        }
        return false;
    }

    private boolean isQuotedKey() {
        char mark = peek();
        position++;
        while (peek() != mark) {
            if (peek() == '\n' || isAtEnd()) {
                return false;
            }
            position++;
        }
        position++;
        skipBlanks();
        return isColon();
    }

    private void count(int depth) {
        parts++;
        expect(depth <= limits.depth() && parts <= limits.parts());
    }

    /** Goes to the next thing that says something, over blanks, line ends and remarks. */
    private void skip() {
        while (true) {
            char c = peek();
            if (c == ' ') {
                position++;
            } else if (c == '\n') {
                nextLine();
            } else if (isRemark()) {
                while (peek() != '\n' && !isAtEnd()) {
                    position++;
                }
            } else {
                return;
            }
        }
    }

    private void skipBlanks() {
        while (peek() == ' ') {
            position++;
        }
    }

    /** Goes over line ends and the blanks at the begin of lines, and returns how many line ends there were. */
    private int skipLines() {
        int before = line;
        while (peek() == '\n') {
            nextLine();
            skipBlanks();
        }
        return line - before;
    }

    /** Does the same where a line must not consist of blanks. */
    private int skipEmptyLines() {
        int before = line;
        while (peek() == '\n') {
            nextLine();
        }
        skipBlanks();
        expect(column() == 0 || peek() != '\n' && !isAtEnd());
        return line - before;
    }

    private void nextLine() {
        position++;
        line++;
        lineStart = position;
        checkNoMarker();
    }

    /** Three dashes or periods begin or end a document. */
    private void checkNoMarker() {
        char c = peek();
        expect(!((c == '-' || c == '.') && peek(1) == c && peek(2) == c));
    }

    private boolean isAtEnd() {
        return position >= text.length();
    }

    private boolean isAtLineEnd() {
        return isAtEnd() || peek() == '\n' || isRemark();
    }

    private boolean isRemark() {
        return peek() == '#' && (position == lineStart || text.charAt(position - 1) == ' ');
    }

    private boolean isDash() {
        return peek() == '-' && isBlank(peek(1));
    }

    private boolean isColon() {
        return peek() == ':' && isBlank(peek(1));
    }

    private boolean isPlainBeginning() {
        return !isAtEnd() && NO_BEGINNING_OF_A_PLAIN_TEXT.indexOf(peek()) < 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == END;
    }

    private static boolean isFlow(char c) {
        return c == '[' || c == '{';
    }

    private static boolean isBlockText(char c) {
        return c == '|' || c == '>';
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"';
    }

    private char peek() {
        return peek(0);
    }

    private char peek(int ahead) {
        int at = position + ahead;
        return at < text.length() ? text.charAt(at) : END;
    }

    private int column() {
        return position - lineStart;
    }

    private Place place() {
        return new Place(name, line + 1, column() + 1);
    }

    private static void expect(boolean common) {
        if (!common) {
            throw new Uncommon();
        }
    }

    /** Words that stand in a document again and again, as one text each. */
    private static final class Words {

        private static final int LONGEST = 40;
        private static final int SIZE = 1 << 10;

        private final String text;
        private final String[] seen = new String[SIZE];

        Words(String text) {
            this.text = text;
            Arrays.fill(seen, "");
        }

        String word(int start, int end) {
            int length = end - start;
            if (length > LONGEST) {
                return text.substring(start, end);
            }
            int hash = length;
            for (int i = start; i < end; i++) {
                hash = 31 * hash + text.charAt(i);
            }
            int slot = (hash ^ hash >>> 10 ^ hash >>> 20) & SIZE - 1;
            String word = seen[slot];
            if (word.length() != length || !text.startsWith(word, start)) {
                word = text.substring(start, end);
                seen[slot] = word;
            }
            return word;
        }
    }
}
