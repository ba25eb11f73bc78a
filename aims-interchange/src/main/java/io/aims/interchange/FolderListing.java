package io.aims.interchange;

import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.text.NaturalOrder;
import io.aims.text.Quoted;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The system files of a folder and the folders in it, sorted by name; no way leads out of the folder. */
final class FolderListing {

    private final Path folder;
    private final List<Path> candidates = new ArrayList<>();
    private final Faults faults = new Faults();

    private FolderListing(Path folder) {
        this.folder = folder;
    }

    /**
     * Files and faults of a folder.
     *
     * @param files the files to read, sorted
     * @param faults what cannot be read
     */
    record Content(List<Path> files, Faults faults) {}

    static Content of(Path folder) {
        FolderListing listing = new FolderListing(folder);
        listing.walk();
        return new Content(listing.inside(), listing.faults);
    }

    private void walk() {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
                    boolean hidden = !entered.equals(folder) && nameOf(entered).startsWith(".");
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (SystemFormat.ofFileName(nameOf(file)).isPresent()) {
                        candidates.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path failed, IOException problem) {
                    unreadable(failed, problem);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path left, @org.jspecify.annotations.Nullable IOException problem) {
                    if (problem != null) {
                        unreadable(left, problem);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            unreadable(folder, e);
        }
        candidates.sort(Comparator.comparing(path -> path.toString().replace('\\', '/'), NaturalOrder.comparator()));
    }

    private List<Path> inside() {
        List<Path> inside = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (Path candidate : candidates) {
            try {
                Path real = candidate.toRealPath();
                if (!real.startsWith(folder.toRealPath())) {
                    faults.add(
                            SystemReader.UNREADABLE,
                            new Place(candidate.toString(), 1, 1),
                            "The link (" + Quoted.of(candidate.toString()) + ") leads out of its folder.",
                            "Maybe name the file itself beside the folder.");
                } else if (Files.isRegularFile(real) && seen.add(real)) {
                    inside.add(candidate);
                }
            } catch (IOException e) {
                unreadable(candidate, e);
            }
        }
        return inside;
    }

    private void unreadable(Path path, IOException problem) {
        faults.addAll(List.of(SystemReader.unreadable(path.toString(), problem)));
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
