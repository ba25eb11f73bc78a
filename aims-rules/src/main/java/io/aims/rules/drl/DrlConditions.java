package io.aims.rules.drl;

import io.aims.error.AimsException;
import io.aims.rule.Condition;
import io.aims.system.EnumeratedCharacteristic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Conditions as the left-hand sides of DRL rules. */
final class DrlConditions {

    private static final int WIDTH = 110;
    private static final int MOST_ALTERNATIVES = 1000;

    private final DrlNames names;

    DrlConditions(DrlNames names) {
        this.names = names;
    }

    /**
     * Returns the left-hand sides whose union is a condition: one, unless results of other rules are alternatives to
     * something else.
     */
    List<String> leftHandSides(Condition condition, String indent) {
        boolean readsResults = condition.tests().stream().anyMatch(Condition.ResultTest.class::isInstance);
        List<List<Condition>> alternatives = readsResults ? alternatives(condition) : List.of(conjuncts(condition));
        return alternatives.stream()
                .map(conjuncts -> leftHandSide(conjuncts, indent))
                .distinct()
                .toList();
    }

    private String leftHandSide(List<Condition> conjuncts, String indent) {
        String opening = indent + "$system : AiSystem( ";
        List<String> constraints = new ArrayList<>();
        List<String> results = new ArrayList<>();
        for (Condition conjunct : conjuncts.stream().distinct().toList()) {
            if (conjunct instanceof Condition.ResultTest test) {
                results.add(indent + result(test));
            } else {
                constraints.add(wrapped(conjunct, " ".repeat(opening.length())));
            }
        }
        if (!results.isEmpty()) {
            constraints.add(0, "$view : view");
        }
        String pattern = constraints.isEmpty()
                ? indent + "$system : AiSystem()"
                : opening + String.join(",\n" + " ".repeat(opening.length()), constraints) + " )";
        results.add(0, pattern);
        return String.join("\n", results);
    }

    /** Results of other rules of the same system and view. */
    private static String result(Condition.ResultTest test) {
        if (test instanceof Condition.HasRiskSource hasSource) {
            return "exists Finding( view == $view, raises contains \"" + hasSource.source() + "\" )";
        }
        if (test instanceof Condition.LevelAtLeast level) {
            return "exists ObjectiveLevel( view == $view, objective == \"" + level.objective() + "\", level >= Level."
                    + level.least().name() + " )";
        }
        return "exists Finding( view == $view, requires contains \"" + ((Condition.IsNeeded) test).control() + "\" )";
    }

    private static List<Condition> conjuncts(Condition condition) {
        if (condition instanceof Condition.AllOf allOf) {
            return allOf.parts().stream()
                    .flatMap(part -> conjuncts(part).stream())
                    .toList();
        }
        return condition instanceof Condition.Always ? List.of() : List.of(condition);
    }

    /** Returns a condition as alternatives of tests that must all hold. */
    private static List<List<Condition>> alternatives(Condition condition) {
        if (condition instanceof Condition.AnyOf anyOf) {
            return anyOf.parts().stream()
                    .flatMap(part -> alternatives(part).stream())
                    .toList();
        }
        if (condition instanceof Condition.AllOf allOf) {
            List<List<Condition>> product = List.of(List.of());
            for (Condition part : allOf.parts()) {
                List<List<Condition>> longer = new ArrayList<>();
                for (List<Condition> beginning : product) {
                    for (List<Condition> end : alternatives(part)) {
                        List<Condition> joined = new ArrayList<>(beginning);
                        joined.addAll(end);
                        longer.add(joined);
                        if (longer.size() > MOST_ALTERNATIVES) {
                            throw new AimsException(
                                    "AIMS-3008",
                                    "A condition that reads results comes to more than " + MOST_ALTERNATIVES
                                            + " alternatives in DRL.",
                                    "Maybe divide the rule into several.");
                        }
                    }
                }
                product = longer;
            }
            return product;
        }
        return List.of(conjuncts(condition));
    }

    /** Returns a constraint, its alternatives on lines of their own if they do not fit on one. */
    private String wrapped(Condition condition, String indent) {
        String line = expression(condition);
        if (indent.length() + line.length() <= WIDTH) {
            return line;
        }
        return line.replace(" || ", "\n" + indent + "|| ");
    }

    private String expression(Condition condition) {
        if (condition instanceof Condition.AnyOf anyOf) {
            return join(anyOf.parts().stream().map(this::inner).toList(), " || ");
        }
        if (condition instanceof Condition.AllOf allOf) {
            return join(allOf.parts().stream().map(this::inner).toList(), " && ");
        }
        return condition instanceof Condition.SystemTest test ? test(test) : "true";
    }

    /** Returns a part of a larger expression, in parentheses if it is joined of several. */
    private String inner(Condition condition) {
        String text = expression(condition);
        return text.contains(" || ") || text.contains(" && ") ? "( " + text + " )" : text;
    }

    private String test(Condition.SystemTest test) {
        String field = names.field(test.characteristic());
        if (test instanceof Condition.AtLeast atLeast) {
            return field + " >= " + names.constant(atLeast.characteristic(), atLeast.rank());
        }
        if (test instanceof Condition.IsYes) {
            return field + " == true";
        }
        if (test instanceof Condition.AtMost atMost) {
            return field + " <= " + atMost.most();
        }
        if (test instanceof Condition.ReachesNumber reaches) {
            return field + " >= " + reaches.least() + "B";
        }
        if (test instanceof Condition.IsIn isIn) {
            return "among( view, " + field + ", List.of("
                    + String.join(", ", constants(isIn.characteristic(), isIn.allowed())) + ") )";
        }
        if (test instanceof Condition.Contains contains) {
            return field + " contains " + names.constant(contains.characteristic(), contains.position());
        }
        if (test instanceof Condition.ContainsAny any) {
            return join(
                    constants(any.characteristic(), any.wanted()).stream()
                            .map(constant -> field + " contains " + constant)
                            .toList(),
                    " || ");
        }
        return field + ".size() > 0";
    }

    private List<String> constants(EnumeratedCharacteristic<?> characteristic, long mask) {
        return IntStream.range(0, characteristic.values().size())
                .filter(position -> (mask >>> position & 1) != 0)
                .mapToObj(position -> names.constant(characteristic, position))
                .toList();
    }

    private static String join(List<String> parts, String operator) {
        return parts.stream().distinct().collect(Collectors.joining(operator));
    }
}
