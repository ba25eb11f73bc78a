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
        in.mark(LOOK_AHEAD);
        byte[] head = in.readNBytes(LOOK_AHEAD);
        in.reset();
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
        if (text.startsWith("{")) {
            return isCompleteOnFirstLine(text) ? SystemFormat.JSON_LINES : SystemFormat.JSON;
        }
        return text.startsWith("[") ? SystemFormat.JSON : SystemFormat.YAML;
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
