package io.aims.rules.internal.analysis;

import io.aims.rule.RulePack;
import io.aims.rules.internal.files.PackPlaces;

/**
 * A pack and where its parts stand. Immutable and thread-safe.
 *
 * @param pack the pack
 * @param places where its parts stand
 */
public record PlacedPack(RulePack pack, PackPlaces places) {}
