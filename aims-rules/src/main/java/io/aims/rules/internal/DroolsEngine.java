package io.aims.rules.internal;

import io.aims.evaluation.Outcomes;
import io.aims.evaluation.RiskMethod;
import io.aims.evaluation.RuleEngine;
import io.aims.rule.PackReference;
import io.aims.rule.RuleBase;
import io.aims.rules.EngineOptions;
import io.aims.rules.trusted.TrustedRules;
import io.aims.system.AiSystem;
import java.util.BitSet;
import java.util.List;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the rules of a base in Drools: a network of nodes built in memory, one short session for each system, the strata
 * inserted one after another as single facts. Rules only mark the fact they hold on, while it passes through the network.
 *
 * <p>Trusted rules fire in the same session when all strata are done, on a fact of their own. What the packs came to is
 * settled by then, and no pattern of theirs can match a fact of the packs.
 *
 * <p>Thread-safe. It gives what {@link io.aims.evaluation.PlainEngine} gives, and the findings of trusted rules beside it.
 *
 * @since 0.1
 */
public final class DroolsEngine implements RuleEngine {

    private static final Logger LOG = LoggerFactory.getLogger(DroolsEngine.class);

    private final RuleBase base;
    private final EngineOptions options;
    private final RiskMethod method;
    private final Layout layout;
    private final Network network;
    private final TrustedModels trusted;
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
        this(base, options, List.of());
    }

    /**
     * Creates an engine that runs trusted rules too.
     *
     * @param base the rules to run
     * @param options its limits
     * @param rules rules outside the guarantees, in any order
     * @throws io.aims.error.AimsException AIMS-3126, if a class of trusted rules is missing or holds no rules; AIMS-3127, if a
     *     trusted rule does more than it may; AIMS-3128, if two of the trusted rules have one id
     */
    public DroolsEngine(RuleBase base, EngineOptions options, List<TrustedRules> rules) {
        this.base = base;
        this.options = options;
        this.method = new RiskMethod(base);
        this.layout = new Layout(base);
        this.network = new Network(base, layout);
        this.trusted = TrustedModels.of(rules);
        this.knowledgeBases = new KnowledgeBases(options.concurrency(), this::build);
        if (!trusted.models().isEmpty()) {
            knowledgeBases.giveBack(knowledgeBases.borrow(new Deadline("", options.deadline())));
        }
    }

    /** Read from jars, once for all engines; nobody changes it. */
    private static final class Sessions {

        static final KieSessionConfiguration CONFIGURATION = EngineConfiguration.session();
    }

    /** The network of packs alone is built when a system is first evaluated: what can be wrong with them was found before. */
    private KnowledgeBase build() {
        KnowledgeBase built = new KnowledgeBase(network, trusted.models(), Sessions.CONFIGURATION);
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
     *     it waits for its turn; AIMS-3004, if the engine fails; AIMS-3007, if an answer belongs to another
     *     characteristic of the same name; AIMS-3129 to AIMS-3133, if a trusted rule fails, fires without end, takes too long,
     *     or reads or finds what is not there
     * @throws IllegalStateException AIMS-3006, if the engine is closed
     */
    @Override
    public Outcomes run(AiSystem system) {
        Deadline deadline = new Deadline(system.id(), options.deadline());
        Readings readings = layout.read(system);
        KnowledgeBase knowledgeBase = knowledgeBases.borrow(deadline);
        boolean healthy = false;
        try {
            Outcomes outcomes = run(knowledgeBase, system, readings, deadline);
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

    @Override
    public List<PackReference> outside() {
        return trusted.references();
    }

    private Outcomes run(KnowledgeBase knowledgeBase, AiSystem system, Readings readings, Deadline deadline) {
        KieSession session = knowledgeBase.newSession();
        try {
            Insertion insertion = new Insertion(session, deadline);
            int words = (base.rules().size() + Long.SIZE - 1) / Long.SIZE;
            long[] certain = new long[words];
            long[] possible = new long[words];
            for (int stratum = 0; stratum < base.stratumCount(); stratum++) {
                if (stratum > 0) {
                    layout.readResults(
                            stratum, method.results(BitSet.valueOf(certain), BitSet.valueOf(possible)), readings);
                }
                insertion.insert(new View(stratum, readings, certain, possible));
            }
            return outcomes(session, system, BitSet.valueOf(certain), BitSet.valueOf(possible), deadline);
        } finally {
            session.dispose();
        }
    }

    private Outcomes outcomes(KieSession session, AiSystem system, BitSet certain, BitSet possible, Deadline deadline) {
        if (trusted.references().isEmpty()) {
            return new Outcomes(certain, possible);
        }
        EvaluatedFacts facts = new EvaluatedFacts(base, system, method.results(certain, possible));
        new TrustedFiring(session, deadline, trusted, options.trustedFirings()).fire(facts);
        return new Outcomes(certain, possible, facts.findings());
    }
}
