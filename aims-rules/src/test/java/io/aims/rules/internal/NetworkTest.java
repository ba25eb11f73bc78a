package io.aims.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.evaluation.Outcomes;
import io.aims.evaluation.PlainEngine;
import io.aims.rule.RuleBase;
import io.aims.rules.trusted.TrustedRules;
import io.aims.system.AiSystem;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.drools.base.common.NetworkNode;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Pattern;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.AlphaTerminalNode;
import org.drools.core.reteoo.RuleTerminalNode;
import org.drools.core.impl.InternalRuleBase;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;

/** What Drools makes of the rules that it is given without its compilers. A new version of Drools has to pass this. */
class NetworkTest {

    private static KnowledgeBase build(RuleBase base) {
        return new KnowledgeBase(
                new Network(base, new Layout(base)).newPackage(), List.of(), EngineConfiguration.session());
    }

    @Test
    void the_version_of_drools_is_the_one_that_was_tried() {
        assertThat(KieBase.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                .endsWith("-" + TrustedRules.DROOLS_VERSION + ".jar");
    }

    @Test
    void each_rule_becomes_one_drools_rule_with_one_pattern() {
        RuleBase base = StandardBase.get();
        InternalKnowledgePackage rules = new Network(base, new Layout(base)).newPackage();
        assertThat(rules.getRules())
                .extracting(Rule::getName)
                .containsExactlyElementsOf(
                        base.rules().stream().map(rule -> rule.id().value()).toList());
        assertThat(rules.getRules())
                .allSatisfy(rule -> assertThat(((RuleImpl) rule).getLhs().getChildren())
                        .singleElement()
                        .isInstanceOf(Pattern.class));
    }

    @Test
    void rules_share_a_node_exactly_where_their_chains_begin_alike() {
        for (RuleBase base : List.of(StandardBase.get(), RandomPacks.next(new SplittableRandom(8), 300))) {
            Set<List<Object>> beginnings = new HashSet<>();
            int constraints = 0;
            for (Rule rule : new Network(base, new Layout(base)).newPackage().getRules()) {
                Pattern pattern = (Pattern) ((RuleImpl) rule).getLhs().getChildren().get(0);
                constraints += pattern.getConstraints().size();
                for (int length = 1; length <= pattern.getConstraints().size(); length++) {
                    beginnings.add(List.copyOf(pattern.getConstraints().subList(0, length)));
                }
            }
            List<NetworkNode> nodes = nodes(build(base));
            assertThat(nodes.stream().filter(AlphaNode.class::isInstance)).hasSameSizeAs(beginnings);
            assertThat(beginnings).hasSizeLessThan(constraints);
        }
    }

    @Test
    void each_rule_fires_from_the_alpha_network_without_a_join() {
        RuleBase base = RandomPacks.next(new SplittableRandom(9), 300);
        List<NetworkNode> nodes = nodes(build(base));
        assertThat(nodes.stream().filter(RuleTerminalNode.class::isInstance))
                .hasSameSizeAs(base.rules())
                .allSatisfy(node -> assertThat(((RuleTerminalNode) node).getLeftTupleSource())
                        .isInstanceOf(AlphaTerminalNode.class));
    }

    @Test
    void as_many_rules_fire_as_are_possible_and_each_once() {
        RuleBase base = StandardBase.get();
        Layout layout = new Layout(base);
        PlainEngine oracle = new PlainEngine(base);
        RandomSystems systems = RandomSystems.of(base);
        KnowledgeBase knowledgeBase = build(base);
        for (long seed = 0; seed < 50; seed++) {
            AiSystem system = systems.ofSeed(seed);
            Outcomes expected = oracle.run(system);
            BitSet certain = new BitSet();
            BitSet possible = new BitSet();
            KieSession session = knowledgeBase.newSession();
            try {
                session.insert(new View(0, layout.read(system), certain, possible));
                assertThat(session.fireAllRules())
                        .isEqualTo(expected.possible().cardinality());
            } finally {
                session.dispose();
            }
            assertThat(new Outcomes(certain, possible)).isEqualTo(expected);
        }
        knowledgeBase.close();
    }

    private static List<NetworkNode> nodes(KnowledgeBase knowledgeBase) {
        Set<NetworkNode> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<NetworkNode> open = new ArrayDeque<>(
                ((InternalRuleBase) knowledgeBase.kieBase()).getRete().getObjectTypeNodes());
        while (!open.isEmpty()) {
            NetworkNode node = open.remove();
            if (nodes.add(node) && node.getSinks() != null) {
                open.addAll(List.of(node.getSinks()));
            }
        }
        knowledgeBase.close();
        return List.copyOf(nodes);
    }
}
