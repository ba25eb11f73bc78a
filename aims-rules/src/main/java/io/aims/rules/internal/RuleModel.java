package io.aims.rules.internal;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import io.aims.rule.RuleBase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.Index.ConstraintType;
import org.drools.model.Model;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;
import org.drools.model.impl.ModelImpl;

/**
 * Builds the executable model of a base: two Drools rules from each of its rules, one pattern each, the first on the low
 * view, the second on the high one.
 *
 * <p>What must all hold becomes a chain of constraints, the most frequent first, so that rules share the beginnings of
 * their chains; what is an alternative becomes one constraint.
 */
final class RuleModel {

    private static final String PACKAGE = "io.aims.rules.generated";

    private final RuleBase base;
    private final Layout layout;

    RuleModel(RuleBase base, Layout layout) {
        this.base = base;
        this.layout = layout;
    }

    Model build() {
        ModelImpl model = new ModelImpl();
        addRules(model, End.LOW, LowView.class);
        addRules(model, End.HIGH, HighView.class);
        return model;
    }

    /** Returns the name of the rule in the base that a Drools rule was made from. */
    static String ruleId(String droolsName) {
        return droolsName.substring(0, droolsName.indexOf(' '));
    }

    private <V extends View> void addRules(ModelImpl model, End end, Class<V> type) {
        Checks checks = new Checks(layout, end);
        List<List<Check>> conjuncts = new ArrayList<>();
        Map<Check, Integer> uses = new HashMap<>();
        for (io.aims.rule.Rule rule : base.rules()) {
            List<Check> all = checks.conjuncts(rule.condition());
            all.forEach(check -> uses.merge(check, 1, Integer::sum));
            conjuncts.add(all);
        }
        Comparator<Check> mostUsedFirst = Comparator.<Check>comparingInt(check -> -uses.getOrDefault(check, 0))
                .thenComparing(Check::toString);
        for (int i = 0; i < conjuncts.size(); i++) {
            Variable<V> view = declarationOf(type, "view");
            PatternDef<V> pattern = pattern(view);
            if (base.stratumCount() > 1) {
                pattern = inStratum(pattern, end, base.stratumOf(i));
            }
            for (Check check : conjuncts.get(i).stream().sorted(mostUsedFirst).toList()) {
                Holds<V> holds = new Holds<>(end, check);
                pattern = pattern.expr(holds.expressionId(), holds);
            }
            String name = base.rules().get(i).id() + " " + end;
            model.addRule(rule(PACKAGE, name).build(pattern, on(view).execute(new Mark<V>(i))));
        }
    }

    private static <V extends View> PatternDef<V> inStratum(PatternDef<V> pattern, End end, int stratum) {
        InStratum<V> inStratum = new InStratum<>(end, stratum);
        return pattern.expr(
                inStratum.getExpressionHash(),
                inStratum,
                alphaIndexedBy(Integer.class, ConstraintType.EQUAL, 0, View::stratum, stratum));
    }

    /** Keeps a rule to the views of its stratum. */
    private static final class InStratum<V extends View> implements Predicate1<V>, HashedExpression {

        private static final long serialVersionUID = 1L;

        private final End end;
        private final int stratum;

        InStratum(End end, int stratum) {
            this.end = end;
            this.stratum = stratum;
        }

        @Override
        public boolean test(V view) {
            return view.stratum() == stratum;
        }

        @Override
        public String getExpressionHash() {
            return end + ": stratum " + stratum;
        }

        @Override
        public String toString() {
            return getExpressionHash();
        }
    }
}
