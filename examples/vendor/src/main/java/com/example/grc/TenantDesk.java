package com.example.grc;

import io.aims.Aims;
import io.aims.AimsInUse;
import io.aims.evaluation.Evaluation;
import io.aims.rule.RulePack;
import io.aims.rules.PackLoader;
import io.aims.rules.PackReport;
import io.aims.rules.PackSource;
import io.aims.rules.RulePacks;
import io.aims.system.AiSystem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Evaluates for many tenants: each by the standard rules, those of the vendor, and its own, which it may exchange at any time.
 * Thread-safe.
 */
public final class TenantDesk implements AutoCloseable {

    private final RulePack vendor;
    private final PackLoader loader;
    private final Map<String, AimsInUse> tenants = new ConcurrentHashMap<>();

    /** Opens the desk with the pack of the vendor, which comes in this jar. */
    public TenantDesk() {
        // guide: vendor
        PackLoader beside = PackLoader.standard().beside(RulePacks.standard());
        RulePack beacon = beside.read(PackSource.classPath(TenantDesk.class, "beacon-pack"));
        // guide
        this.vendor = beacon;
        this.loader = beside.beside(beacon);
    }

    /**
     * Puts the rules of a tenant into use. Evaluations that have begun end by the rules before.
     *
     * @param tenant the id of the tenant
     * @param yaml its pack as one text, from anybody
     * @return what is wrong with it; if it must not be used, the rules before stay in use
     */
    public PackReport publish(String tenant, String yaml) {
        // guide: tenant
        PackReport report = loader.verify(PackSource.text(tenant, yaml));
        if (report.isLoadable()) {
            Aims next = Aims.builder()
                    .packs(RulePacks.standard(), vendor)
                    .packs(report.packs().toArray(RulePack[]::new))
                    .build();
            tenants.compute(tenant, (id, inUse) -> {
                if (inUse == null) {
                    return new AimsInUse(next);
                }
                inUse.replace(next);
                return inUse;
            });
        }
        // guide
        return report;
    }

    /**
     * Evaluates a system by the rules that its tenant uses now.
     *
     * @param tenant the id of the tenant, who has published rules
     * @param system a system
     * @param day the day for which to evaluate
     * @return the evaluation, whose basis names the packs and their versions
     */
    public Evaluation evaluate(String tenant, AiSystem system, LocalDate day) {
        return inUse(tenant).evaluate(system, day);
    }

    /**
     * Returns the packs that a tenant uses now.
     *
     * @param tenant the id of the tenant, who has published rules
     * @return its own, that of the vendor and that of the standard, sorted by id
     */
    public List<RulePack> packs(String tenant) {
        return inUse(tenant).with(Aims::packs);
    }

    /**
     * Forgets a tenant. Its evaluations that have begun end.
     *
     * @param tenant the id of the tenant
     */
    public void leave(String tenant) {
        AimsInUse inUse = tenants.remove(tenant);
        if (inUse != null) {
            inUse.close();
        }
    }

    private AimsInUse inUse(String tenant) {
        AimsInUse inUse = tenants.get(tenant);
        if (inUse == null) {
            throw new IllegalArgumentException("This tenant has published no rules");
        }
        return inUse;
    }

    /** Forgets all tenants. */
    @Override
    public void close() {
        tenants.keySet().forEach(this::leave);
    }
}
