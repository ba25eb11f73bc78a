package io.aims.rules;

import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.catalog.document.Documents;
import io.aims.control.Catalogue;
import io.aims.error.AimsException;
import io.aims.error.Diagnostic;
import io.aims.error.Faults;
import io.aims.rule.RulePack;
import io.aims.rules.internal.files.PackFiles;
import io.aims.system.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Verifies packs that stand in memory, each with those before it, as the build of a vendor does. */
final class PlantedPacks {

    private PlantedPacks() {}

    /** Returns what is to be said of packs, sorted. */
    static List<Diagnostic> verify(List<String> base, Map<String, byte[]> files) {
        Faults faults = new Faults();
        Vocabulary vocabulary = Vocabularies.standard();
        List<RulePack> packs = new ArrayList<>();
        List<Catalogue> catalogues = new ArrayList<>();
        for (String name : base) {
            Map<String, byte[]> own = new TreeMap<>();
            files.forEach((file, bytes) -> {
                if (file.startsWith(name + "/") && !file.endsWith("/controls.yaml")) {
                    own.put(file.substring(name.length() + 1), bytes);
                }
            });
            byte[] controls = files.get(name + "/controls.yaml");
            if (controls != null) {
                Catalogues.read(
                                Documents.yaml(name + "/controls.yaml", new ByteArrayInputStream(controls)), faults)
                        .ifPresent(catalogues::add);
            }
            try {
                RulePack pack = new PackReader(new Memory(name, own), PackLoader.standard().vocabulary(vocabulary))
                        .read();
                packs.add(pack);
                vocabulary = PackVerifier.widened(vocabulary, pack.characteristics());
            } catch (AimsException e) {
                faults.addAll(e.faults());
            }
        }
        if (packs.size() == base.size() && faults.isEmpty()) {
            try {
                PackVerifier.verify(
                        Vocabularies.standard(),
                        Catalogues.iso42001().with(catalogues),
                        Criteria.standard(),
                        packs);
            } catch (AimsException e) {
                faults.addAll(e.faults());
            }
        }
        return faults.toList().stream().map(Diagnostic::error).sorted().toList();
    }

    private record Memory(String name, Map<String, byte[]> files) implements PackFiles {

        @Override
        public Optional<InputStream> open(String file) {
            return Optional.ofNullable(files.get(file)).map(ByteArrayInputStream::new);
        }

        @Override
        public List<String> list() {
            return List.copyOf(files.keySet());
        }
    }
}
