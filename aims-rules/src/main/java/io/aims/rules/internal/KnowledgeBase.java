package io.aims.rules.internal;

import java.util.List;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.KieSessionsPool;

/** A network of rules with a pool of sessions. Used by one thread at a time. */
final class KnowledgeBase {

    private final KieBase kieBase;
    private final KieSessionsPool sessions;
    private final KieSessionConfiguration sessionConfiguration;

    KnowledgeBase(List<Model> models, KieSessionConfiguration sessionConfiguration) {
        this.kieBase = KieBaseBuilder.createKieBaseFromModel(models, EngineConfiguration.knowledgeBase());
        this.sessions = kieBase.newKieSessionsPool(1);
        this.sessionConfiguration = sessionConfiguration;
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
