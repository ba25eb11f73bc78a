package io.aims.system.identity;

import io.aims.system.CharacteristicValue;

/**
 * How new the use is, independent of the TRL of the technique: a mature technique moved to a new use is still new.
 *
 * <p>The values rise in severity.
 *
 * @clause ISO/IEC 23894:2023 B.8
 * @clause Canada Algorithmic Impact Assessment (impact22)
 * @since 0.1
 */
public enum DeploymentNovelty implements CharacteristicValue {
    /** The organisation has run this technique for this purpose before. */
    ESTABLISHED_IN_ORGANIZATION,
    /** Others in the sector use it so, the organisation has not. */
    NEW_TO_ORGANIZATION,
    /** Used elsewhere, but not for this purpose in the sector. */
    NEW_TO_SECTOR,
    /** Nobody is known to have used the technique for this purpose. */
    NOVEL_TECHNIQUE;

    @Override
    public String id() {
        return name();
    }
}
