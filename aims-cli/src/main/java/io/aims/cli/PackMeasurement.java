package io.aims.cli;

import io.aims.error.Diagnostic;
import io.aims.packs.PackUnderTest;
import io.aims.packs.output.SarifWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/**
 * A command that measures how good the examples and tests of packs are.
 *
 * @param <T> what is measured of one pack
 */
abstract class PackMeasurement<T> implements Callable<Integer> {

    private final Session session;
    private final String name;

    @Mixin
    private PackInput input = new PackInput();

    @Mixin
    private ShareOption share = new ShareOption();

    @Mixin
    private PackOutput output = new PackOutput();

    /**
     * Creates a command.
     *
     * @param session the run
     * @param name the name of the command, without {@code aims pack}
     */
    PackMeasurement(Session session, String name) {
        this.session = session;
        this.name = name;
    }

    /** A pack with what was measured of it. */
    private record Measured<T>(String name, T result) {}

    /** Measures one pack. */
    abstract T measure(PackUnderTest pack);

    /** Returns what there is to say of a pack. */
    abstract List<Diagnostic> diagnostics(T measured);

    /** Returns what was measured of a pack as JSON. */
    abstract String json(String pack, T measured);

    /** Writes what was measured of a pack for people. */
    abstract void write(Page page, String pack, T measured);

    /** Tells whether a pack is not good enough. */
    abstract boolean isBeyond(T measured, ShareOption wanted);

    @Override
    public final Integer call() {
        PackFormat format = output.format("aims pack " + name, PackFormat.TEXT, PackFormat.JSON, PackFormat.SARIF);
        List<Measured<T>> packs = input.underTest().stream().map(this::measured).toList();
        output.write(
                session,
                switch (format) {
                    case JSON ->
                        OneOrMore.json(packs.stream()
                                .map(pack -> json(pack.name(), pack.result()))
                                .toList());
                    case SARIF -> sarif(packs);
                    default -> text(packs);
                });
        boolean isBeyond = packs.stream().anyMatch(pack -> isBeyond(pack.result(), share));
        return isBeyond ? ExitStatus.BEYOND : ExitStatus.DONE;
    }

    private Measured<T> measured(PackUnderTest pack) {
        return new Measured<>(pack.pack().id() + " " + pack.pack().version(), measure(pack));
    }

    private String sarif(List<Measured<T>> packs) {
        List<PackPlace> places = input.places();
        return new SarifWriter(
                        "aims-pack-" + name, VersionCommand.version(), document -> PackPlace.path(places, document))
                .text(packs.stream()
                        .flatMap(pack -> diagnostics(pack.result()).stream())
                        .toList());
    }

    private String text(List<Measured<T>> packs) {
        Page page = output.page(session);
        packs.forEach(pack -> write(page, pack.name(), pack.result()));
        return page.toString();
    }
}
