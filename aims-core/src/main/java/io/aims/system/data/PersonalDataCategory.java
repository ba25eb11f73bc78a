package io.aims.system.data;

import io.aims.system.CharacteristicValue;

/**
 * Most sensitive category of personal data in training, input or output.
 *
 * <p>The values rise in severity.
 *
 * @clause GDPR Art. 4, 9, 10
 * @clause ISO/IEC 27701
 * @clause OECD 2022 Classification (Data and input)
 * @since 0.1
 */
public enum PersonalDataCategory implements CharacteristicValue {
    /** No data about persons. */
    NONE,
    /** Personal data whose link to the person is held separately. */
    PSEUDONYMISED,
    /** Data about an identified or identifiable person. */
    PERSONAL,
    /** Health, biometric, belief or similar data, or criminal records. */
    SPECIAL_OR_CRIMINAL;

    @Override
    public String id() {
        return name();
    }
}
