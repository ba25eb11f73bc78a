package io.aims.cli;

import io.aims.rules.PackSource;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a pack lies.
 *
 * @param source its files
 * @param folder the folder, relative to where the command runs if it lies there, with slashes
 * @param isStandard whether it is a version of the standard pack
 */
record PackPlace(PackSource source, String folder, boolean isStandard) {

    static PackPlace of(Path folder, boolean isStandard) {
        return new PackPlace(
                PackSource.folder(folder), relative(folder, Path.of("").toAbsolutePath()), isStandard);
    }

    /** Returns a path from one folder to another, or its last name alone if it lies elsewhere: never an absolute path. */
    private static String relative(Path folder, Path from) {
        Path whole = folder.toAbsolutePath().normalize();
        Path name = whole.getFileName();
        Path shown = whole.startsWith(from) ? from.relativize(whole) : name == null ? Path.of("") : name;
        return shown.toString().replace('\\', '/');
    }

    /** Returns the path of a document of one of several packs, by the name that its places have. */
    static String path(List<PackPlace> places, String document) {
        for (PackPlace place : places) {
            String name = place.source().name() + "/";
            if (document.startsWith(name)) {
                String file = document.substring(name.length());
                return place.folder().isEmpty() ? file : place.folder() + "/" + file;
            }
        }
        return document;
    }
}
