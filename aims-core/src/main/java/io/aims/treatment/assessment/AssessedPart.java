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
}
