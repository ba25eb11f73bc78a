package io.aims.rules.trusted;

import io.aims.risk.RiskLevel;
import io.aims.rule.Truth;

/**
 * The one fact that trusted rules match on: what is known of a system, and what the rules of the packs came to, all their
 * strata done. What is asked is answered in three values; unknown is never false.
 *
 * <pre>{@code
 * rule "ACME-T1 Scoring of persons that nobody reviews"
 *     when
 *         $system : EvaluatedSystem( certainly("decisionEffect", "LEGAL_OR_SIMILARLY_SIGNIFICANT"),
 *                                    needed("A.9.3") == Truth.TRUE )
 *     then
 *         $system.find("ACME-T1", "Scoring without review", "Section 4 of our lending policy forbids it.");
 * end
 * }</pre>
 *
 * <p>A rule can add findings and nothing else: it cannot change what the packs found. Valid while the rules of one system
 * fire, on their thread alone.
 *
 * @since 0.1
 */
public interface EvaluatedSystem {

    /**
     * Returns the id of the system.
     *
     * @return the id as it was given; foreign text
     */
    String id();

    /**
     * Tells whether a characteristic has a value; of a set, whether the value is among its members.
     *
     * @param characteristic the id of a characteristic of the vocabulary
     * @param value one of its values, {@code YES} or {@code NO}, a number, or a day such as {@code 2026-03-01}
     * @return {@link Truth#UNDETERMINED} if the answer given, or its absence, leaves both possible
     * @throws io.aims.error.AimsException AIMS-3132, if there is no such characteristic or value
     */
    Truth is(String characteristic, String value);

    /**
     * Tells whether a characteristic has a value or a higher one.
     *
     * @param characteristic the id of a characteristic whose values have an order
     * @param value the value to be reached
     * @return {@link Truth#UNDETERMINED} if the answer given, or its absence, leaves both possible
     * @throws io.aims.error.AimsException AIMS-3132, if there is no such characteristic or value, or no order
     */
    Truth atLeast(String characteristic, String value);

    /**
     * Tells whether a characteristic has a value or a lower one.
     *
     * @param characteristic the id of a characteristic whose values have an order
     * @param value the value not to be passed
     * @return {@link Truth#UNDETERMINED} if the answer given, or its absence, leaves both possible
     * @throws io.aims.error.AimsException AIMS-3132, if there is no such characteristic or value, or no order
     */
    Truth atMost(String characteristic, String value);

    /**
     * Tells whether exactly one answer to a characteristic is left.
     *
     * @param characteristic the id of a characteristic of the vocabulary
     * @return {@code false} if it is unknown or only partly known
     * @throws io.aims.error.AimsException AIMS-3132, if there is no such characteristic
     */
    boolean isKnown(String characteristic);

    /**
     * Tells whether the rules of the packs show a risk source to be present.
     *
     * @param riskSource the id of a risk source of the catalogue
     * @return {@link Truth#UNDETERMINED} if the facts known do not settle it
     * @throws io.aims.error.AimsException AIMS-3132, if there is no such risk source
     */
    Truth present(String riskSource);

    /**
     * Tells whether the risk to an objective reaches a level.
     *
     * @param objective the id of an objective of the catalogue
     * @param level the level to be reached
     * @return {@link Truth#UNDETERMINED} if the facts known do not settle it
     * @throws io.aims.error.AimsException AIMS-3132, if there is no such objective
     */
    Truth reaches(String objective, RiskLevel level);

    /**
     * Tells whether the rules of the packs call for a control, whoever has to see to it.
     *
     * @param control the id of a control of the catalogue
     * @return {@link Truth#UNDETERMINED} if the facts known do not settle it
     * @throws io.aims.error.AimsException AIMS-3132, if there is no such control
     */
    Truth needed(String control);

    /**
     * Tells whether a characteristic has a value, whatever the unknown turns out to be.
     *
     * @param characteristic the id of a characteristic
     * @param value one of its values
     * @return {@code true} if {@link #is} is true
     */
    default boolean certainly(String characteristic, String value) {
        return is(characteristic, value) == Truth.TRUE;
    }

    /**
     * Tells whether a characteristic may have a value.
     *
     * @param characteristic the id of a characteristic
     * @param value one of its values
     * @return {@code true} if {@link #is} is true or undetermined
     */
    default boolean possibly(String characteristic, String value) {
        return is(characteristic, value) != Truth.FALSE;
    }

    /**
     * Tells whether a characteristic cannot have a value, whatever the unknown turns out to be.
     *
     * @param characteristic the id of a characteristic
     * @param value one of its values
     * @return {@code true} if {@link #is} is false
     */
    default boolean excluded(String characteristic, String value) {
        return is(characteristic, value) == Truth.FALSE;
    }

    /**
     * Adds a finding: the rule says that it is so.
     *
     * @param id the id of the finding: a letter or digit and up to 63 letters, digits, dots, hyphens or underscores
     * @param title a title in a few words
     * @param reason why it was found
     * @param controls the ids of controls of the catalogue that it asks for; their status does not change
     * @throws io.aims.error.AimsException AIMS-3133, if the id has not the form of one, a text is missing or too long, or
     *     there is no such control
     */
    void find(String id, String title, String reason, String... controls);

    /**
     * Adds a finding that the facts known do not settle: the rule says that it may be so.
     *
     * @param id the id of the finding
     * @param title a title in a few words
     * @param reason why it may be so
     * @param controls the ids of controls of the catalogue that it would ask for
     * @throws io.aims.error.AimsException AIMS-3133, if the id has not the form of one, a text is missing or too long, or
     *     there is no such control
     */
    void suspect(String id, String title, String reason, String... controls);
}
