package io.aims.rules.internal;

import java.util.Collection;
import java.util.List;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KiePackagesBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.KieSessionsPool;

/** A network of rules with a pool of sessions. Used by one thread at a time. */
final class KnowledgeBase {

    /** Given, since Drools would ask the machine for randomness to make one up. */
    private static final String ID = "aims";

    private final KieBase kieBase;
    private final KieSessionsPool sessions;
    private final KieSessionConfiguration sessionConfiguration;

    /**
     * Builds a knowledge base.
     *
     * @param network the rules of the packs
     * @param trusted the models of trusted rules
     * @param sessionConfiguration the options of its sessions
     */
    KnowledgeBase(Network network, List<Model> trusted, KieSessionConfiguration sessionConfiguration) {
        KieBaseConfiguration configuration =
                trusted.isEmpty() ? Shared.CONFIGURATION : EngineConfiguration.knowledgeBase();
        InternalKnowledgeBase built = KnowledgeBaseFactory.newKnowledgeBase(ID, configuration);
        network.addTo(built);
        if (!trusted.isEmpty()) {
            built.addPackages(TrustedPackages.of(trusted, configuration));
        }
        this.kieBase = built;
        this.sessions = kieBase.newKieSessionsPool(1);
        this.sessionConfiguration = sessionConfiguration;
    }

    /** Read from jars, once; nobody changes it. With trusted rules it holds their class loader, so that they get their own. */
    private static final class Shared {

        static final KieBaseConfiguration CONFIGURATION = EngineConfiguration.knowledgeBase();
    }

    /** Drools' executable model; its classes are loaded for trusted rules alone. */
    private static final class TrustedPackages {

        static Collection<InternalKnowledgePackage> of(List<Model> models, KieBaseConfiguration configuration) {
            KiePackagesBuilder builder = new KiePackagesBuilder(configuration);
            models.forEach(builder::addModel);
            return builder.build().getKiePackages();
        }
    }

    /** Returns a session without facts, which must be disposed of. */
    KieSession newSession() {
        return sessions.newKieSession(sessionConfiguration);
    }

    KieBase kieBase() {
        return kieBase;
    }

    void close() {
        sessions.shutdown();
    }
}
