package io.aims.rules.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.drools.model.Model;
import org.drools.modelcompiler.KiePackagesBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.definition.KiePackage;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.KieSessionsPool;

/** A network of rules with a pool of sessions. Used by one thread at a time. */
final class KnowledgeBase {

    private final KieBase kieBase;
    private final KieSessionsPool sessions;
    private final KieSessionConfiguration sessionConfiguration;

    /**
     * Builds a knowledge base.
     *
     * @param rules the rules of the packs
     * @param trusted the models of trusted rules
     * @param sessionConfiguration the options of its sessions
     */
    KnowledgeBase(KiePackage rules, List<Model> trusted, KieSessionConfiguration sessionConfiguration) {
        KieBaseConfiguration configuration = EngineConfiguration.knowledgeBase();
        InternalKnowledgeBase built = KnowledgeBaseFactory.newKnowledgeBase(configuration);
        List<KiePackage> packages = new ArrayList<>(List.of(rules));
        if (!trusted.isEmpty()) {
            packages.addAll(TrustedPackages.of(trusted, configuration));
        }
        built.addPackages(packages);
        this.kieBase = built;
        this.sessions = kieBase.newKieSessionsPool(1);
        this.sessionConfiguration = sessionConfiguration;
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
