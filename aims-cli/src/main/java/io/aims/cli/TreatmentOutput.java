package io.aims.cli;

/** Writes the results of a run in one of the formats, each of them whole or not at all. To be used from one thread. */
final class TreatmentOutput {

    private final Output out;
    private final TreatmentFormat format;
    private final JsonDocuments documents;
    private int written;

    TreatmentOutput(Session session, TreatmentFormat format) {
        this.out = session.out();
        this.format = format;
        this.documents = new JsonDocuments(session.out());
    }

    /** Writes the result of a system. */
    void add(String text) {
        switch (format) {
            case TEXT -> out.print(written > 0 ? "\n\n" + text : text);
            case MD -> out.print(written > 0 ? "\n" + text : text);
            case JSON -> documents.add(text);
            case JSONL -> out.println(text);
        }
        written++;
        out.flush();
    }

    /** Writes what follows the last result. */
    void end(Batch batch) {
        if (format == TreatmentFormat.JSON) {
            for (int i = 0; i < batch.refused(); i++) {
                documents.skip();
            }
            documents.end();
        }
        out.flush();
    }
}
