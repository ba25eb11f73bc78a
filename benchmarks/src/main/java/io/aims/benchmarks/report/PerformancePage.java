package io.aims.benchmarks.report;

import io.aims.benchmarks.result.JmhFile;
import io.aims.benchmarks.result.Key;
import io.aims.benchmarks.result.Measurement;
import io.aims.benchmarks.result.Results;
import io.aims.benchmarks.result.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page about performance and its plots, made of results alone. The words around them are a template without numbers.
 *
 * <p>The same results give the same bytes. Thread-safe.
 */
public final class PerformancePage {

    /** The folder of the plots, beside the page. */
    public static final String PLOTS = "performance";

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)(?: ([a-z0-9.-]+))?}}");
    private static final String NOTHING = "Not measured: the run has no result of it.";
    private static final String VERSION = "version of ";

    private final Results results;
    private final Labels labels = Labels.read();

    private PerformancePage(Results results) {
        this.results = results;
    }

    /**
     * Writes the page.
     *
     * @param results everything that a run measured
     * @return the texts of the files by their paths, the page {@code performance.md} among them
     */
    public static Map<String, String> files(Results results) {
        return new PerformancePage(results).files();
    }

    private Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher places = PLACE.matcher(TabFile.text("performance.md"));
        StringBuilder page = new StringBuilder();
        while (places.find()) {
            String text = part(places.group(1), places.group(2), files);
            places.appendReplacement(page, Matcher.quoteReplacement(text));
        }
        places.appendTail(page);
        files.put("performance.md", page.toString());
        return files;
    }

    private String part(String kind, String series, Map<String, String> files) {
        return switch (kind) {
            case "targets" -> targets();
            case "machine" -> about(name -> !name.startsWith(VERSION), "");
            case "versions" -> about(name -> name.startsWith(VERSION), VERSION);
            case "missing" -> missing();
            case "rest" -> rest();
            case "table" -> table(view(series));
            case "plot" -> plot(view(series), files);
            default -> throw new IllegalStateException("The template asks for {{" + kind + "}}");
        };
    }

    private SeriesView view(String series) {
        return new SeriesView(SeriesTitle.of(series), results, labels);
    }

    private String targets() {
        Table table = new Table(List.of("", "target", "measured:", ""));
        for (Target target : Target.all()) {
            Verdict verdict = target.in(results);
            String value = verdict instanceof Verdict.Known known
                    ? target.told(results, known.value())
                    : ((Verdict.Open) verdict).reason();
            table.add(List.of(target.subject(), target.wanted(), value, verdict.words()));
        }
        return table.toString();
    }

    private String about(Predicate<String> wanted, String prefix) {
        Table table = new Table(List.of("", ""));
        results.about().entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .forEach(entry -> table.add(List.of(entry.getKey().substring(prefix.length()), entry.getValue())));
        return table.toString();
    }

    /** What has no place of its own: the further benchmarks of JMH. */
    private String rest() {
        List<String> shown = SeriesTitle.ids();
        Table table = new Table(List.of("", "", "time:", "allocated:"));
        for (Measurement one : results.measurements()) {
            Key key = one.key();
            if (one.unit() == Unit.MICROSECONDS && !shown.contains(key.series())) {
                String allocated = results.measurement(
                                new Key(key.series() + JmhFile.ALLOCATED, key.contender(), key.condition()))
                        .map(bytes -> Numbers.with(bytes.unit(), bytes.spread().median()))
                        .orElse("");
                table.add(List.of(
                        labels.of(key.series()),
                        labels.of(key.contender()) + (key.condition().equals("default") ? "" : ", " + key.condition()),
                        Numbers.of(one.unit(), one.spread()),
                        allocated));
            }
        }
        return table.lines().size() == 2 ? NOTHING : table.toString();
    }

    private String missing() {
        if (results.missing().isEmpty()) {
            return "Everything was measured.";
        }
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        results.missing()
                .forEach(one -> byReason.computeIfAbsent(one.reason(), reason -> new ArrayList<>())
                        .add("%s, %s (%s)"
                                .formatted(
                                        labels.of(one.key().series()),
                                        labels.of(one.key().contender()),
                                        labels.of(one.key().condition()))));
        return byReason.entrySet().stream()
                .map(entry -> "- not measured: " + String.join("; ", entry.getValue()) + ": " + entry.getKey() + ".")
                .collect(Collectors.joining("\n"));
    }

    private static String table(SeriesView view) {
        return view.contenders().isEmpty() ? NOTHING : new SeriesTable(view).text();
    }

    private static String plot(SeriesView view, Map<String, String> files) {
        if (view.isEmpty()) {
            return "";
        }
        String file = PLOTS + "/" + view.title().id() + ".svg";
        files.put(
                file,
                view.title().plot() == SeriesTitle.Plot.LINES ? new LinePlot(view).text() : new DotPlot(view).text());
        return "![" + view.title().title() + "](" + file + ")";
    }
}
