package io.aims.report.internal.page;

import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.evaluation.ControlResult;
import io.aims.evaluation.Finding;
import io.aims.evaluation.UsedFact;
import io.aims.reasoning.internal.Phrases;
import io.aims.reasoning.proof.Proofs;
import io.aims.risk.RiskCriteria;
import io.aims.text.NaturalOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way from facts over risk sources and objectives to controls as a picture in four layers, the strongest links only.
 * Lengths are units of the picture.
 *
 * <p>Controls are drawn by area. Only rules that hold for certain are drawn. A link is as strong as the strongest rule
 * behind it. Within a layer nodes stand where the links to the layer before cross little.
 *
 * @param nodes the nodes, layer by layer from the top
 * @param links the links, weak ones first so that strong ones lie over them
 * @param layers the names of the layers with how much of each is shown
 * @param height the height of the picture
 */
public record Paths(List<Node> nodes, List<Link> links, List<Layer> layers, int height) {

    /** The width of the picture. */
    public static final int WIDTH = 1000;

    private static final int NODE_WIDTH = 206;
    private static final int NODE_HEIGHT = 50;
    private static final int GAP = 10;
    private static final int STEP = (WIDTH - NODE_WIDTH) / 3;
    private static final int TOP = 44;
    private static final int LINE = 27;
    private static final int MOST_LINES = 3;
    private static final int MOST_FACTS = 10;
    private static final int MOST_OBJECTIVES = 9;
    private static final int MOST_LINKS = 3;

    /**
     * A fact, a risk source, an objective or an area of controls.
     *
     * @param x its left edge
     * @param y its upper edge
     * @param layer its layer, 0 for facts to 3 for controls
     * @param lines its text, one to three lines
     */
    public record Node(int x, int y, int layer, List<String> lines) {

        /**
         * Returns the width of every node.
         *
         * @return the width
         */
        public int width() {
            return NODE_WIDTH;
        }

        /**
         * Returns the height of every node.
         *
         * @return the height
         */
        public int height() {
            return NODE_HEIGHT;
        }

        /**
         * Returns where a line of its text stands.
         *
         * @param line the position of the line
         * @return the base of the line
         */
        public int base(int line) {
            return y + NODE_HEIGHT / 2 + 4 + 14 * line - 7 * (lines.size() - 1);
        }
    }

    /**
     * A link between nodes of neighbouring layers.
     *
     * @param path the curve, as SVG draws it
     * @param weight how strong it is, 1 to 3
     */
    public record Link(String path, int weight) {}

    /**
     * The name of a layer.
     *
     * @param x the left edge of its nodes
     * @param title what its nodes are
     * @param shown how much of it is shown
     */
    public record Layer(int x, String title, String shown) {}

    /** Copies the lists. */
    public Paths {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        layers = List.copyOf(layers);
    }

    /**
     * Draws the paths of an evaluation.
     *
     * @param proofs the proofs of the evaluation
     * @return the picture; without nodes if no rule that threatens an objective holds
     */
    public static Paths of(Proofs proofs) {
        return new Drawing(proofs).draw();
    }

    /** Collects what is linked with what, and lays it out. */
    private static final class Drawing {

        private final Proofs proofs;
        private final Map<String, String> facts = new TreeMap<>();
        private final Map<String, Map<String, Double>> sourcesByFact = new TreeMap<>();
        private final Map<String, Map<String, Double>> objectivesBySource = new LinkedHashMap<>();
        private final Map<String, Map<String, Double>> areasByObjective = new LinkedHashMap<>();
        private final Map<ControlId, String> areas = new TreeMap<>();

        Drawing(Proofs proofs) {
            this.proofs = proofs;
        }

        Paths draw() {
            for (ControlResult result : proofs.evaluation().controls()) {
                if (result.status().isSafeguard() || result.status() == ControlStatus.ROLE_EXCLUDED) {
                    areas.put(result.control().id(), result.control().area());
                }
            }
            proofs.evaluation().findings().stream()
                    .filter(Finding::isCertain)
                    .filter(finding -> !finding.rule().raises().isEmpty())
                    .filter(finding -> finding.rule().contributes() != null)
                    .forEach(this::add);
            return layOut();
        }

        private void add(Finding finding) {
            RiskCriteria criteria = proofs.base().criteria();
            int sources = finding.rule().raises().size();
            double rate = finding.rule().likelihood().map(criteria::rate).orElse(0.0) / sources;
            for (Object source : finding.rule().raises()) {
                for (UsedFact fact : finding.facts()) {
                    fact.answer().ifPresent(answer -> {
                        facts.put(
                                fact.subject(),
                                Phrases.capitalised(Phrases.name(answer.characteristic())) + ": "
                                        + Phrases.words(answer));
                        link(sourcesByFact, fact.subject(), source, rate);
                    });
                }
                for (Object objective : finding.rule().threatens()) {
                    link(objectivesBySource, source.toString(), objective, rate);
                }
            }
            for (Object objective : finding.rule().threatens()) {
                for (ControlId control : finding.rule().requires()) {
                    String area = areas.get(control);
                    if (area != null) {
                        link(areasByObjective, objective.toString(), area, rate * sources);
                    }
                }
            }
        }

