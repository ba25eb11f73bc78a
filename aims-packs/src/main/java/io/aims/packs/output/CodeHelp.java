package io.aims.packs.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * What the codes of diagnostics mean, apart from the case at hand. The texts are data, in {@code codes.properties}.
 *
 * @param title what is found, in under ten words
 * @param text why it matters and what to do, in a few sentences
 */
record CodeHelp(String title, String text) {

    private static final String TEXTS = "codes.properties";

    /** Returns the help of a code; for one that the texts lack, that the message says it all. */
    static CodeHelp of(String code) {
        String title = Texts.ALL.getProperty(code + ".title");
        String text = Texts.ALL.getProperty(code + ".help");
        return title == null || text == null
                ? new CodeHelp("Fault " + code, "The message says what is wrong, where, and what to do.")
                : new CodeHelp(title, text);
    }

    /** Tells whether the texts hold a code. */
    static boolean isKnown(String code) {
        return Texts.ALL.containsKey(code + ".title") && Texts.ALL.containsKey(code + ".help");
    }

    /** Read when first used. */
    private static final class Texts {

        static final Properties ALL = load();

        private static Properties load() {
            Properties texts = new Properties();
            try (InputStream bytes = CodeHelp.class.getResourceAsStream(TEXTS)) {
                if (bytes == null) {
                    throw new IllegalStateException("The jar of aims-packs lacks " + TEXTS);
                }
                texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException("The texts in the jar of aims-packs are damaged", e);
            }
            return texts;
        }
    }
}
