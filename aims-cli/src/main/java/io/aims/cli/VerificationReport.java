package io.aims.cli;

import io.aims.error.Fault;
import io.aims.interchange.VerificationWriter;
import io.aims.reasoning.verification.Discrepancy;
import io.aims.reasoning.verification.Verification;
import io.aims.text.Quoted;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells what verifications came to, and counts. Not thread-safe. */
abstract class VerificationReport {

    private final Session session;
    private int holding;
    private int failing;
    private int lonely;
    private int refused;

    VerificationReport(Session session) {
        this.session = session;
    }

    /** Writes a verification. */
    abstract void write(Verification verification);

    /** Writes what follows the last verification. */
    abstract void finish();

    final void add(Verification verification) {
        write(verification);
        if (verification.holds()) {
            holding++;
        } else {
            failing++;
        }
    }

    final void refuse(List<Fault> faults) {
        refused++;
        faults.forEach(fault -> session.say(fault.toString()));
    }

    final void undescribed(ResultPairs.Lonely result) {
        lonely++;
        session.say(Fault.of(
                        "AIMS-5025",
                        "The result of system (" + Quoted.of(result.id()) + ", " + result.place()
                                + ") has no description to be verified with.",
                        "Maybe the id was changed, or the description stands in another file.")
                .toString());
    }

    final void unevaluated(ResultPairs.Lonely system) {
        lonely++;
        session.say(Fault.of(
                        "AIMS-5026",
                        "The system (" + Quoted.of(system.id()) + ", " + system.place() + ") has no result.",
                        "Maybe the result was taken out, or the system was added since.")
                .toString());
    }

    final void end() {
        finish();
        if (refused > 0) {
            session.say("aims: " + Wording.count(holding + failing, "result", "results") + " verified, "
                    + Wording.count(refused, "entry", "entries") + " could not be read");
        }
    }

    final int status() {
        if (refused > 0) {
            return ExitStatus.WRONG_INPUT;
        }
        return failing + lonely > 0 ? ExitStatus.BEYOND : ExitStatus.DONE;
    }

    final int refused() {
        return refused;
    }

    final Session session() {
        return session;
    }

    final int holding() {
        return holding;
    }

    final int verified() {
        return holding + failing;
    }

    /** Text for people. */
    static final class AsText extends VerificationReport {

        private final Supplier<Page> pages;

        AsText(Session session, Supplier<Page> pages) {
            super(session);
            this.pages = pages;
        }

        @Override
        void write(Verification verification) {
            Page page = pages.get();
            page.text(
                    0,
                    Span.strong(verification.systemId()),
                    verification.holds()
                            ? new Span(" holds", Style.CALM)
                            : new Span(
                                    verification.isComplete() ? " does not hold" : " cannot be verified", Style.ALARM),
                    Span.plain(
                            verification.holds()
                                    ? ": it is what the rules that it names find."
                                    : ": "
                                            + Wording.count(
                                                    verification.discrepancies().size(), "place", "places")
                                            + "."));
            verification.discrepancies().forEach(discrepancy -> write(discrepancy, page));
            if (!verification.isComplete()) {
                page.blank().text(2, Span.plain("Nothing but the facts about the system was checked."));
            } else if (verification.hasOtherFacts()) {
                page.blank()
                        .text(
                                2,
                                Span.plain("The result speaks of other facts than the description. What differs besides"
                                        + " may follow from them: verify with the description as it was then."));
            }
            verification
                    .outside()
                    .forEach(rules -> page.blank()
                            .text(
                                    2,
                                    Span.plain("Not computed again: what " + rules.id() + " " + rules.version()
                                            + " found, rules outside the guarantees.")));
            session().out().print(page.toString());
            session().out().flush();
        }

        private static void write(Discrepancy discrepancy, Page page) {
            page.blank().text(2, Span.name(discrepancy.path()), Span.plain(contrast(discrepancy)));
            page.text(4, Span.quiet(discrepancy.meaning()));
        }

        private static String contrast(Discrepancy discrepancy) {
            String found = "(" + discrepancy.foundPart() + ")";
            String expected = "(" + discrepancy.expectedPart() + ")";
            return switch (discrepancy.kind()) {
                case CHANGED -> " says " + found + ", not " + expected + ".";
                case NOT_AT_HAND ->
                    " says " + found + "; at hand is " + (discrepancy.expected().isEmpty() ? "none." : expected + ".");
                case MISSING -> " is missing: " + expected + ".";
                case ADDED -> " should not be there: " + found + ".";
                case REPEATED -> " stands more than once.";
                case MOVED -> " has another order: " + found + " stands where " + expected + " should.";
            };
        }

        @Override
        void finish() {
            if (verified() > 1) {
                Page page = pages.get();
                int failing = verified() - holding();
                page.text(
                        0,
                        Span.strong(Wording.count(verified(), "result", "results")),
                        Span.plain(": " + holding() + (holding() == 1 ? " holds, " : " hold, ") + failing
                                + (failing == 1 ? " does not." : " do not.")));
                session().out().print("\n" + page);
            }
        }
    }

    /** One JSON document: a verification, or a list of them if there are several. */
    static final class AsJson extends VerificationReport {

        private final VerificationWriter writer = new VerificationWriter();
        private @Nullable String first;
        private boolean open;

        AsJson(Session session) {
            super(session);
        }

        @Override
        void write(Verification verification) {
            String text = writer.text(verification);
            if (verified() == 0) {
                first = text;
                return;
            }
            String held = first;
            if (held != null) {
                first = null;
                item(held);
            }
            item(text);
        }

        private void item(String text) {
            session().out().print(open ? ",\n" : "[\n");
            session().out().print(text);
            open = true;
        }

        @Override
        void finish() {
            String only = first;
            if (only != null) {
                session().out().println(only);
            } else if (open) {
                session().out().print("\n]\n");
            } else {
                session().out().print("[]\n");
            }
        }
    }
}
