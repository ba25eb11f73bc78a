package io.aims.testing.junit;

import io.aims.Aims;
import io.aims.rules.PackLoader;
import io.aims.rules.PackSource;
import java.util.function.Supplier;

/** The pack of ACME alone. */
final class AcmeRules implements Supplier<Aims> {

    private AcmeRules() {}

    @Override
    public Aims get() {
        return Aims.builder()
                .packs(PackLoader.standard().read(PackSource.classPath(AcmeRules.class, "/io/aims/testing/acme-pack")))
                .build();
    }
}
