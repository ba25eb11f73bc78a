package io.aims.rules.internal;

import java.util.List;
import java.util.Properties;
import org.drools.core.RuleBaseConfiguration;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.core.runtime.rule.impl.DefaultConsequenceExceptionHandler;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.conf.BetaRangeIndexOption;
import org.kie.api.conf.DeclarativeAgendaOption;
import org.kie.api.conf.EqualityBehaviorOption;
import org.kie.api.conf.EventProcessingOption;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.conf.KieBaseOption;
import org.kie.api.conf.MBeansOption;
import org.kie.api.conf.PrototypesOption;
import org.kie.api.conf.RemoveIdentitiesOption;
import org.kie.api.conf.SequentialOption;
import org.kie.api.conf.SessionsPoolOption;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.AccumulateNullPropagationOption;
import org.kie.api.runtime.conf.BeliefSystemTypeOption;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.runtime.conf.DirectFiringOption;
import org.kie.api.runtime.conf.KeepReferenceOption;
import org.kie.api.runtime.conf.KieSessionOption;
import org.kie.api.runtime.conf.QueryListenerOption;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.api.runtime.conf.TimedRuleExecutionOption;
import org.kie.api.runtime.conf.TimerJobFactoryOption;
import org.kie.internal.conf.AlphaRangeIndexThresholdOption;
import org.kie.internal.conf.AlphaThresholdOption;
import org.kie.internal.conf.CompositeKeyDepthOption;
import org.kie.internal.conf.ConsequenceExceptionHandlerOption;
import org.kie.internal.conf.ConstraintJittingThresholdOption;
import org.kie.internal.conf.IndexLeftBetaMemoryOption;
import org.kie.internal.conf.IndexPrecedenceOption;
import org.kie.internal.conf.IndexRightBetaMemoryOption;
import org.kie.internal.conf.MaxThreadsOption;
import org.kie.internal.conf.ParallelExecutionOption;
import org.kie.internal.conf.SequentialAgendaOption;
import org.kie.internal.conf.ShareAlphaNodesOption;
import org.kie.internal.conf.ShareBetaNodesOption;
import org.kie.internal.runtime.conf.ForceEagerActivationOption;

/**
 * Every option of Drools, set explicitly: what is left unset is taken from the system properties of the host.
 */
final class EngineConfiguration {

    /** The options of a knowledge base. */
    static final List<KieBaseOption> KNOWLEDGE_BASE_OPTIONS = List.of(
            SequentialOption.NO,
            SequentialAgendaOption.SEQUENTIAL,
            ParallelExecutionOption.SEQUENTIAL,
            MaxThreadsOption.get(1),
            KieBaseMutabilityOption.DISABLED,
            MBeansOption.DISABLED,
            EventProcessingOption.CLOUD,
            EqualityBehaviorOption.IDENTITY,
            RemoveIdentitiesOption.NO,
            PrototypesOption.DISABLED,
            DeclarativeAgendaOption.DISABLED,
            SessionsPoolOption.NO,
            ShareAlphaNodesOption.YES,
            ShareBetaNodesOption.YES,
            AlphaThresholdOption.get(3),
            AlphaRangeIndexThresholdOption.get(AlphaRangeIndexThresholdOption.DEFAULT_VALUE),
            BetaRangeIndexOption.DISABLED,
            IndexLeftBetaMemoryOption.YES,
            IndexRightBetaMemoryOption.YES,
            IndexPrecedenceOption.EQUALITY_PRIORITY,
            CompositeKeyDepthOption.get(3),
            ConstraintJittingThresholdOption.get(ConstraintJittingThresholdOption.DEFAULT_VALUE),
            ConsequenceExceptionHandlerOption.get(DefaultConsequenceExceptionHandler.class));

    /** The options of a session. {@code ThreadSafeOption.NO} makes results wrong without any error. */
    static final List<KieSessionOption> SESSION_OPTIONS = List.of(
            ThreadSafeOption.YES,
            DirectFiringOption.NO,
            ForceEagerActivationOption.NO,
            TimedRuleExecutionOption.NO,
            AccumulateNullPropagationOption.NO,
            BeliefSystemTypeOption.get("simple"),
            QueryListenerOption.STANDARD,
            KeepReferenceOption.YES,
            ClockTypeOption.REALTIME,
            TimerJobFactoryOption.get("thread_safe_trackable"));

    private EngineConfiguration() {}

    static KieBaseConfiguration knowledgeBase() {
        KieBaseConfiguration configuration = RuleBaseFactory.newKnowledgeBaseConfiguration(
                new Properties(), EngineConfiguration.class.getClassLoader());
        for (KieBaseOption option : KNOWLEDGE_BASE_OPTIONS) {
            configuration.setOption(option);
        }
        configuration.as(RuleBaseConfiguration.KEY).setRuleBaseUpdateHandler("");
        return configuration;
    }

    /** Creates the configuration of sessions. It reads from jars: create it once. */
    static KieSessionConfiguration session() {
        KieSessionConfiguration configuration = RuleBaseFactory.newKnowledgeSessionConfiguration();
        for (KieSessionOption option : SESSION_OPTIONS) {
            configuration.setOption(option);
        }
        return configuration;
    }
}
