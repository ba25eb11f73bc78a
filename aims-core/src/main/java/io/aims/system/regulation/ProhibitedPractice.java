package io.aims.system.regulation;

import io.aims.system.CharacteristicValue;

/**
 * Art. 5 practices whose elements are met. Points (ba) and (bb) are the prohibitions on non-consensual intimate imagery
 * and child sexual abuse material added in 2026, applicable from 2 December 2026.
 *
 * <p>Several may hold at once; their order says nothing about severity.
 *
 * @clause EU AI Act Art. 5
 * @clause Regulation (EU) 2026/1744
 * @since 0.1
 */
public enum ProhibitedPractice implements CharacteristicValue {
    /** Manipulating or deceiving persons to their harm. */
    ART_5_1_A("5_1_a"),
    /** Exploiting age, disability or a social or economic situation. */
    ART_5_1_B("5_1_b"),
    /** Social scoring with unjustified or unrelated detriment. */
    ART_5_1_C("5_1_c"),
    /** Predicting crime from profiling or personality alone. */
    ART_5_1_D("5_1_d"),
    /** Scraping faces untargeted to build recognition databases. */
    ART_5_1_E("5_1_e"),
    /** Inferring emotions at work or in education. */
    ART_5_1_F("5_1_f"),
    /** Categorising persons biometrically to infer sensitive attributes. */
    ART_5_1_G("5_1_g"),
    /** Real-time remote identification in public for law enforcement. */
    ART_5_1_H("5_1_h"),
    /** Making intimate imagery of persons without their consent. */
    ART_5_1_BA("5_1_ba"),
    /** Making child sexual abuse material. */
    ART_5_1_BB("5_1_bb");

    private final String id;

    ProhibitedPractice(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
