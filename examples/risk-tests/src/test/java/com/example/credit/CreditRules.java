package com.example.credit;

import io.aims.Aims;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import io.aims.rules.RulePacks;
import java.util.function.Supplier;

/** The standard rules and those of the credit office. */
final class CreditRules implements Supplier<Aims> {

    static final PackSource PACK = PackSource.classPath(CreditRules.class, "credit-pack");

    @Override
    public Aims get() {
        return Aims.builder()
                .packs(RulePacks.standard(), PackLoader.standard().read(PACK))
                .build();
    }
}
