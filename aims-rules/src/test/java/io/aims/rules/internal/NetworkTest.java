package io.aims.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.drools.base.common.NetworkNode;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.impl.InternalRuleBase;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** What Drools makes of the rules that it is given as nodes. A new version of Drools has to pass this. */
class NetworkTest {

    private static KnowledgeBase build(RuleBase base) {
        return new KnowledgeBase(new Network(base, new Layout(base)), List.of(), EngineConfiguration.session());
    }

    @Test
    void the_version_of_drools_is_the_one_that_was_tried() {
        assertThat(KieBase.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                .endsWith("-" + TrustedRules.DROOLS_VERSION + ".jar");
    }

    @Test
    void each_rule_ends_in_one_node_of_its_own() {
        for (RuleBase base : List.of(StandardBase.get(), RandomPacks.next(new SplittableRandom(9), 300))) {
            assertThat(nodes(build(base)).stream().filter(RuleNode.class::isInstance))
                    .hasSameSizeAs(base.rules());
        }
    }

    @Test
    void rules_share_a_node_where_their_chains_begin_alike() {
        for (RuleBase base : List.of(StandardBase.get(), RandomPacks.next(new SplittableRandom(8), 300))) {
            List<NetworkNode> nodes = nodes(build(base));
            int alone = 0;
            for (NetworkNode node : nodes) {
                List<AlphaNode> next = Stream.of(node.getSinks())
                        .filter(AlphaNode.class::isInstance)
                        .map(AlphaNode.class::cast)
                        .toList();
                assertThat(next).extracting(AlphaNode::getConstraint).doesNotHaveDuplicates();
                alone += node instanceof RuleNode rule ? chain(rule) : 0;
            }
            assertThat(nodes.stream().filter(AlphaNode.class::isInstance)).hasSizeLessThan(alone);
        }
    }

    @Test
    void rules_conclude_while_the_fact_passes_and_leave_nothing_to_fire() {
        RuleBase base = RandomPacks.ofSeed(4);
        Layout layout = new Layout(base);
        PlainEngine oracle = new PlainEngine(base);
        RandomSystems systems = RandomSystems.of(base);
        KnowledgeBase knowledgeBase = build(base);
        int marked = 0;
        for (long seed = 0; seed < 50; seed++) {
            AiSystem system = systems.ofSeed(seed);
            BitSet possible = new BitSet();
            KieSession session = knowledgeBase.newSession();
            try {
                session.insert(new View(0, layout.read(system), new BitSet(), possible));
                assertThat(session.fireAllRules()).isZero();
            } finally {
                session.dispose();
            }
            marked += possible.cardinality();
            BitSet expected = oracle.run(system).possible();
            for (int rule = 0; rule < base.rules().size(); rule++) {
                assertThat(possible.get(rule)).isEqualTo(base.stratumOf(rule) == 0 && expected.get(rule));
            }
        }
        assertThat(marked).isPositive();
        knowledgeBase.close();
    }

    /** How many constraints lead to a rule. */
    private static int chain(RuleNode rule) {
        int constraints = 0;
        for (NetworkNode node = rule.getParent(); node instanceof AlphaNode alpha; node = alpha.getParent()) {
            constraints++;
        }
        return constraints;
    }

    private static List<NetworkNode> nodes(KnowledgeBase knowledgeBase) {
        Set<NetworkNode> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<NetworkNode> open = new ArrayDeque<>(
                ((InternalRuleBase) knowledgeBase.kieBase()).getRete().getObjectTypeNodes());
        while (!open.isEmpty()) {
            NetworkNode node = open.remove();
            if (nodes.add(node)) {
                open.addAll(List.of(node.getSinks()));
            }
        }
        knowledgeBase.close();
        return List.copyOf(nodes);
    }
}
