package io.aims.rules.internal.compiled;

import io.aims.catalog.compiled.EntryForm;
import io.aims.catalog.compiled.FormWriter;
import io.aims.error.Place;
import io.aims.law.Duty;
import io.aims.law.Exemption;
import io.aims.law.LegalClass;
import io.aims.law.LegalCondition;
import io.aims.law.LegalDate;
import io.aims.law.LegalPack;
import io.aims.law.Proposition;
import io.aims.rule.PackReference;

/**
 * Writes a legal pack in two forms: what a system can be asked is needed at every start, everything else only to classify.
 * Used once.
 */
public final class LawWriter {

    static final String FACTS = "aims-law-facts/1";
    static final String FORM = "aims-law/1";

    private final LegalPack pack;
    private final FormWriter out = new FormWriter(FORM);
    private final ConditionWriter conditions = new ConditionWriter(out);

    /**
     * Creates a writer.
     *
     * @param pack a legal pack that reads the standard vocabulary and its own facts
     */
    public LawWriter(LegalPack pack) {
        this.pack = pack;
    }

    /**
     * Writes the name of the pack with its fingerprint, and its facts.
     *
     * @return the form
     */
    public byte[] facts() {
        FormWriter facts = new FormWriter(FACTS);
        PackReference reference = pack.reference();
        facts.text(reference.id()).text(reference.version()).text(reference.fingerprint());
        facts.number(pack.facts().size());
        pack.facts().forEach(fact -> {
            EntryForm.write(fact.entry(), facts);
            facts.text(fact.article()).word(fact.effect()).word(fact.confidence());
        });
        return facts.toBytes();
    }

    /**
     * Writes everything but the facts.
     *
     * @return the form
     */
    public byte[] rest() {
        out.text(pack.id())
                .text(pack.version())
                .text(pack.title())
                .text(pack.licence())
                .text(pack.about())
                .text(pack.act())
                .text(pack.readOn().toString());
        out.number(pack.dates().size());
        pack.dates().forEach(this::date);
        out.number(pack.propositions().size());
        pack.propositions().forEach(this::proposition);
        out.number(pack.classes().size());
        pack.classes().forEach(this::legalClass);
        out.number(pack.duties().size());
        pack.duties().forEach(this::duty);
        return out.toBytes();
    }

    private void date(LegalDate date) {
        out.text(date.id())
                .text(date.day().toString())
                .text(date.about())
                .word(date.confidence())
                .text(date.source().citation());
    }

    private void proposition(Proposition proposition) {
        out.text(proposition.id().value()).text(proposition.article()).text(proposition.title());
        out.flag(proposition.statement().isPresent());
        proposition.statement().ifPresent(conditions::test);
        out.flag(proposition.condition().isPresent());
        proposition.condition().ifPresent(this::condition);
        out.number(proposition.unless().size());
        for (Exemption exemption : proposition.unless()) {
            condition(exemption.when());
            out.text(exemption.article()).text(exemption.title());
        }
        out.text(proposition.why()).sources(proposition.sources()).word(proposition.confidence());
        Place place = proposition.place();
        out.flag(place != null);
        if (place != null) {
            out.text(place.document()).number(place.line()).number(place.column());
        }
    }

    private void legalClass(LegalClass each) {
        out.text(each.id().value()).text(each.article()).text(each.title());
        condition(each.when());
        condition(each.applies());
        out.texts(each.stops().map(stop -> stop.value()).stream().toList());
    }

    private void duty(Duty duty) {
        out.text(duty.id().value()).text(duty.article()).text(duty.who()).text(duty.about());
        condition(duty.when());
        condition(duty.applies());
        out.text(duty.due()).word(duty.confidence()).sources(duty.sources());
    }

    private void condition(LegalCondition condition) {
        if (condition instanceof LegalCondition.AllOf all) {
            kind(LegalKind.ALL_OF).number(all.parts().size());
            all.parts().forEach(this::condition);
        } else if (condition instanceof LegalCondition.AnyOf any) {
            kind(LegalKind.ANY_OF).number(any.parts().size());
            any.parts().forEach(this::condition);
        } else if (condition instanceof LegalCondition.Not not) {
            kind(LegalKind.NOT);
            condition(not.part());
        } else if (condition instanceof LegalCondition.Tests tests) {
            kind(LegalKind.TEST);
            conditions.test(tests.test());
        } else if (condition instanceof LegalCondition.Holds holds) {
            kind(LegalKind.HOLDS).text(holds.id().value());
        } else if (condition instanceof LegalCondition.DayReached reached) {
            kind(LegalKind.DAY_REACHED).text(reached.date().id());
        } else if (condition instanceof LegalCondition.Before before) {
            kind(LegalKind.BEFORE)
                    .text(before.characteristic().id())
                    .text(before.date().id());
        } else {
            kind(LegalKind.ALWAYS);
        }
    }

    private FormWriter kind(LegalKind kind) {
        return out.number(kind.ordinal());
    }
}
