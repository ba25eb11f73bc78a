package io.aims.report.internal.sheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A part of a package in memory, found by the directory at its end. {@link java.util.zip.ZipInputStream} reads from the
 * beginning, where the writer of workbooks leaves the sizes open in a form that it does not understand.
 */
final class ZipPart {

    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int DEFLATED = 8;

    private final String name;
    private final byte[] content;

    private ZipPart(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content;
    }

    /** Returns the parts in the order of the directory. */
    static List<ZipPart> parts(byte[] bytes) throws IOException {
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.length - END_LENGTH;
        if (end < 0 || zip.getInt(end) != END_OF_DIRECTORY) {
            throw new IOException("A package ends with its directory");
        }
        List<ZipPart> parts = new ArrayList<>();
        int at = zip.getInt(end + 16);
        for (int left = Short.toUnsignedInt(zip.getShort(end + 10)); left > 0; left--) {
            if (zip.getInt(at) != DIRECTORY_ENTRY) {
                throw new IOException("The directory of a package holds nothing but entries");
            }
            int nameLength = Short.toUnsignedInt(zip.getShort(at + 28));
            parts.add(new ZipPart(
                    new String(bytes, at + ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8), content(bytes, zip, at)));
            at += ENTRY_LENGTH
                    + nameLength
                    + Short.toUnsignedInt(zip.getShort(at + 30))
                    + Short.toUnsignedInt(zip.getShort(at + 32));
        }
        return parts;
    }

    private static byte[] content(byte[] bytes, ByteBuffer zip, int at) throws IOException {
        boolean isDeflated = zip.getShort(at + 10) == DEFLATED;
        int packed = zip.getInt(at + 20);
        byte[] content = new byte[zip.getInt(at + 24)];
        int local = zip.getInt(at + 42);
        int start = local
                + LOCAL_LENGTH
                + Short.toUnsignedInt(zip.getShort(local + 26))
                + Short.toUnsignedInt(zip.getShort(local + 28));
        if (!isDeflated) {
            zip.get(start, content);
            return content;
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, start, packed);
            int length = inflater.inflate(content);
            if (length != content.length || !inflater.finished() && inflater.inflate(new byte[1]) > 0) {
                throw new IOException("A part of a package has another length than its directory says");
            }
            return content;
        } catch (DataFormatException e) {
            throw new IOException(e);
        } finally {
            inflater.end();
        }
    }
}
