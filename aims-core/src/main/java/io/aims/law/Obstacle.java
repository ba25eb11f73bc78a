package io.aims.law;

import io.aims.rule.Truth;

/**
 * A leaf that stands against something.
 *
 * @param leaf its position
 * @param wanted what it would have to come to
 */
record Obstacle(int leaf, Truth wanted) {}
