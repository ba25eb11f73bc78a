package io.aims.cli;

import java.io.BufferedWriter;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes text as UTF-8, whatever the locale, or bytes, and notices at once when nobody reads it any more. */
final class Output implements Flushable {

    private static final int BUFFER = 1 << 16;

    private final OutputStream bytes;
    private final Writer writer;

    Output(OutputStream out) {
        this.bytes = out;
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

    /** Writes text that is UTF-8 already, behind everything printed before. */
    void print(byte[] utf8) {
        try {
            writer.flush();
            bytes.write(utf8);
        } catch (IOException e) {
            throw new ClosedOutput(e);
        }
    }

    /** Writes bytes that are no text, behind everything printed before. */
    void write(byte[] content) {
        flush();
        try {
            bytes.write(content);
            bytes.flush();
        } catch (IOException e) {
            throw new ClosedOutput(e);
        }
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
