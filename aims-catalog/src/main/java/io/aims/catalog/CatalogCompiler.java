package io.aims.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Run by the build: reads and checks the documents of vocabulary, catalogue and criteria and writes the forms that start
 * fast.
 */
final class CatalogCompiler {

    private CatalogCompiler() {}

    /**
     * Compiles the documents.
     *
     * @param args the folder of the compiled classes and resources
     * @throws IOException if a form cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]).resolve("io/aims/catalog");
        Files.write(
                folder.resolve(Vocabularies.COMPILED), CompiledVocabulary.write(Vocabularies.standardFromDocuments()));
        Files.write(folder.resolve(Catalogues.COMPILED), CompiledCatalogue.write(Catalogues.iso42001FromDocument()));
        Files.write(folder.resolve(Criteria.COMPILED), Criteria.standardParts().write());
    }
}
