package io.aims.system.supply;

import io.aims.system.CharacteristicValue;

/**
 * What others supply. Empty = known none.
 *
 * <p>Several may hold at once; their order says nothing about severity.
 *
 * @clause ISO/IEC 42001:2023 A.10
 * @clause NIST AI RMF 1.0 GOVERN 6, MAP 4
 * @since 0.1
 */
public enum ThirdPartyElement implements CharacteristicValue {
    /** Open-source libraries or tools. */
    OPEN_SOURCE_SOFTWARE,
    /** Data obtained from others. */
    DATA_SET,
    /** A model trained by others, run by the organisation. */
    PRETRAINED_MODEL,
    /** A model that others run and offer as a service. */
    HOSTED_MODEL,
    /** A finished AI product. */
    PACKAGED_AI_PRODUCT,
    /** Labels made by others. */
    LABELLING_SERVICE,
    /** Compute or storage run by others. */
    CLOUD_INFRASTRUCTURE,
    /** Development by a contractor. */
    CONTRACT_DEVELOPMENT;

    @Override
    public String id() {
        return name();
    }
}
