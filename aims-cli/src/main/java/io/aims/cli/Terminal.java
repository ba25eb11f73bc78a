package io.aims.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the output is shown on.
 *
 * @param isTerminal whether a person sees it as it is written
 * @param columns how wide it is
 * @param wantsColour whether colour is wanted if nothing else is said
 */
record Terminal(boolean isTerminal, int columns, boolean wantsColour) {

    /** The width of text that is written into a file or pipe. */
    static final int PLAIN_COLUMNS = 80;

    private static final int NARROWEST = 40;
    private static final int WIDEST = 110;

    /** Returns what this process writes to. */
    static Terminal ofProcess() {
        return of(isTerminal(System.console()), System.getenv());
    }

    static Terminal of(boolean isTerminal, Map<String, String> environment) {
        int columns = number(environment.get("COLUMNS"));
        if (columns == 0 && isTerminal) {
            columns = askTerminal();
        }
        boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(isTerminal, columns == 0 ? PLAIN_COLUMNS : bounded(columns), isTerminal && !noColour);
    }

    static int bounded(int columns) {
        return Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there is a console without a terminal too, and this method tells.
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static int askTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .trim()
                    .split(" ", 2);
            stty.waitFor(1, TimeUnit.SECONDS);
            return size.length == 2 ? number(size[1]) : 0;
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : 0;
    }
}
