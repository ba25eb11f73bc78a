package io.aims.treatment.assessment;

import io.aims.control.ControlId;
import io.aims.evaluation.Finding;
import io.aims.risk.ObjectiveId;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleScope;
import io.aims.rule.Truth;
import io.aims.system.AiSystem;
import java.util.List;
import java.util.Set;

/**
 * Something that an impact assessment looks at, and what bears on it.
 *
 * <p>A finding belongs to a topic if its rule reads one of the facts and threatens one of the objectives of the topic. A
 * topic without objectives takes findings whatever they threaten.
 *
 * @param id its id, unique in a guide
 * @param title its title
 * @param about what it is about, in our own words
 * @param facts the characteristics that bear on it, in order
 * @param objectives the objectives that are at stake, in order
 * @param controls the controls that act on it, in order
 * @param scopes the scopes of rules whose findings belong to it whatever they read
 * @param judgements what people have to judge, in order
 * @since 0.1
 */
public record ImpactTopic(
        String id,
        String title,
        String about,
        List<TopicFact> facts,
        List<ObjectiveId> objectives,
        List<ControlId> controls,
        Set<RuleScope> scopes,
        List<Judgement> judgements) {

    /** Copies the collections. */
    public ImpactTopic {
        facts = List.copyOf(facts);
        objectives = List.copyOf(objectives);
        controls = List.copyOf(controls);
        scopes = Set.copyOf(scopes);
        judgements = List.copyOf(judgements);
    }

    /**
     * Tells whether a finding about a system belongs to the topic. It does so for certain if its rule is certain, and reads a
     * fact of the topic: if only some values of the fact bear on the topic, one of those has to be there. Children are not
     * concerned by what was found because workers are.
     *
     * @param finding a finding
     * @param system the system that it is about
     * @return {@link Truth#UNDETERMINED} if it may belong to the topic, as soon as more is known
     */
    public Truth takes(Finding finding, AiSystem system) {
        return takes(finding.rule()) ? finding.status().and(bears(finding.rule(), system)) : Truth.FALSE;
    }

    private Truth bears(Rule rule, AiSystem system) {
        Truth bears = scopes.contains(rule.scope()) ? Truth.TRUE : Truth.FALSE;
        for (Condition.Test test : rule.condition().tests()) {
            for (TopicFact fact : facts) {
                if (fact.isRead(test)) {
                    bears = bears.or(fact.bears(test, system.bounds(fact.characteristic())));
                }
            }
        }
        return bears;
    }

    /**
     * Tells whether the findings of a rule belong to the topic.
     *
     * @param rule a rule
     * @return {@code true} if it is of a scope of the topic, or reads one of its facts and threatens one of its objectives;
     *     a rule that threatens nothing is as one that threatens all of them
     */
    public boolean takes(Rule rule) {
        return scopes.contains(rule.scope()) || isAtStake(rule) && isRead(rule);
    }

    private boolean isAtStake(Rule rule) {
        return objectives.isEmpty()
                || rule.threatens().isEmpty()
                || rule.threatens().stream().anyMatch(objectives::contains);
    }

    private boolean isRead(Rule rule) {
        return rule.condition().tests().stream().anyMatch(test -> facts.stream().anyMatch(fact -> fact.isRead(test)));
    }
}
