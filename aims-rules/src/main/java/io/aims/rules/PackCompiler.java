package io.aims.rules;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run by the build: reads and verifies the chapters of the standard pack and writes the form that starts fast. */
final class PackCompiler {

    private PackCompiler() {}

    /**
     * Compiles the standard pack.
     *
     * @param args the folder of the compiled classes and resources
     * @throws IOException if the form cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]).resolve("io/aims/rules").resolve(RulePacks.COMPILED);
        try (OutputStream out = Files.newOutputStream(file)) {
            CompiledPack.write(PackLoader.standard().read(RulePacks.standardSource()), out);
        }
    }
}
