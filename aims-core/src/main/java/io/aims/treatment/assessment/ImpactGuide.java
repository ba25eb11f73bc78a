package io.aims.treatment.assessment;

import io.aims.control.ControlId;
import io.aims.rule.Truth;
import io.aims.source.Source;
import io.aims.system.AiSystem;
import io.aims.system.Characteristic;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an AI system impact assessment looks at: whom, on which topics, and what bears on each. It changes no evaluation.
 *
 * <p>Immutable and thread-safe. {@code io.aims.catalog.ImpactGuides} reads guides and checks them.
 *
 * @param id its id
 * @param version its version
 * @param title its title
 * @param process the control that asks for a process of impact assessment
 * @param triggers the controls that, if needed, call for an assessment of the system, in order
 * @param described the characteristics that tell what the system is and what it is for, in order
 * @param purpose what people have to say of the system as a whole
 * @param applicability the characteristics that apply only where others have certain values
 * @param chapters one chapter for each part, in the order of the parts
 * @param rest the topic of findings that no other topic takes, such as those of packs of others
 * @param limits what a draft is not, for readers
 * @param sources where it comes from
 * @clause ISO/IEC 42001:2023 6.1.4, A.5.2
 * @since 0.1
 */
public record ImpactGuide(
        String id,
        String version,
        String title,
        ControlId process,
        List<ControlId> triggers,
        List<TopicFact> described,
        List<Judgement> purpose,
        List<Applicability> applicability,
        List<Chapter> chapters,
        ImpactTopic rest,
        List<String> limits,
        List<Source> sources) {

    /**
     * What is looked at for one part.
     *
     * @param part whom it is about
     * @param triggeredBy the control that, if needed, calls for it
     * @param about what it is about, in our own words
     * @param topics the topics, in order
     * @param judgements what people have to judge for the part as a whole
     */
    public record Chapter(
            ImpactPart part,
            ControlId triggeredBy,
            String about,
            List<ImpactTopic> topics,
            List<Judgement> judgements) {

        /** Copies the lists. */
        public Chapter {
            topics = List.copyOf(topics);
            judgements = List.copyOf(judgements);
        }
    }

    /**
     * Characteristics of which there is nothing to ask unless another one has certain values.
     *
     * @param characteristics the characteristics
     * @param where the values of the other one
     */
    public record Applicability(List<Characteristic<?>> characteristics, TopicFact where) {

        /** Copies the list. */
        public Applicability {
            characteristics = List.copyOf(characteristics);
        }
    }

    /** Copies the lists. */
    public ImpactGuide {
        triggers = List.copyOf(triggers);
        described = List.copyOf(described);
        purpose = List.copyOf(purpose);
        applicability = List.copyOf(applicability);
        chapters = List.copyOf(chapters);
        limits = List.copyOf(limits);
        sources = List.copyOf(sources);
    }

    /**
     * Returns the topics of all chapters.
     *
     * @return the topics, in order
     */
    public Stream<ImpactTopic> topics() {
        return chapters.stream().flatMap(chapter -> chapter.topics().stream());
    }

    /**
     * Tells whether there may be something to say of a characteristic.
     *
     * @param characteristic a characteristic
     * @param system a system
     * @return {@code false} only if what is known of the system rules it out
     */
    public boolean mayApply(Characteristic<?> characteristic, AiSystem system) {
        return applicability.stream()
                .filter(each -> each.characteristics().contains(characteristic))
                .allMatch(each -> each.where().truth(system.bounds(each.where().characteristic())) != Truth.FALSE);
    }
}
