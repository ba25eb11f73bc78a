package io.aims.rules.internal.files;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A pack of one file, in which everything stands. Thread-safe. */
public final class SingleDocument implements PackFiles {

    private final String name;
    private final byte[] content;

    /**
     * Creates the pack.
     *
     * @param name its name for messages
     * @param content its only file; it is kept, not copied
     */
    public SingleDocument(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String document(String file) {
        return name;
    }

    @Override
    public boolean canHoldMore() {
        return false;
    }

    @Override
    public Optional<InputStream> open(String file) {
        return file.equals(PackDocuments.PACK_FILE) ? Optional.of(new ByteArrayInputStream(content)) : Optional.empty();
    }

    @Override
    public List<String> list(int most) {
        return List.of(PackDocuments.PACK_FILE);
    }
}
