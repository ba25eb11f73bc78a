package io.aims.treatment.portfolio;

import io.aims.risk.RiskLevel;

/**
 * The highest level that any system reaches, with the systems that reach it.
 *
 * @param level the level
 * @param systems the systems at that level
 * @since 0.1
 */
public record Peak(RiskLevel level, SystemLines systems) {

    Peak plus(Peak other, int limit) {
        int order = level.compareTo(other.level);
        if (order != 0) {
            return order > 0 ? this : other;
        }
        return new Peak(level, systems.plus(other.systems, limit));
    }
}