        private static void link(Map<String, Map<String, Double>> links, String from, Object to, double rate) {
            links.computeIfAbsent(from, k -> new TreeMap<>()).merge(to.toString(), rate, Math::max);
        }

        private Paths layOut() {
            List<String> shownSources = strongest(objectivesBySource, Integer.MAX_VALUE);
            List<String> shownObjectives = strongest(areasByObjective, MOST_OBJECTIVES);
            List<String> shownFacts = strongest(sourcesByFact, MOST_FACTS);
            List<Map<String, Map<String, Double>>> links = List.of(
                    kept(sourcesByFact, shownFacts, shownSources, 2, MOST_LINKS),
                    kept(objectivesBySource, shownSources, shownObjectives, MOST_LINKS, 2),
                    kept(areasByObjective, shownObjectives, null, MOST_LINKS, 2));
            Set<String> shownAreas = new LinkedHashSet<>();
            proofs.base().catalogue().areas().keySet().forEach(area -> {
                if (links.get(2).values().stream().anyMatch(own -> own.containsKey(area))) {
                    shownAreas.add(area);
                }
            });
            List<List<String>> layers = new ArrayList<>();
            layers.add(inOrder(
                    shownSources,
                    proofs.base().catalogue().riskSources(),
                    source -> source.id().value()));
            layers.add(byNeighbours(shownObjectives, layers.get(0), links.get(1)));
            layers.add(byNeighbours(shownAreas, layers.get(1), links.get(2)));
            layers.add(0, byNeighbours(shownFacts, layers.get(0), reversed(links.get(0))));
            return picture(layers, links);
        }

        private static <T> List<String> inOrder(Collection<String> shown, Collection<T> all, Function<T, String> id) {
            return all.stream().map(id).filter(shown::contains).toList();
        }

        /** The ids with the strongest links, the strongest first; equal ones with more links first, then by id. */
        private static List<String> strongest(Map<String, Map<String, Double>> links, int most) {
            return links.entrySet().stream()
                    .sorted(Comparator.comparingDouble(
                                    (Map.Entry<String, Map<String, Double>> entry) -> entry.getValue().values().stream()
                                            .mapToDouble(Double::doubleValue)
                                            .max()
                                            .orElse(0))
                            .thenComparingDouble(entry -> entry.getValue().values().stream()
                                    .mapToDouble(Double::doubleValue)
                                    .sum())
                            .reversed()
                            .thenComparing(Map.Entry::getKey, NaturalOrder.comparator()))
                    .limit(most)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** The strongest links of every node on either side. */
        private static Map<String, Map<String, Double>> kept(
                Map<String, Map<String, Double>> links,
                List<String> from,
                @Nullable List<String> to,
                int mostOut,
                int mostIn) {
            Map<String, Map<String, Double>> possible = new LinkedHashMap<>();
            for (String each : from) {
                Map<String, Double> own = new TreeMap<>(links.getOrDefault(each, Map.of()));
                if (to != null) {
                    own.keySet().retainAll(to);
                }
                possible.put(each, own);
            }
            Map<String, Map<String, Double>> kept = new LinkedHashMap<>();
            keep(possible, mostOut, false, kept);
            keep(reversed(possible), mostIn, true, kept);
            return kept;
        }

        private static void keep(
                Map<String, Map<String, Double>> links,
                int most,
                boolean backwards,
                Map<String, Map<String, Double>> kept) {
            links.forEach((one, others) -> others.entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry::getKey, NaturalOrder.comparator()))
                    .limit(most)
                    .forEach(other -> kept.computeIfAbsent(backwards ? other.getKey() : one, k -> new TreeMap<>())
                            .put(backwards ? one : other.getKey(), other.getValue())));
        }

        private static Map<String, Map<String, Double>> reversed(Map<String, Map<String, Double>> links) {
            Map<String, Map<String, Double>> reversed = new LinkedHashMap<>();
            links.forEach((from, own) -> own.forEach((to, rate) ->
                    reversed.computeIfAbsent(to, k -> new TreeMap<>()).put(from, rate)));
            return reversed;
        }

        /** Orders nodes by the mean place of what they are linked with in the layer beside them, which is placed already. */
        private static List<String> byNeighbours(
                Collection<String> nodes, List<String> placed, Map<String, Map<String, Double>> fromPlaced) {
            Map<String, double[]> sums = new LinkedHashMap<>();
            nodes.forEach(node -> sums.put(node, new double[2]));
            for (int place = 0; place < placed.size(); place++) {
                double at = (place + 0.5) / placed.size();
                fromPlaced.getOrDefault(placed.get(place), Map.of()).forEach((node, rate) -> {
                    double[] sum = sums.get(node);
                    if (sum != null) {
                        sum[0] += at * rate;
                        sum[1] += rate;
                    }
                });
            }
            return nodes.stream()
                    .sorted(Comparator.comparingDouble((String node) -> {
                                double[] sum = Objects.requireNonNull(sums.get(node));
                                return sum[1] == 0 ? 1 : sum[0] / sum[1];
                            })
                            .thenComparing(NaturalOrder.comparator()))
                    .toList();
        }

