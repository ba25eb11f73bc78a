package io.aims.benchmarks.peers;

import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Rule;
import io.aims.rule.RuleBase;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Characteristic;
import io.aims.system.DecimalCharacteristic;
import io.aims.system.OrdinalCharacteristic;
import io.aims.system.ScaleCharacteristic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes rules as a DMN model: one decision table for each chapter, with a column for each characteristic that the chapter
 * reads, and a row for each alternative of a condition. A table collects the numbers of the rules that hold. One table for
 * all rules takes twice as long, a table for each combination of columns three times.
 */
final class DmnModel {

    static final String NAMESPACE = "io.aims.benchmarks";

    private final RuleBase base;

    DmnModel(RuleBase base) {
        this.base = base;
    }

    String text() {
        Map<Rule, Integer> positions = new LinkedHashMap<>();
        base.rules().forEach(rule -> positions.put(rule, positions.size()));
        StringBuilder inputs = new StringBuilder();
        characteristics(base.rules()).forEach(read -> inputs.append(input(read)));
        StringBuilder decisions = new StringBuilder();
        List<Chapter> chapters =
                base.packs().stream().flatMap(pack -> pack.chapters().stream()).toList();
        for (int i = 0; i < chapters.size(); i++) {
            List<Rule> run = chapters.get(i).rules().stream()
                    .filter(positions::containsKey)
                    .toList();
            decisions.append(decision(i, run, positions));
        }
        return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" namespace=\"" + NAMESPACE
                + "\" name=\"rules\" id=\"rules\">\n" + inputs + decisions + "</definitions>\n";
    }

    /** The characteristics that rules read, by their ids. */
    static List<Characteristic<?>> characteristics(List<Rule> rules) {
        TreeMap<String, Characteristic<?>> read = new TreeMap<>();
        rules.forEach(rule -> Tests.characteristics(rule.condition()).forEach(each -> read.put(each.id(), each)));
        return List.copyOf(read.values());
    }

    private static String input(Characteristic<?> read) {
        String id = read.id();
        return "<inputData id=\"i_" + id + "\" name=\"" + id + "\"><variable name=\"" + id + "\" typeRef=\""
                + type(read) + "\"/></inputData>\n";
    }

    private static String type(Characteristic<?> read) {
        if (read instanceof BooleanCharacteristic) {
            return "boolean";
        }
        boolean number = read instanceof OrdinalCharacteristic<?>
                || read instanceof ScaleCharacteristic
                || read instanceof DecimalCharacteristic;
        return number ? "number" : "Any";
    }

    private static String decision(int number, List<Rule> rules, Map<Rule, Integer> positions) {
        List<Characteristic<?>> columns = characteristics(rules);
        StringBuilder text = new StringBuilder();
        text.append("<decision id=\"d" + number + "\" name=\"table" + number + "\"><variable name=\"table" + number
                + "\"/>\n");
        columns.forEach(column -> text.append("<informationRequirement id=\"r" + number + "_" + column.id()
                + "\"><requiredInput href=\"#i_" + column.id() + "\"/></informationRequirement>\n"));
        text.append("<decisionTable id=\"t" + number + "\" hitPolicy=\"COLLECT\">\n");
        columns.forEach(
                column -> text.append("<input id=\"c" + number + "_" + column.id() + "\"><inputExpression typeRef=\""
                        + type(column) + "\"><text>" + column.id() + "</text></inputExpression></input>\n"));
        text.append("<output id=\"o" + number + "\" typeRef=\"number\"/>\n");
        for (Rule rule : rules) {
            int alternative = 0;
            for (List<Condition.SystemTest> tests : Tests.alternatives(rule.condition())) {
                text.append("<rule id=\"q" + positions.get(rule) + "_" + alternative++ + "\">");
                columns.forEach(column -> text.append(cell(column, tests)));
                text.append("<outputEntry><text>" + positions.get(rule) + "</text></outputEntry></rule>\n");
            }
        }
        return text.append("</decisionTable></decision>\n").toString();
    }

    private static String cell(Characteristic<?> column, List<Condition.SystemTest> tests) {
        List<String> cells = new ArrayList<>();
        for (Condition.SystemTest test : tests) {
            if (test.characteristic().equals(column)) {
                cells.add(cell(test));
            }
        }
        if (cells.size() > 1) {
            throw new IllegalArgumentException("A row tests " + column.id() + " twice");
        }
        String text = cells.isEmpty() ? "-" : cells.get(0);
        return "<inputEntry><text>" + text.replace("<", "&lt;").replace(">", "&gt;") + "</text></inputEntry>";
    }

    private static String cell(Condition.SystemTest test) {
        if (test instanceof Condition.AtLeast atLeast) {
            return ">= " + atLeast.rank();
        }
        if (test instanceof Condition.IsYes) {
            return "true";
        }
        if (test instanceof Condition.AtMost atMost) {
            return "<= " + atMost.most();
        }
        if (test instanceof Condition.ReachesNumber reaches) {
            return ">= " + reaches.least().toPlainString();
        }
        return Seen.wanted(test).stream()
                .map(id -> "list contains(?, \"" + id + "\")")
                .collect(Collectors.joining(" or "));
    }
}
