package io.aims.testing.jqwik;

import io.aims.system.AiSystem;
import net.jqwik.api.SampleReportingFormat;

/**
 * Shows the answers of a system that falsified a property. jqwik finds it by itself.
 *
 * @since 0.1
 */
public final class SystemFormat implements SampleReportingFormat {

    /** Called by jqwik. */
    public SystemFormat() {}

    @Override
    public boolean appliesTo(Object value) {
        return value instanceof AiSystem;
    }

    @Override
    public Object report(Object value) {
        return SystemText.of((AiSystem) value);
    }
}
