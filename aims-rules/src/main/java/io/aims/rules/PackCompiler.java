package io.aims.rules;

import io.aims.law.LegalPack;
import io.aims.rules.internal.compiled.LawWriter;
import io.aims.rules.internal.compiled.StandardLaw;
import io.aims.rules.law.LegalPacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Run by the build: reads and verifies the chapters of the standard pack and of the law, and writes the forms that start
 * fast.
 */
final class PackCompiler {

    private PackCompiler() {}

    /**
     * Compiles the standard pack and the law.
     *
     * @param args the folder of the compiled classes and resources
     * @throws IOException if a form cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        Files.write(
                classes.resolve("io/aims/rules").resolve(RulePacks.COMPILED),
                CompiledPack.write(PackLoader.standard().read(RulePacks.standardSource())));
        LegalPack law = LegalPacks.read(classes.resolve("io/aims/rules/law/eu-ai-act"));
        LawWriter writer = new LawWriter(law);
        Files.write(classes.resolve(StandardLaw.FACTS.substring(1)), writer.facts());
        Files.write(classes.resolve(StandardLaw.REST.substring(1)), writer.rest());
    }
}
