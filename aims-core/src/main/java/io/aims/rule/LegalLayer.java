package io.aims.rule;

import io.aims.system.AiSystem;
import io.aims.system.VocabularyEntry;
import java.util.List;

/**
 * A body of law beside the rules: it has facts of its own, which no rule can read, and tells what they show of the facts
 * that rules do read.
 *
 * <p>A law has exceptions, so its facts can free a system from a class. That rules cannot read them keeps such an exception
 * from taking a safeguard away. Implementations are immutable and thread-safe.
 *
 * @since 0.1
 */
public interface LegalLayer {

    /**
     * Returns the id of the law.
     *
     * @return the id, that of the reference
     */
    String id();

    /**
     * Returns the name of the law as it is, with the SHA-256 of its content.
     *
     * @return the reference
     */
    PackReference reference();

    /**
     * Returns the facts that only this law reads.
     *
     * @return characteristics with ids that neither a vocabulary nor a pack has
     */
    List<VocabularyEntry> facts();

    /**
     * Adds to a description what the facts of this law show of characteristics that rules read.
     *
     * @param system a system
     * @return the system with answers that say as much as before or more of a hazard, and never less; the same system, if
     *     nothing is shown or nothing of this law is answered
     */
    AiSystem establish(AiSystem system);
}
