/**
 * Many systems at once: levels, controls and questions counted over all of them, and what they share. Begin with
 * {@link io.aims.treatment.portfolio.Portfolio#collect}.
 */
@NullMarked
package io.aims.treatment.portfolio;

import org.jspecify.annotations.NullMarked;
