package io.aims.rules.trusted;

import io.aims.error.AimsException;
import io.aims.text.CanonicalForm;
import io.aims.text.Quoted;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The class files of compiled rules: those of some classes, and of all they name in the same packages and below them. */
final class CompiledCode {

    private static final String UNREADABLE = "AIMS-3126";
    private static final int UTF8 = 1;
    private static final int CLASS = 7;

    private final ClassLoader loader;

    CompiledCode(ClassLoader loader) {
        this.loader = loader;
    }

    /** Returns the SHA-256 over the class files, in the order of the names of their classes. */
    String fingerprint(List<String> classes) {
        List<String> packages = classes.stream()
                .map(name -> name.substring(0, name.lastIndexOf('.') + 1).replace('.', '/'))
                .distinct()
                .toList();
        SortedMap<String, byte[]> files = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>();
        classes.forEach(name -> open.add(name.replace('.', '/')));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (files.containsKey(name)) {
                continue;
            }
            byte[] file = read(name);
            files.put(name, file);
            for (String used : used(name, file)) {
                if (packages.stream().anyMatch(prefix -> isWithin(used, prefix))) {
                    open.add(used);
                }
            }
        }
        return new CanonicalForm()
                .list(
                        files.entrySet(),
                        (form, file) ->
                                form.text(file.getKey()).text(HexFormat.of().formatHex(file.getValue())))
                .sha256();
    }

    private static boolean isWithin(String name, String prefix) {
        return prefix.isEmpty() ? !name.contains("/") : name.startsWith(prefix);
    }

    private byte[] read(String name) {
        try (InputStream bytes = loader.getResourceAsStream(name + ".class")) {
            if (bytes != null) {
                return bytes.readAllBytes();
            }
        } catch (IOException e) {
            throw unreadable(name, e);
        }
        throw unreadable(name, null);
    }

    /** The classes that a class file names, by the constants of its pool (The Java Virtual Machine Specification, 4.4). */
    private static List<String> used(String name, byte[] file) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            String[] texts = new String[count];
            List<Integer> classes = new ArrayList<>();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case UTF8 -> texts[i] = in.readUTF();
                    case CLASS -> classes.add(in.readUnsignedShort());
                    case 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    default -> throw new IOException("Unknown constant " + tag);
                }
            }
            return classes.stream()
                    .map(index -> texts[index].replaceAll("^\\[*L?|;$", ""))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static AimsException unreadable(String name, @Nullable IOException cause) {
        AimsException failure = new AimsException(
                UNREADABLE,
                "The class (" + Quoted.of(name.replace('/', '.')) + ") of compiled rules cannot be read.",
                "Maybe the jar of the rules was packed anew and left it out.");
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }
}
