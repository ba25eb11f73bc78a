package io.aims.rules.internal;

import io.aims.evaluation.Outcomes;
import io.aims.evaluation.RiskMethod;
import io.aims.evaluation.RuleEngine;
import io.aims.rule.RuleBase;
import io.aims.rules.EngineOptions;
import io.aims.system.AiSystem;
import java.util.BitSet;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the rules of a base in Drools: an executable model built in memory, one short session for each system, the strata
 * inserted one after another as single facts. Rules only mark the fact they hold on.
 *
 * <p>Thread-safe. It gives what {@link io.aims.evaluation.PlainEngine} gives.
 *
 * @since 0.1
 */
public final class DroolsEngine implements RuleEngine {

    private static final Logger LOG = LoggerFactory.getLogger(DroolsEngine.class);

    private final RuleBase base;
    private final EngineOptions options;
    private final RiskMethod method;
    private final Layout layout;
    private final int[] mostFirings;
    private final KnowledgeBases knowledgeBases;

    /**
     * Creates an engine with the standard limits.
     *
     * @param base the rules to run
     */
    public DroolsEngine(RuleBase base) {
        this(base, EngineOptions.standard());
    }

    /**
     * Creates an engine.
     *
     * @param base the rules to run
     * @param options its limits
     */
    public DroolsEngine(RuleBase base, EngineOptions options) {
        this.base = base;
        this.options = options;
        this.method = new RiskMethod(base);
        this.layout = new Layout(base);
        this.mostFirings = new int[base.stratumCount()];
        for (int i = 0; i < base.rules().size(); i++) {
            mostFirings[base.stratumOf(i)] += End.values().length;
        }
        this.knowledgeBases = new KnowledgeBases(options.concurrency(), this::build);
    }

    /** Read from jars, once for all engines; nobody changes it. */
    private static final class Sessions {

        static final KieSessionConfiguration CONFIGURATION = EngineConfiguration.session();
    }

    /** The network of rules is built when a system is first evaluated: what can be wrong with rules was found before. */
    private KnowledgeBase build() {
        KnowledgeBase built = new KnowledgeBase(new RuleModel(base, layout).build(), Sessions.CONFIGURATION);
        LOG.debug(
                "Engine ready: {} rules of {} packs in {} strata",
                base.rules().size(),
                base.packs().size(),
                base.stratumCount());
        return built;
    }

    /**
     * Evaluates every rule for a system.
     *
     * @param system a system
     * @return what the rules come to
     * @throws io.aims.error.AimsException AIMS-3002 or AIMS-3005, if the deadline passes or the thread is interrupted while
     *     it waits for its turn; AIMS-3003 or AIMS-3004, if the engine fails; AIMS-3007, if an answer belongs to another
     *     characteristic of the same name
     * @throws IllegalStateException AIMS-3006, if the engine is closed
     */
    @Override
    public Outcomes run(AiSystem system) {
        Deadline deadline = new Deadline(system.id(), options.deadline());
        Readings readings = layout.read(system);
        KnowledgeBase knowledgeBase = knowledgeBases.borrow(deadline);
        boolean healthy = false;
        try {
            Outcomes outcomes = run(knowledgeBase, readings, deadline);
            healthy = true;
            return outcomes;
        } finally {
            if (healthy) {
                knowledgeBases.giveBack(knowledgeBase);
            } else {
                LOG.warn("An evaluation failed; its knowledge base is replaced");
                knowledgeBases.drop(knowledgeBase);
            }
        }
    }

    /** Frees the knowledge bases; those in use when their evaluations end. No evaluation can begin afterwards. */
    @Override
    public void close() {
        knowledgeBases.close();
    }

    private Outcomes run(KnowledgeBase knowledgeBase, Readings readings, Deadline deadline) {
        KieSession session = knowledgeBase.newSession();
        try {
            Firing firing = new Firing(session, deadline);
            BitSet certain = new BitSet(base.rules().size());
            BitSet possible = new BitSet(base.rules().size());
            for (int stratum = 0; stratum < mostFirings.length; stratum++) {
                if (stratum > 0) {
                    layout.readResults(stratum, method.results(certain, possible), readings);
                }
                LowView low = readings.low(stratum);
                if (readings.isExact()) {
                    firing.fire(mostFirings[stratum], low);
                    possible.or(low.marks());
                } else {
                    HighView high = readings.high(stratum);
                    firing.fire(mostFirings[stratum], low, high);
                    possible.or(high.marks());
                }
                certain.or(low.marks());
            }
            return new Outcomes(certain, possible);
        } finally {
            session.dispose();
        }
    }
}
