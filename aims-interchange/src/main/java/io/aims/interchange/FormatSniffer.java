package io.aims.interchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Tells the format of a description by its first line. */
final class FormatSniffer {

    private static final int LOOK_AHEAD = 1 << 16;

    private FormatSniffer() {}

    /** Looks at the beginning and leaves the stream where it was. */
    static SystemFormat sniff(BufferedInputStream in) throws IOException {
        String text = beginning(in);
        if (text.startsWith("{")) {
            return isCompleteOnFirstLine(text) ? SystemFormat.JSON_LINES : SystemFormat.JSON;
        }
        return text.startsWith("[") ? SystemFormat.JSON : SystemFormat.YAML;
    }

    /** Tells whether JSON stands on lines of its own: a line may be longer than what is looked at. */
    static boolean hasOneLineEach(BufferedInputStream in) throws IOException {
        String text = beginning(in);
        return text.startsWith("{") && (text.indexOf('\n') < 0 || isCompleteOnFirstLine(text));
    }

    /** Tells whether a JSON list begins. */
    static boolean beginsList(BufferedInputStream in) throws IOException {
        return beginning(in).startsWith("[");
    }

    private static String beginning(BufferedInputStream in) throws IOException {
        in.mark(LOOK_AHEAD);
        byte[] head = in.readNBytes(LOOK_AHEAD);
        in.reset();
        return new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    }

    private static boolean isCompleteOnFirstLine(String text) {
        int depth = 0;
        boolean inText = false;
        for (int i = 0; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (inText) {
                if (c == '\\') {
                    i++;
                } else {
                    inText = c != '"';
                }
            } else if (c == '"') {
                inText = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
        return depth == 0 && !inText;
    }
}
