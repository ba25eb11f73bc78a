package io.aims.report.internal.page;

import java.util.List;

/**
 * What stands around the content of every page.
 *
 * @param kind what kind of page it is, for example {@code AI risk report}
 * @param title what the page is about, for example the name of a system
 * @param lead one or two sentences below the title, may be empty
 * @param facts what identifies the page: subject, day and the like, in order
 * @param contents the sections, in order
 * @param limits what every report must say of the method
 */
public record Frame(
        String kind, String title, String lead, List<Labelled> facts, List<Link> contents, List<String> limits) {

    /** The id of the section on the limits of the method, which every page has. */
    public static final String LIMITS = "limits";

    /**
     * A value with its label.
     *
     * @param label the label
     * @param value the value
     */
    public record Labelled(String label, String value) {}

    /**
     * A section.
     *
     * @param id its id in the page: letters, digits and hyphens
     * @param title its title
     */
    public record Link(String id, String title) {}

    /** Copies the lists. */
    public Frame {
        facts = List.copyOf(facts);
        contents = List.copyOf(contents);
        limits = List.copyOf(limits);
    }
}
