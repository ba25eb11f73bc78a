package com.example.credit;

import io.aims.Aims;
import io.aims.testing.AimsAssertions;
import io.aims.testing.AssertionsByRules;
import io.aims.testing.jqwik.HazardPair;
import io.aims.testing.jqwik.SystemArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CreditPropertiesTest {

    private static final Aims AIMS = new CreditRules().get();
    private static final AssertionsByRules RULES = AimsAssertions.using(AIMS);

    @Provide
    Arbitrary<HazardPair> pairs() {
        return SystemArbitraries.of(AIMS).hazardPairs();
    }

    @Property(tries = 50)
    void more_hazard_never_lowers_the_level(@ForAll("pairs") HazardPair pair) {
        RULES.assertThat(pair.moreHazardous())
                .atLeast(AIMS.evaluate(pair.system()).level().low());
    }
}
