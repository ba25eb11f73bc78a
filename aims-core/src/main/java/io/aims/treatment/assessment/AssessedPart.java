package io.aims.treatment.assessment;

import java.util.List;

/**
 * What a draft says of one part: whether it is called for, and every topic.
 *
 * @param chapter what is looked at
 * @param trigger whether the facts call for it
 * @param topics the topics, in order
 * @since 0.1
 */
public record AssessedPart(ImpactGuide.Chapter chapter, Trigger trigger, List<AssessedTopic> topics) {

    /** Copies the list. */
    public AssessedPart {
        topics = List.copyOf(topics);
    }

    /**
     * Returns whom the part is about.
     *
     * @return the part
     */
    public ImpactPart part() {
        return chapter.part();
    }

    /**
     * Tells whether the facts call for the part.
     *
     * @return a sentence
     */
    public String sentence() {
        String control = "(" + trigger.control().id() + ")";
        return switch (trigger.call()) {
            case CALLED_FOR -> "The facts call for this part " + control + ".";
            case OPEN -> "Whether the facts call for this part is not settled " + control + ".";
            case NOT_CALLED_FOR ->
                "The facts do not call for this part " + control + ": what follows is the screening.";
        };
    }
}
