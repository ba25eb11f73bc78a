package io.aims.testing;

/** A failure in four parts: what was expected, what is so instead, how that came about, and what to do. */
final class Message {

    private final StringBuilder text;

    private Message(String expectation, String found) {
        this.text = new StringBuilder("\nExpected ")
                .append(expectation)
                .append(", but ")
                .append(found)
                .append('.');
    }

    static Message expected(String expectation, String found) {
        return new Message(expectation, found);
    }

    /** Adds lines of explanation, indented. */
    Message because(String explanation) {
        text.append("\n");
        explanation.lines().forEach(line -> text.append("\n  ").append(line));
        return this;
    }

    /** Ends with what to do. */
    String advise(String advice) {
        return text.append("\n\n").append(advice).toString();
    }
}
