package io.aims.cli;

import java.io.BufferedWriter;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes text as UTF-8, whatever the locale, and notices at once when nobody reads it any more. */
final class Output implements Flushable {

    private static final int BUFFER = 1 << 16;

    private final Writer writer;

    Output(OutputStream out) {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    }

    void print(CharSequence text) {
        try {
            writer.append(text);
        } catch (IOException e) {
            throw new ClosedOutput(e);
        }
    }

    void println(CharSequence text) {
        print(text);
        print("\n");
    }

    @Override
    public void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new ClosedOutput(e);
        }
    }
}
