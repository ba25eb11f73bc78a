package io.aims.reasoning.proof;

import io.aims.reasoning.internal.Markup;
import io.aims.reasoning.internal.Phrases;
import io.aims.rule.Truth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A proof as a graph: the conclusion, the rules that decide, and the facts they read. What several rules read is one node.
 *
 * <p>Texts are escaped: no title or answer can add to the graph. Equal proofs give equal text. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ProofGraph {

    /** How many rules a short graph shows below a conclusion. */
    private static final int FEW = 5;

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<Edge> edges = new LinkedHashSet<>();
    private final Map<Object, String> names = new HashMap<>();
    private final Detail detail;

    private ProofGraph(Detail detail) {
        this.detail = detail;
    }

    private enum Kind {
        CONCLUSION,
        RULE,
        FACT,
        REST
    }

    private record Node(Kind kind, String label) {}

    private record Edge(String from, String to) {}

    /**
     * Draws a proof.
     *
     * @param proof the proof
     * @param detail how much to show
     * @return the graph
     */
    public static ProofGraph of(Proof proof, Detail detail) {
        ProofGraph graph = new ProofGraph(detail);
        graph.draw(proof);
        return graph;
    }

    /**
     * Returns the graph in the language of Graphviz.
     *
     * @return a digraph, with a line end behind it
     */
    public String dot() {
        StringBuilder out = new StringBuilder("digraph proof {\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n");
        nodes.forEach((name, node) -> out.append("  ")
                .append(name)
                .append(" [shape=")
                .append(
                        switch (node.kind()) {
                            case CONCLUSION -> "box, style=bold";
                            case RULE -> "box, style=rounded";
                            case FACT -> "note";
                            case REST -> "plaintext";
                        })
                .append(", label=")
                .append(Markup.dot(node.label()))
                .append("];\n"));
        edges.forEach(edge -> out.append("  ")
                .append(edge.from())
                .append(" -> ")
                .append(edge.to())
                .append(";\n"));
        return out.append("}\n").toString();
    }

    /**
     * Returns the graph in the language of Mermaid, which many wikis and repositories draw.
     *
     * @return a flowchart, with a line end behind it
     */
    public String mermaid() {
        StringBuilder out = new StringBuilder("flowchart LR\n");
        nodes.forEach((name, node) -> {
            String label = Markup.mermaid(node.label());
            out.append("  ")
                    .append(name)
                    .append(
                            switch (node.kind()) {
                                case CONCLUSION -> "[[" + label + "]]";
                                case RULE -> "(" + label + ")";
                                case FACT -> "[/" + label + "/]";
                                case REST -> "[" + label + "]";
                            })
                    .append('\n');
        });
        edges.forEach(edge -> out.append("  ")
                .append(edge.from())
                .append(" --> ")
                .append(edge.to())
                .append('\n'));
        return out.toString();
    }

    private void draw(Proof proof) {
        Deque<Proof> open = new ArrayDeque<>();
        name(proof, Kind.CONCLUSION, title(proof), open, proof);
        while (!open.isEmpty()) {
            Proof next = open.remove();
            String from = Objects.requireNonNull(names.get(next));
            if (next instanceof RuleProof rule) {
                tests(from, rule.condition(), open);
            } else {
                below(from, next.premises(), open);
            }
        }
    }

    private void below(String from, List<Proof> premises, Deque<Proof> open) {
        int most = detail == Detail.FULL ? premises.size() : Math.min(FEW, premises.size());
        for (Proof premise : premises.subList(0, most)) {
            Kind kind = premise instanceof RuleProof ? Kind.RULE : Kind.CONCLUSION;
            edge(from, name(premise, kind, title(premise), open, premise));
        }
        if (most < premises.size()) {
            Object rest = from + " rest";
            edge(from, name(rest, Kind.REST, "and " + (premises.size() - most) + " more", open, null));
        }
    }

    private void tests(String from, ConditionProof step, Deque<Proof> open) {
        if (step instanceof ConditionProof.Fact fact) {
            String label = fact.entry().question() + " " + Phrases.answer(fact.entry(), fact.bounds());
            edge(from, name(fact.entry().characteristic().id(), Kind.FACT, label, open, null));
        } else if (step instanceof ConditionProof.Result result) {
            edge(from, name(result.because(), Kind.CONCLUSION, title(result.because()), open, result.because()));
        }
        step.decisive().forEach(part -> tests(from, part, open));
    }

    private String name(Object key, Kind kind, String label, Deque<Proof> open, @Nullable Proof proof) {
        String known = names.get(key);
        if (known != null) {
            return known;
        }
        String name = "n" + (names.size() + 1);
        names.put(key, name);
        nodes.put(name, new Node(kind, label));
        if (proof != null) {
            open.add(proof);
        }
        return name;
    }

    private void edge(String from, String to) {
        edges.add(new Edge(from, to));
    }

    private static String title(Proof proof) {
        if (proof instanceof ControlProof control) {
            return control.result().control() + ": "
                    + Sentences.words(control.result().status());
        }
        if (proof instanceof RiskSourceProof source) {
            return source.result().source() + ": " + truth(source.truth(), "present", "not present");
        }
        if (proof instanceof ObjectiveProof objective) {
            return objective.result().objective() + ": "
                    + Sentences.words(objective.result().level());
        }
        if (proof instanceof LevelProof level) {
            return level.evaluation().system().name() + ": " + Sentences.words(level.result());
        }
        RuleProof rule = (RuleProof) proof;
        return rule.rule() + truth(rule.truth(), "", ": does not hold");
    }

    private static String truth(Truth truth, String yes, String no) {
        return switch (truth) {
            case TRUE -> yes;
            case FALSE -> no;
            case UNDETERMINED -> yes.isEmpty() ? ": not known yet" : "not known yet";
        };
    }
}
