package io.aims.cli;

import org.jspecify.annotations.Nullable;

/** Writes JSON documents one by one: the only one as it is, or a list of them if the run held more than one system. */
final class JsonDocuments {

    private final Output out;
    private @Nullable String first;
    private int systems;
    private boolean isOpen;

    JsonDocuments(Output out) {
        this.out = out;
    }

    /** Writes the document of a system. */
    void add(String document) {
        systems++;
        if (systems == 1) {
            first = document;
        } else {
            beginList();
            item(document);
        }
    }

    /** Notes that a system of the run has no document. */
    void skip() {
        systems++;
        if (systems > 1) {
            beginList();
        }
    }

    /** Writes what follows the last document. */
    void end() {
        String only = first;
        if (systems > 1) {
            beginList();
            out.print(isOpen ? "\n]\n" : "[]\n");
        } else if (only != null) {
            out.println(only);
        }
    }

    private void beginList() {
        String held = first;
        first = null;
        if (held != null) {
            item(held);
        }
    }

    private void item(String document) {
        out.print(isOpen ? ",\n" : "[\n");
        out.print(document);
        isOpen = true;
    }
}
