package io.aims.rules.hostile;

import io.aims.rules.PackSource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the packs of one entry of hostile.yaml in a folder. Not thread-safe. */
final class HostileFolder {

    /** What stands in the files that no pack may read. */
    static final String SECRET = "Xyzzy-secret-Xyzzy";

    private static final Path ORIGINALS = Path.of("src/test/resources/planted/originals");
    private static final Pattern RULE_ID = Pattern.compile("(?m)^(  - id: ).*$");
    private static final Pattern RULE_TITLE = Pattern.compile("(?m)^(    title: ).*$");

    private final HostilePack pack;
    private final Path folder;
    private final List<Made> made = new ArrayList<>();

    /**
     * One pack.
     *
     * @param name what tells it from the others of its entry
     * @param source where it is
     */
    record Made(String name, Supplier<PackSource> source) {}

    private HostileFolder(HostilePack pack, Path folder) {
        this.pack = pack;
        this.folder = folder;
    }

    /** Makes the packs, or none if the system lacks what they need. */
    static List<Made> make(HostilePack pack, Path folder) throws IOException {
        Files.writeString(folder.resolve("secret.yaml"), "chapter: " + SECRET + "\nscope: " + SECRET + "\n");
        Files.writeString(folder.resolve("x.yaml"), "chapter: " + SECRET + "\nscope: " + SECRET + "\n");
        HostileFolder all = new HostileFolder(pack, folder);
        all.make();
        return all.made;
    }

    private void make() throws IOException {
        if (pack.text("words").isPresent()) {
            byHand();
        } else if (pack.text("linkTo").isPresent()) {
            Path copy = copy("link");
            Files.deleteIfExists(copy.resolve(pack.file()));
            Files.createSymbolicLink(
                    copy.resolve(pack.file()), Path.of(pack.text("linkTo").get()));
            add("link", copy);
        } else if (pack.text("unit").isPresent() || pack.text("before").isPresent()) {
            repeated();
        } else {
            variants();
        }
    }

