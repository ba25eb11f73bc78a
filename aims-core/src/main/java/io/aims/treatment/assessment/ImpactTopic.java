package io.aims.treatment.assessment;

import io.aims.control.ControlId;
import io.aims.evaluation.Finding;
import io.aims.risk.ObjectiveId;
import io.aims.rule.Rule;
import io.aims.rule.RuleScope;
import java.util.List;
import java.util.Set;

/**
 * Something that an impact assessment looks at, and what bears on it.
 *
 * <p>A finding belongs to a topic if its rule reads one of the facts and threatens one of the objectives of the topic. A
 * topic without objectives takes findings whatever they threaten, one without facts takes none by its facts.
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
     * Tells whether a finding belongs to the topic.
     *
     * @param finding a finding
     * @return {@code true} if its rule is of a scope of the topic, or reads one of its facts and threatens one of its
     *     objectives
     */
    public boolean takes(Finding finding) {
        return takes(finding.rule());
    }

    /**
     * Tells whether the findings of a rule belong to the topic.
     *
     * @param rule a rule
     * @return {@code true} if it is of a scope of the topic, or reads one of its facts and threatens one of its objectives
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
