package io.aims.system.regulation;

import io.aims.system.CharacteristicValue;

/**
 * Annex III points the intended purpose falls under. Empty = assessed, none.
 *
 * <p>Several may hold at once; their order says nothing about severity.
 *
 * @clause EU AI Act Annex III
 * @since 0.1
 */
public enum AnnexThreeUse implements CharacteristicValue {
    /** Remote biometric identification. */
    POINT_1A("1a"),
    /** Biometric categorisation by sensitive attributes. */
    POINT_1B("1b"),
    /** Emotion recognition. */
    POINT_1C("1c"),
    /** Safety components of critical infrastructure. */
    POINT_2("2"),
    /** Access or admission to education. */
    POINT_3A("3a"),
    /** Evaluating what was learned. */
    POINT_3B("3b"),
    /** Judging the level of education a person should get. */
    POINT_3C("3c"),
    /** Watching for forbidden behaviour in tests. */
    POINT_3D("3d"),
    /** Recruitment and selection. */
    POINT_4A("4a"),
    /** Decisions on terms of work, promotion, dismissal, tasks and performance. */
    POINT_4B("4b"),
    /** Eligibility for public benefits and services. */
    POINT_5A("5a"),
    /** Creditworthiness of persons, fraud detection excepted. */
    POINT_5B("5b"),
    /** Risk and price in life and health insurance. */
    POINT_5C("5c"),
    /** Emergency calls, dispatch and emergency triage. */
    POINT_5D("5d"),
    /** Law enforcement: risk of becoming a victim. */
    POINT_6A("6a"),
    /** Law enforcement: polygraphs and similar tools. */
    POINT_6B("6b"),
    /** Law enforcement: reliability of evidence. */
    POINT_6C("6c"),
    /** Law enforcement: risk of offending, not by profiling alone. */
    POINT_6D("6d"),
    /** Law enforcement: profiling in detection, investigation or prosecution. */
    POINT_6E("6e"),
    /** Migration: polygraphs and similar tools. */
    POINT_7A("7a"),
    /** Migration: risks posed by a person who enters. */
    POINT_7B("7b"),
    /** Migration: examination of asylum, visa and permit applications. */
    POINT_7C("7c"),
    /** Migration: detecting, recognising or identifying persons, travel documents excepted. */
    POINT_7D("7d"),
    /** Assisting courts and dispute resolution with facts and law. */
    POINT_8A("8a"),
    /** Influencing elections or voting behaviour. */
    POINT_8B("8b");

    private final String id;

    AnnexThreeUse(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
