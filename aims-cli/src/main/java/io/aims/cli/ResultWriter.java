package io.aims.cli;

import io.aims.error.Place;
import io.aims.evaluation.Evaluation;
import io.aims.interchange.EvaluationTable;
import io.aims.interchange.EvaluationWriter;
import io.aims.interchange.SystemEntry;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes evaluations one by one, each of them whole or not at all. */
interface ResultWriter {

    /** What is left of an evaluation when its text is made. */
    final class Result {

        private final byte[] text;
        private final Range<RiskLevel> level;
        private final boolean stopped;

        /**
         * Keeps a text.
         *
         * @param text the text, as UTF-8; it is not copied
         * @param level the level
         * @param stopped whether a verdict that nothing lifts is certain
         */
        Result(byte[] text, Range<RiskLevel> level, boolean stopped) {
            this.text = text;
            this.level = level;
            this.stopped = stopped;
        }
    }

    /**
     * Makes the text of an evaluation. May be called by several threads at once.
     *
     * @param evaluation the evaluation
     * @param entry the system
     * @param place where the system stands, or {@code null} if nobody could doubt it
     * @return the whole text, as UTF-8
     */
    byte[] text(Evaluation evaluation, SystemEntry.Accepted entry, @Nullable Place place);

    /** Writes the text of an evaluation. */
    void write(Result result);

    /** Notes that a system of the batch has no evaluation. */
    default void refused() {}

    /** Writes what follows the last evaluation. */
    default void end() {}

    /** Text for people. */
    final class AsText implements ResultWriter {

        private final Session session;
        private final Supplier<Page> pages;
        private final boolean all;
        private final SortedMap<Range<RiskLevel>, Integer> levels =
                new TreeMap<>(Comparator.comparing((Range<RiskLevel> level) -> level.low())
                        .thenComparing(Range::high)
                        .reversed());
        private int written;
        private int stopped;

        AsText(Session session, Supplier<Page> pages, boolean all) {
            this.session = session;
            this.pages = pages;
            this.all = all;
        }

        @Override
        public byte[] text(Evaluation evaluation, SystemEntry.Accepted entry, @Nullable Place place) {
            Page page = pages.get();
            new EvaluationText(evaluation, entry.document(), all, page).write(place);
            return page.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void write(Result result) {
            if (written > 0) {
                session.out().print("\n\n");
            }
            session.out().print(result.text);
            session.out().flush();
            written++;
            stopped += result.stopped ? 1 : 0;
            levels.merge(result.level, 1, Integer::sum);
        }

        @Override
        public void end() {
            if (written < 2) {
                return;
            }
            Page page = pages.get();
            page.text(0, Span.strong(written + " systems"));
            int widest = levels.keySet().stream()
                    .mapToInt(level -> Wording.words(level).length())
                    .max()
                    .orElse(0);
            levels.forEach((level, systems) -> page.labelled(
                    2,
                    widest + 2,
                    new Span(Wording.words(level), Wording.style(level)),
                    Span.plain(String.valueOf(systems)),
                    Span.quiet(Wording.isOpen(level) ? " (not known yet)" : "")));
            if (stopped > 0) {
                page.text(
                        2,
                        new Span("STOP", Style.ALARM),
                        Span.plain(" " + Wording.count(stopped, "system", "systems")));
            }
            session.out().print("\n\n" + page);
        }
    }

    /** One JSON document: an evaluation, or a list of them if the batch held more than one system. */
    final class AsJson implements ResultWriter {

        private final EvaluationWriter writer;
        private final JsonDocuments documents;

        AsJson(Session session, EvaluationWriter writer) {
            this.writer = writer;
            this.documents = new JsonDocuments(session.out());
        }

        @Override
        public byte[] text(Evaluation evaluation, SystemEntry.Accepted entry, @Nullable Place place) {
            return writer.utf8(evaluation, entry.document().controls(), place);
        }

        @Override
        public void write(Result result) {
            documents.add(new String(result.text, StandardCharsets.UTF_8));
        }

        @Override
        public void refused() {
            documents.skip();
        }

        @Override
        public void end() {
            documents.end();
        }
    }

    /** JSON Lines. */
    final class AsLines implements ResultWriter {

        private final Session session;
        private final EvaluationWriter writer;

        AsLines(Session session, EvaluationWriter writer) {
            this.session = session;
            this.writer = writer;
        }

        @Override
        public byte[] text(Evaluation evaluation, SystemEntry.Accepted entry, @Nullable Place place) {
            return writer.utf8(evaluation, entry.document().controls(), place);
        }

        @Override
        public void write(Result result) {
            session.out().print(result.text);
            session.out().print("\n");
        }
    }

    /** A table with a row for each evaluation. */
    final class AsRows implements ResultWriter {

        private final Session session;
        private final EvaluationTable table;

        AsRows(Session session, EvaluationTable table) {
            this.session = session;
            this.table = table;
            session.out().print(table.header());
        }

        @Override
        public byte[] text(Evaluation evaluation, SystemEntry.Accepted entry, @Nullable Place place) {
            return table.row(evaluation, place).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void write(Result result) {
            session.out().print(result.text);
        }
    }
}
