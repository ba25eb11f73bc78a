package io.aims.catalog;

import io.aims.catalog.compiled.EntryForm;
import io.aims.catalog.compiled.FormReader;
import io.aims.catalog.compiled.FormWriter;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.ContradictionRule;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.SetCharacteristic;
import io.aims.system.Vocabulary;
import io.aims.system.VocabularyEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A vocabulary in the form that starts fast. */
final class CompiledVocabulary {

    static final String FORM = "aims-vocabulary/1";

    private enum Claim {
        RANKS,
        MEMBERS,
        ONE_OF,
        NOT_EMPTY,
        ONLY
    }

    private static final List<Claim> CLAIMS = List.of(Claim.values());

    private CompiledVocabulary() {}

    static byte[] write(Vocabulary vocabulary) {
        FormWriter out = new FormWriter(FORM);
        out.text(vocabulary.id()).text(vocabulary.version()).pairs(vocabulary.sections());
        out.number(vocabulary.entries().size());
        vocabulary.entries().forEach(entry -> EntryForm.write(entry, out));
        out.number(vocabulary.contradictionRules().size());
        for (ContradictionRule rule : vocabulary.contradictionRules()) {
            out.text(rule.id()).text(rule.why()).number(rule.claims().size());
            rule.claims().forEach(claim -> write(claim, out));
        }
        return out.toBytes();
    }

    private static void write(ContradictionRule.Claim claim, FormWriter out) {
        String id = claim.characteristic().id();
        if (claim instanceof ContradictionRule.NotEmpty) {
            out.word(Claim.NOT_EMPTY).text(id);
        } else if (claim instanceof ContradictionRule.Only only) {
            out.word(Claim.ONLY).text(id).bits(only.allowed());
        } else if (claim instanceof ContradictionRule.Within within && within.bounds() instanceof Bounds.Ranks ranks) {
            out.word(Claim.RANKS).text(id).number(ranks.low()).number(ranks.high());
        } else if (claim instanceof ContradictionRule.Within within
                && within.bounds() instanceof Bounds.Members members) {
            out.word(Claim.MEMBERS).text(id).bits(members.known()).flag(members.complete());
        } else if (claim instanceof ContradictionRule.Within within && within.bounds() instanceof Bounds.OneOf oneOf) {
            out.word(Claim.ONE_OF).text(id).bits(oneOf.possible());
        } else {
            throw new IllegalArgumentException("The claim " + claim + " has no compiled form");
        }
    }

    static Vocabulary read(FormReader in, List<Characteristic<?>> constants) throws IOException {
        Map<String, Characteristic<?>> known = new HashMap<>();
        for (Characteristic<?> constant : constants) {
            known.put(constant.id(), constant);
        }
        String id = in.text();
        String version = in.text();
        Map<String, String> sections = in.pairs();
        List<VocabularyEntry> entries = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            entries.add(EntryForm.read(in, known));
        }
        List<ContradictionRule> rules = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            rules.add(rule(in, known));
        }
        in.end();
        return new Vocabulary(id, version, sections, entries, rules);
    }

    private static ContradictionRule rule(FormReader in, Map<String, Characteristic<?>> known) throws IOException {
        String id = in.text();
        String why = in.text();
        List<ContradictionRule.Claim> claims = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            Claim kind = in.word(CLAIMS);
            String read = in.text();
            if (!(known.get(read) instanceof EnumeratedCharacteristic<?> characteristic)) {
                throw new IOException("The form was compiled with another characteristic " + read);
            }
            claims.add(
                    switch (kind) {
                        case RANKS ->
                            new ContradictionRule.Within(characteristic, new Bounds.Ranks(in.number(), in.number()));
                        case MEMBERS ->
                            new ContradictionRule.Within(characteristic, new Bounds.Members(in.bits(), in.flag()));
                        case ONE_OF -> new ContradictionRule.Within(characteristic, new Bounds.OneOf(in.bits()));
                        case NOT_EMPTY -> new ContradictionRule.NotEmpty((SetCharacteristic<?>) characteristic);
                        case ONLY -> new ContradictionRule.Only((SetCharacteristic<?>) characteristic, in.bits());
                    });
        }
        return new ContradictionRule(id, claims, why);
    }
}
