package io.aims.rules.internal;

import io.aims.rule.RuleBase;
import io.aims.testkit.RandomPacks;
import java.util.SplittableRandom;

/** Networks for tests. */
final class Networks {

    private Networks() {}

    static Network empty() {
        RuleBase base = RandomPacks.next(new SplittableRandom(1), 0);
        return new Network(base, new Layout(base));
    }
}
