package io.aims.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.evaluation.PlainEngine;
import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.drools.core.RuleBaseConfiguration;
import org.drools.core.RuleSessionConfiguration;
import org.drools.core.SessionConfiguration;
import org.drools.core.impl.RuleBaseFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.conf.KieBaseOption;
import org.kie.api.conf.SequentialOption;
import org.kie.api.conf.SingleValueKieBaseOption;
import org.kie.api.conf.SingleValueRuleBaseOption;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.PersistedSessionOption;
import org.kie.api.runtime.conf.SingleValueKieSessionOption;
import org.kie.api.runtime.conf.SingleValueRuleRuntimeOption;
import org.kie.api.runtime.conf.ThreadSafeOption;
import org.kie.internal.conf.ShareAlphaNodesOption;

class EngineConfigurationTest {

    /** What a careless host may have set, each the opposite of what the engine needs or an unusual value. */
    private static final Map<String, String> HOST = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("drools.sequential", "true"),
            Map.entry("drools.sequential.agenda", "dynamic"),
            Map.entry("drools.parallelExecution", "fully_parallel"),
            Map.entry("drools.maxThreads", "8"),
            Map.entry("drools.kieBaseMutability", "ALLOWED"),
            Map.entry("drools.eventProcessingMode", "stream"),
            Map.entry("drools.equalityBehavior", "equality"),
            Map.entry("drools.removeIdentities", "true"),
            Map.entry("drools.prototypes", "allowed"),
            Map.entry("drools.declarativeAgendaEnabled", "true"),
            Map.entry("drools.sessionPool", "7"),
            Map.entry("drools.shareAlphaNodes", "false"),
            Map.entry("drools.shareBetaNodes", "false"),
            Map.entry("drools.alphaNodeHashingThreshold", "1"),
            Map.entry("drools.alphaNodeRangeIndexThreshold", "1"),
            Map.entry("drools.betaNodeRangeIndexEnabled", "true"),
            Map.entry("drools.indexLeftBetaMemory", "false"),
            Map.entry("drools.indexRightBetaMemory", "false"),
            Map.entry("drools.indexPrecedence", "pattern"),
            Map.entry("drools.compositeKeyDepth", "1"),
            Map.entry("drools.jittingThreshold", "0"),
            Map.entry("drools.consequenceExceptionHandler", "no.such.Handler"),
            Map.entry("drools.ruleBaseUpdateHandler", "no.such.Handler"),
            Map.entry("drools.threadSafe", "false"),
            Map.entry("drools.directFiring", "true"),
            Map.entry("drools.forceEagerActivation", "true"),
            Map.entry("drools.timedRuleExecution", "true"),
            Map.entry("drools.accumulateNullPropagation", "true"),
            Map.entry("drools.beliefSystem", "defeasible"),
            Map.entry("drools.queryListener", "lightweight"),
            Map.entry("drools.keepReference", "false"),
            Map.entry("drools.clockType", "pseudo"),
            Map.entry("drools.timerJobFactory", "default"),
            Map.entry("drools.propertySpecific", "DISABLED"),
            Map.entry("kie.mbeans", "enabled")));

    @AfterEach
    void clearProperties() {
        HOST.keySet().forEach(System::clearProperty);
    }

    @Test
    void system_properties_of_the_host_do_not_reach_the_configuration() {
        KieBaseConfiguration own = EngineConfiguration.knowledgeBase();
        KieSessionConfiguration ownSession = EngineConfiguration.session();
        HOST.forEach(System::setProperty);

        KieBaseConfiguration found = EngineConfiguration.knowledgeBase();
        KieSessionConfiguration foundSession = EngineConfiguration.session();

        assertThat(found.as(RuleBaseConfiguration.KEY))
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes("(.*\\.)?(compConfig|classLoader|properties)")
                .isEqualTo(own.as(RuleBaseConfiguration.KEY));
        assertThat(foundSession.as(RuleSessionConfiguration.KEY))
                .isEqualTo(ownSession.as(RuleSessionConfiguration.KEY));
        assertThat(foundSession.as(SessionConfiguration.KEY)).isEqualTo(ownSession.as(SessionConfiguration.KEY));
        assertThat(found.getOption(SequentialOption.KEY)).isEqualTo(SequentialOption.NO);
        assertThat(foundSession.getOption(ThreadSafeOption.KEY)).isEqualTo(ThreadSafeOption.YES);
    }

    @Test
    void the_properties_tried_do_reach_a_configuration_that_does_not_set_them() {
        HOST.forEach(System::setProperty);
        RuleBaseConfiguration bare =
                RuleBaseFactory.newKnowledgeBaseConfiguration().as(RuleBaseConfiguration.KEY);
        assertThat(bare.isSequential()).isTrue();
        assertThat(bare.isShareAlphaNodes()).isFalse();
        assertThat(RuleBaseFactory.newKnowledgeSessionConfiguration()
                        .as(RuleSessionConfiguration.KEY)
                        .isThreadSafe())
                .isFalse();
    }

    @Test
    void system_properties_of_the_host_do_not_change_results() {
        RuleBase base = RandomPacks.next(new SplittableRandom(31), 80);
        RandomSystems systems = RandomSystems.of(base);
        PlainEngine oracle = new PlainEngine(base);
        HOST.forEach(System::setProperty);
        try (DroolsEngine engine = new DroolsEngine(base)) {
            for (long seed = 0; seed < 200; seed++) {
                AiSystem system = systems.ofSeed(seed);
                assertThat(engine.run(system)).isEqualTo(oracle.run(system));
            }
        }
    }

    @Test
    void every_option_that_drools_knows_is_set_and_tried() throws Exception {
        Set<String> known = new TreeSet<>();
        for (Class<?> anchor : List.of(KieBaseOption.class, ShareAlphaNodesOption.class)) {
            for (Class<?> option : classesBeside(anchor)) {
                boolean hasOneValue = SingleValueKieBaseOption.class.isAssignableFrom(option)
                        || SingleValueRuleBaseOption.class.isAssignableFrom(option)
                        || SingleValueKieSessionOption.class.isAssignableFrom(option)
                        || SingleValueRuleRuntimeOption.class.isAssignableFrom(option);
                if (hasOneValue && !option.isInterface()) {
                    known.add((String) option.getField("PROPERTY_NAME").get(null));
                }
            }
        }
        known.remove(PersistedSessionOption.PROPERTY_NAME); // names a stored session and is read from no property
        Set<String> set = new TreeSet<>();
        EngineConfiguration.KNOWLEDGE_BASE_OPTIONS.forEach(option -> set.add(option.propertyName()));
        EngineConfiguration.SESSION_OPTIONS.forEach(option -> set.add(option.propertyName()));

        assertThat(set).isEqualTo(known).hasSizeGreaterThan(30);
        assertThat(HOST.keySet()).containsAll(known);
    }

    /** Returns the option classes in the jar of a class. */
    private static List<Class<?>> classesBeside(Class<?> anchor) throws Exception {
        Path jar = Path.of(
                anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> classes = new ArrayList<>();
        try (JarFile entries = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(entries.entries())) {
                // what stands under builder concerns the compilers
                if (entry.getName().endsWith("Option.class") && !entry.getName().contains("/builder/")) {
                    String name = entry.getName().replace('/', '.').replaceAll("\\.class$", "");
                    classes.add(Class.forName(name));
                }
            }
        }
        return classes;
    }
}
