package io.aims.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.rule.RuleBase;
import io.aims.rules.trusted.TrustedRules;
import io.aims.system.AiSystem;
import io.aims.testkit.RandomPacks;
import io.aims.testkit.RandomSystems;
import io.aims.testkit.StandardBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.drools.base.common.NetworkNode;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.ObjectTypeNode;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** What Drools makes of a network that none of its builders saw. A new version of Drools has to pass this. */
class NetworkTest {

    private static KnowledgeBase build(RuleBase base) {
        return new KnowledgeBase(new Network(base, new Layout(base)), List.of(), EngineConfiguration.session());
    }

    private static List<RuleBase> bases() {
        return List.of(StandardBase.get(), RandomPacks.next(new SplittableRandom(8), 300));
    }

    @Test
    void the_version_of_drools_is_the_one_that_was_tried() {
        assertThat(KieBase.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .endsWith("-" + TrustedRules.DROOLS_VERSION + ".jar");
    }

    @Test
    void each_rule_stands_at_the_end_of_the_chain_of_its_checks() {
        for (RuleBase base : bases()) {
            Checks checks = new Checks(new Layout(base), End.HIGH);
            assertThat(chains(base).stream().map(HashSet::new))
                    .containsExactlyInAnyOrderElementsOf(base.rules().stream()
                            .map(rule -> new HashSet<>(checks.conjuncts(rule.condition()).stream()
                                    .map(Check::toString)
                                    .toList()))
                            .toList());
        }
    }

    @Test
    void rules_share_a_node_exactly_where_their_chains_begin_alike() {
        for (RuleBase base : bases()) {
            Set<List<String>> beginnings = new HashSet<>();
            int constraints = 0;
            for (List<String> chain : chains(base)) {
                constraints += chain.size();
                for (int length = 1; length <= chain.size(); length++) {
                    beginnings.add(chain.subList(0, length));
                }
            }
            int strata = base.stratumCount() > 1 ? base.stratumCount() : 1;
            assertThat(alphaNodes(views(build(base))).distinct().count())
                    .isLessThanOrEqualTo((long) beginnings.size() * strata + strata)
                    .isLessThan(constraints + strata);
        }
    }

    @Test
    void no_two_nodes_after_one_have_one_constraint() {
        for (RuleBase base : bases()) {
            ObjectTypeNode views = views(build(base));
            Stream.concat(Stream.of(views), alphaNodes(views))
                    .forEach(node -> assertThat(Stream.of(node.getSinks())
                                    .filter(AlphaNode.class::isInstance)
                                    .map(sink -> ((AlphaNode) sink).getConstraint()))
                            .doesNotHaveDuplicates());
        }
    }

    @Test
    void nothing_waits_on_the_agenda_when_a_fact_is_through() {
        RuleBase base = StandardBase.get();
        KnowledgeBase knowledgeBase = build(base);
        AiSystem system = RandomSystems.of(base).ofSeed(3);
        long[] possible = new long[base.rules().size()];
        KieSession session = knowledgeBase.newSession();
        try {
            new Insertion(session, new Deadline("s", Duration.ofMinutes(1)))
                    .insert(new View(
                            0,
                            new Layout(base).read(system),
                            new long[base.rules().size()],
                            possible));
            assertThat(BitSet.valueOf(possible).isEmpty()).isFalse();
            assertThat(session.fireAllRules()).isZero();
        } finally {
            session.dispose();
            knowledgeBase.close();
        }
    }

    /** The checks on the way to each rule, without that of the stratum. */
    private static List<List<String>> chains(RuleBase base) {
        List<List<String>> chains = new ArrayList<>();
        collect(views(build(base)), List.of(), chains);
        return chains;
    }

    private static void collect(NetworkNode node, List<String> before, List<List<String>> chains) {
        for (NetworkNode sink : node.getSinks()) {
            if (sink instanceof RuleNode) {
                chains.add(before);
            } else {
                List<String> chain = new ArrayList<>(before);
                if (((AlphaNode) sink).getConstraint() instanceof Check check) {
                    chain.add(check.toString());
                }
                collect(sink, chain, chains);
            }
        }
    }

    private static Stream<NetworkNode> alphaNodes(NetworkNode node) {
        return Stream.of(node.getSinks())
                .filter(AlphaNode.class::isInstance)
                .flatMap(sink -> Stream.concat(Stream.of(sink), alphaNodes(sink)));
    }

    private static ObjectTypeNode views(KnowledgeBase knowledgeBase) {
        return ((InternalRuleBase) knowledgeBase.kieBase())
                .getRete().getObjectTypeNodes().stream()
                        .filter(node -> node.getObjectType().isAssignableFrom(View.class))
                        .findFirst()
                        .orElseThrow();
    }
}