        private Paths picture(List<List<String>> layers, List<Map<String, Map<String, Double>>> links) {
            int tallest = layers.stream().mapToInt(List::size).max().orElse(0);
            int height = TOP + tallest * (NODE_HEIGHT + GAP) + 4;
            List<Node> nodes = new ArrayList<>();
            List<Map<String, Node>> placed = new ArrayList<>();
            for (int layer = 0; layer < layers.size(); layer++) {
                Map<String, Node> own = new LinkedHashMap<>();
                int count = layers.get(layer).size();
                int free = height - TOP - 4 - count * (NODE_HEIGHT + GAP);
                for (int i = 0; i < count; i++) {
                    String id = layers.get(layer).get(i);
                    int y = TOP + i * (NODE_HEIGHT + GAP) + (2 * i + 1) * free / (2 * Math.max(1, count));
                    own.put(id, new Node(layer * STEP, y, layer, wrapped(label(layer, id))));
                }
                nodes.addAll(own.values());
                placed.add(own);
            }
            List<Link> drawn = new ArrayList<>();
            for (int layer = 0; layer < links.size(); layer++) {
                Map<String, Node> left = placed.get(layer);
                Map<String, Node> right = placed.get(layer + 1);
                double strongest = links.get(layer).values().stream()
                        .flatMap(own -> own.values().stream())
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(1);
                links.get(layer)
                        .forEach((from, own) -> own.forEach((to, rate) -> {
                            Node start = left.get(from);
                            Node end = right.get(to);
                            if (start != null && end != null) {
                                drawn.add(new Link(curve(start, end), weight(rate / strongest)));
                            }
                        }));
            }
            drawn.sort(Comparator.comparingInt(Link::weight));
            return new Paths(nodes, drawn, layerNames(layers), height);
        }

        private static int weight(double part) {
            return part >= 0.7 ? 3 : part >= 0.3 ? 2 : 1;
        }

        private static String curve(Node from, Node to) {
            int x1 = from.x() + NODE_WIDTH;
            int y1 = from.y() + NODE_HEIGHT / 2;
            int x2 = to.x();
            int y2 = to.y() + NODE_HEIGHT / 2;
            int middle = (x1 + x2) / 2;
            return "M" + x1 + " " + y1 + "C" + middle + " " + y1 + " " + middle + " " + y2 + " " + x2 + " " + y2;
        }

        private List<Layer> layerNames(List<List<String>> layers) {
            String[] titles = {"Facts", "Risk sources", "Objectives at risk", "Controls needed, by area"};
            int[] all = {
                facts.size(),
                objectivesBySource.size(),
                (int) objectivesBySource.values().stream()
                        .flatMap(own -> own.keySet().stream())
                        .distinct()
                        .count(),
                (int) areas.values().stream().distinct().count()
            };
            List<Layer> names = new ArrayList<>();
            for (int layer = 0; layer < titles.length; layer++) {
                int shown = layers.get(layer).size();
                names.add(new Layer(
                        layer * STEP,
                        titles[layer],
                        shown < all[layer] ? "the strongest " + shown + " of " + all[layer] : "all " + shown));
            }
            return names;
        }

        private String label(int layer, String id) {
            return switch (layer) {
                case 0 -> facts.getOrDefault(id, id);
                case 1 ->
                    proofs.base().catalogue().riskSources().stream()
                            .filter(source -> source.id().value().equals(id))
                            .findFirst()
                            .map(source -> id + " " + source.title())
                            .orElse(id);
                case 2 ->
                    proofs.base().catalogue().objectives().stream()
                            .filter(objective -> objective.id().value().equals(id))
                            .findFirst()
                            .map(objective -> id + " " + objective.title())
                            .orElse(id);
                default -> {
                    long count = areas.values().stream().filter(id::equals).count();
                    String title = proofs.base().catalogue().areas().getOrDefault(id, id);
                    yield id + " " + title + " (" + count + ")";
                }
            };
        }

        /** Breaks a text into three lines at most. */
        private static List<String> wrapped(String text) {
            List<String> lines = new ArrayList<>();
            String rest = text;
            while (rest.length() > LINE && lines.size() < MOST_LINES - 1) {
                int blank = rest.lastIndexOf(' ', LINE);
                int cut = blank > LINE / 2 ? blank : LINE;
                lines.add(rest.substring(0, cut).strip());
                rest = rest.substring(cut).strip();
            }
            lines.add(rest.length() <= LINE ? rest : rest.substring(0, LINE - 1).strip() + "\u2026");
            return lines;
        }
    }
}