    private void repeated() throws IOException {
        Path copy = copy("pack");
        if (pack.files().isEmpty()) {
            Files.deleteIfExists(copy.resolve(pack.file()));
            write(copy.resolve(pack.file()), 1);
        } else {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= pack.files().get(); i++) {
                names.add(pack.file().replace("{file}", "" + i));
                Path path = copy.resolve(names.get(i - 1));
                if (i == 1 || pack.text("before").orElse("").contains("{file}")) {
                    write(path, i);
                } else {
                    Files.createLink(path, copy.resolve(names.get(0)));
                }
            }
            if (pack.listed()) {
                edit(
                        copy.resolve("pack.yaml"),
                        "(?s)chapters:.*?\ncharacteristics",
                        "chapters: " + names + "\ncharacteristics");
                for (String chapter : List.of("answering.yaml", "callers.yaml", "load.yaml")) {
                    Files.delete(copy.resolve(chapter));
                }
            }
        }
        add("pack", copy);
    }

    private void write(Path path, int file) throws IOException {
        String unit = pack.text("unit").orElse("").replace("{file}", "" + file);
        int times = pack.text("times").map(Integer::valueOf).orElse(1);
        try (BufferedWriter out = Files.newBufferedWriter(path)) {
            out.write(pack.text("before").orElse("").replace("{file}", "" + file));
            for (int n = 1; n <= times; n++) {
                String indented = unit.startsWith("{indent}") ? unit.replace("{indent}", " ".repeat(n)) : unit;
                out.write(indented.replace("{n}", "" + n).replace("{m}", "" + (n - 1)));
            }
            out.write(pack.text("after").orElse(""));
        }
    }

    private void variants() throws IOException {
        for (String chapter : pack.texts("chapters")) {
            change(
                    "chapter " + chapter,
                    "pack.yaml",
                    text -> first(text, "  - answering\\.yaml", "  - " + quoted(chapter)));
        }
        for (String id : pack.texts("ids")) {
            String text = quoted(repeated(id));
            change("id " + id, "load.yaml", load -> replaced(load, RULE_ID, text));
            if (pack.expect().outcome() == HostilePack.Outcome.REFUSED) {
                change(
                        "control " + id,
                        "load.yaml",
                        load -> first(load, "requires: \\[.*", "requires: [" + text + "]"));
                change("value " + id, "load.yaml", load -> first(load, "likelihood: .*", "likelihood: " + text));
                change(
                        "key " + id,
                        "load.yaml",
                        load -> first(load, "    title: ", "    ? " + text + "\n    : x\n    title: "));
                change("day " + id, "pack.yaml", yaml -> first(yaml, "validFrom: .*", "validFrom: " + text));
                change("chapter " + id, "pack.yaml", yaml -> first(yaml, "  - answering\\.yaml", "  - " + text));
            }
        }
        for (String title : pack.texts("titles")) {
            change("title " + title, "load.yaml", load -> replaced(load, RULE_TITLE, quoted(title)));
        }
        for (String title : pack.texts("title")) {
            change("title " + title, "load.yaml", load -> replaced(load, RULE_TITLE, title));
        }
        for (String number : pack.texts("numbers")) {
            change(
                    "number " + number,
                    "load.yaml",
                    load -> pack.id().endsWith("conditions")
                            ? first(load, "deskCallsPerHour >= 500", "deskCallsPerHour >= " + number)
                            : first(load, "deskCallsPerHour: 500", "deskCallsPerHour: " + number));
        }
        for (String day : pack.texts("validFrom")) {
            change("day " + day, "pack.yaml", yaml -> first(yaml, "validFrom: .*", "validFrom: " + day));
        }
        for (String hex : pack.texts("hex")) {
            Path copy = copy("hex " + hex);
            String text = Files.readString(copy.resolve("load.yaml"));
            Files.write(copy.resolve("load.yaml"), "chapter: Load ".getBytes(StandardCharsets.UTF_8));
            append(copy.resolve("load.yaml"), HexFormat.of().parseHex(hex));
            append(copy.resolve("load.yaml"), text.substring(text.indexOf('\n')).getBytes(StandardCharsets.UTF_8));
            add(hex, copy);
        }
        for (String encoding : pack.texts("encodings")) {
            for (String mark : List.of("", "\uFEFF")) {
                Path copy = copy("encoding " + encoding + mark.length());
                String text = Files.readString(copy.resolve("load.yaml"));
                Files.write(copy.resolve("load.yaml"), (mark + text).getBytes(Charset.forName(encoding)));
                add(encoding, copy);
            }
        }
    }

    private void byHand() throws IOException {
        switch (pack.id()) {
            case "endless-stream" -> made.add(new Made("stream", () -> PackSource.stream("endless", new Endless())));
            case "many-values" ->
                change(
                        "values",
                        "pack.yaml",
                        yaml -> first(
                                yaml, "values: \\[BILLING, HEALTH, LEGAL\\]", "values: " + numbered("V", 0, 100_000)));
            case "same-hash" ->
                change("keys", "load.yaml", load -> first(load, "    title: ", sameHash() + "    title: "));
            case "deep-condition" ->
                change(
                        "when",
                        "load.yaml",
                        load -> first(
                                load,
                                "when: .*",
                                "when: " + "(".repeat(1_900) + "deskMaturity <= 1" + ")".repeat(1_900)));
            case "condition-of-many-alternatives" -> alternatives();
            case "condition-of-many-nominals" -> nominals();
            case "long-chain-of-strata" -> rules(4_000, n -> n == 0 ? "always" : "needed contains X" + (n - 1));
            case "large-circle" -> rules(4_000, n -> "needed contains X" + (n + 3_999) % 4_000);
            case "everything-in-a-circle-with-everything" -> {
                Random random = new Random(7);
                rules(
                        500,
                        n -> IntStream.range(0, 30)
                                .mapToObj(i -> "needed contains X" + random.nextInt(500))
                                .collect(Collectors.joining(" or ")));
            }
            case "named-pipe" -> pipe();
            case "folder-as-chapter" -> {
                Path copy = copy("folder");
                Files.delete(copy.resolve("load.yaml"));
                Files.createDirectory(copy.resolve("load.yaml"));
                add("folder", copy);
            }
            case "unreadable-file" -> {
                Path copy = copy("unreadable");
                if (copy.resolve("load.yaml").toFile().setReadable(false)
                        && !Files.isReadable(copy.resolve("load.yaml"))) {
                    add("unreadable", copy);
                }
            }
            case "zip-bomb" -> zipBomb();
            case "archive-for-text" -> {
                Path copy = copy("archive");
                try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(copy.resolve("load.yaml")))) {
                    zip.putNextEntry(new ZipEntry("load.yaml"));
                    zip.write(new Random(3)
                            .ints(4_000)
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining())
                            .getBytes(StandardCharsets.UTF_8));
                }
                add("archive", copy);
            }
            case "cut-off-utf-8" -> {
                Path copy = copy("cut");
                append(copy.resolve("load.yaml"), HexFormat.of().parseHex("f09f98"));
                add("cut", copy);
            }
            case "limits-of-a-scale" ->
                change(
                        "int",
                        "pack.yaml",
                        yaml -> first(first(yaml, "min: 1", "min: -2147483648"), "max: 5", "max: 2147483647"));
            case "widest-scale" ->
                change(
                        "six digits",
                        "pack.yaml",
                        yaml -> first(first(yaml, "min: 1", "min: -999999"), "max: 5", "max: 999999"));
            case "long-ids" -> longIds();
            default -> throw new IllegalStateException("Nothing makes " + pack.id());
        }
    }

    private void alternatives() throws IOException {
        String characteristics = IntStream.range(0, 80)
                .mapToObj(i -> "  - {id: own" + i
                        + ", tier: EXTENDED, type: BOOLEAN, question: Q, definition: D, sources: [S]}\n")
                .collect(Collectors.joining());
        String condition = IntStream.range(0, 40)
                .mapToObj(i -> "(own" + i + " = YES or own" + (40 + i) + " = YES)")
                .collect(Collectors.joining(" and "));
        analysed(
                characteristics,
                condition,
                "{" + IntStream.range(0, 40).mapToObj(i -> "own" + i + ": YES").collect(Collectors.joining(", ")) + "}",
                "{own0: NO, own40: NO}");
    }

    private void nominals() throws IOException {
        String characteristics = IntStream.range(0, 20)
                .mapToObj(i -> "  - {id: n" + i + ", tier: EXTENDED, type: NOMINAL, values: " + numbered("V", 0, 60)
                        + ", question: Q, definition: D, sources: [S]}\n")
                .collect(Collectors.joining());
        Random random = new Random(11);
        String condition = IntStream.range(0, 60)
                .mapToObj(i -> "(n" + i % 20 + " in {V" + i % 20 + ", V" + (20 + random.nextInt(40)) + "} or n"
                        + (i + 7) % 20 + " in {V" + (30 + random.nextInt(15)) + ", V" + (45 + random.nextInt(14))
                        + "})")
                .collect(Collectors.joining(" and "));
        String fires =
                IntStream.range(0, 20).mapToObj(i -> "n" + i + ": V" + i).collect(Collectors.joining(", ", "{", "}"));
        analysed(characteristics, condition, fires, "{n0: V19, n7: V18}");
    }

    /** The examples are not what is tried: their faults are not looked at. */
    private void analysed(String characteristics, String condition, String fires, String silent) throws IOException {
        Path copy = copy("analysed");
        append(copy.resolve("pack.yaml"), characteristics.getBytes(StandardCharsets.UTF_8));
        edit(
                copy.resolve("load.yaml"),
                "when: deskCallsPerHour >= 500",
                Matcher.quoteReplacement("when: " + condition));
        edit(
                copy.resolve("load.yaml"),
                "fires:   \\[\\{deskCallsPerHour.*",
                Matcher.quoteReplacement("fires: [" + fires + "]"));
        edit(
                copy.resolve("load.yaml"),
                "silent:  \\[\\{deskCallsPerHour.*",
                Matcher.quoteReplacement("silent: [" + silent + "]"));
        edit(copy.resolve("load.yaml"), "unknown: \\[\\{deskCallsPerHour.*", "unknown: [{}]");
        add("analysed", copy);
    }

    private interface ConditionOf {
        String rule(int number);
    }

    private void rules(int count, ConditionOf condition) throws IOException {
        Path copy = copy("rules");
        StringBuilder yaml = new StringBuilder("chapter: C\nscope: SYSTEM\nrules:\n");
        for (int n = 0; n < count; n++) {
            yaml.append("- {id: R" + n + ", title: T" + n + ", when: \"" + condition.rule(n) + "\", requires: [X" + n
                    + "], why: W" + n + ", sources: [S], examples: {fires: [{}]}}\n");
        }
        Files.writeString(copy.resolve("chilling.yaml"), yaml);
        edit(copy.resolve("pack.yaml"), "catalogue: .*", "catalogue: other:1");
        edit(copy.resolve("pack.yaml"), "catalogues: .*", "");
        edit(copy.resolve("pack.yaml"), "chapters: .*", "chapters: [chilling.yaml]");
        Files.delete(copy.resolve("follow-up.yaml"));
        add("rules", copy);
    }

    private void pipe() throws IOException {
        Path copy = copy("pipe");
        Files.delete(copy.resolve("load.yaml"));
        try {
            Process process =
                    new ProcessBuilder("mkfifo", copy.resolve("load.yaml").toString()).start();
            if (process.waitFor() == 0) {
                add("pipe", copy);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            return;
        }
    }

    private void zipBomb() throws IOException {
        Path copy = copy("zip");
        Path zipped = folder.resolve("bomb.zip");
        byte[] blanks = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(zipped))) {
            for (String name : List.of("pack.yaml", "answering.yaml", "callers.yaml")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(copy.resolve(name)));
            }
            zip.putNextEntry(new ZipEntry("load.yaml"));
            for (int i = 0; i < 64; i++) {
                zip.write(blanks);
            }
        }
        Path root = FileSystems.newFileSystem(zipped).getPath("/");
        made.add(new Made("zip", () -> PackSource.folder(root)));
    }

    private void longIds() throws IOException {
        String id = "x".repeat(1_000_000);
        change("rule", "load.yaml", load -> replaced(load, RULE_ID, id));
        change("control", "load.yaml", load -> first(load, "requires: .*", "requires: [" + id + "]"));
        change("objective", "load.yaml", load -> first(load, "threatens: .*", "threatens: [" + id + "]"));
        change("characteristic", "pack.yaml", yaml -> first(yaml, "id: deskShift", "id: " + id));
        change("value", "pack.yaml", yaml -> first(yaml, "BILLING", id));
        change("word", "load.yaml", load -> first(load, "when: .*", "when: " + id));
        change("key", "load.yaml", load -> first(load, "deskCallsPerHour: 500", "? " + id + "\n                 : 1"));
    }

    private void change(String name, String file, UnaryOperator<String> change) throws IOException {
        Path copy = copy("variant " + made.size());
        String before = Files.readString(copy.resolve(file));
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException("Nothing changed in " + file + " for " + name);
        }
        Files.writeString(copy.resolve(file), after);
        add(name, copy);
    }

    private void add(String name, Path copy) {
        made.add(new Made(name, () -> PackSource.folder(copy)));
    }

    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files = Files.list(ORIGINALS.resolve(pack.base()))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        return copy;
    }

    private static void edit(Path file, String pattern, String replacement) throws IOException {
        String before = Files.readString(file);
        String after = Pattern.compile(pattern).matcher(before).replaceFirst(replacement);
        if (after.equals(before)) {
            throw new IllegalStateException("Nothing changed in " + file + " by " + pattern);
        }
        Files.writeString(file, after);
    }

    private static void append(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.APPEND);
    }

    private static String first(String text, String pattern, String replacement) {
        return Pattern.compile(pattern).matcher(text).replaceFirst(Matcher.quoteReplacement(replacement));
    }

    private static String replaced(String text, Pattern line, String value) {
        return line.matcher(text).replaceFirst("$1" + Matcher.quoteReplacement(value));
    }

    /** {@code X{n}} stands for X written n times. */
    private static String repeated(String id) {
        Matcher matcher = Pattern.compile("(.)\\{([0-9]+)\\}").matcher(id);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    private static String numbered(String prefix, int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> prefix + n).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String sameHash() {
        return IntStream.range(0, 65_536)
                .mapToObj(n -> IntStream.range(0, 16)
                        .mapToObj(bit -> (n >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining("", "    ", ": x\n")))
                .collect(Collectors.joining());
    }

    /** Gives a letter whenever it is asked. */
    private static final class Endless extends InputStream {

        @Override
        public int read() {
            return 'a';
        }
    }
}
