package io.aims.cli;

import io.aims.catalog.CrosswalkFiles;
import io.aims.crosswalk.Crosswalks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which mappings between frameworks count. */
final class CrosswalkOptions {

    @Option(
            names = "--crosswalk",
            paramLabel = "FILE",
            description = "Adds rows of your own, in YAML or CSV, to those of AIMS. Repeat it for more.")
    private List<Path> files = new ArrayList<>();

    Crosswalks crosswalks() {
        Crosswalks crosswalks = CrosswalkFiles.standard();
        for (Path file : files) {
            crosswalks = crosswalks.with(CrosswalkFiles.read(file, crosswalks));
        }
        return crosswalks;
    }
}
