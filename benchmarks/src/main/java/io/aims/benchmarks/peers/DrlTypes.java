package io.aims.benchmarks.peers;

import io.aims.rule.RuleBase;
import io.aims.system.AiSystem;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.DateCharacteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.system.VocabularyEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactType;

/** Makes facts of the types that exported DRL declares, in the order of the vocabulary as it does. */
final class DrlTypes {

    private static final String PACKAGE = "aims.rules";
    private static final Pattern ENUM = Pattern.compile("(?m)^declare enum (\\w+)$");
    private static final Pattern FIELD = Pattern.compile("(?m)^    (\\w+) : \\w+$");

    /** View and Level stand before the enums of the vocabulary. */
    private static final int OWN_ENUMS = 2;

    private final KieBase kieBase;
    private final FactType system;
    private final FactType catalogueEntry;
    private final Map<Characteristic<?>, String> fields = new HashMap<>();
    private final Map<Characteristic<?>, Object[]> constants = new HashMap<>();
    private final Object[] views;

    DrlTypes(RuleBase base, KieBase kieBase, String types) {
        this.kieBase = kieBase;
        this.system = type("AiSystem");
        this.catalogueEntry = type("CatalogueEntry");
        List<String> names = names(ENUM, types);
        int beginning = types.indexOf("declare AiSystem");
        List<String> declared = names(FIELD, types.substring(beginning, types.indexOf("\nend", beginning)));
        this.views = constants(names.get(0));
        int field = 1;
        int enumeration = OWN_ENUMS;
        for (VocabularyEntry entry : base.vocabulary().entries()) {
            Characteristic<?> characteristic = entry.characteristic();
            if (characteristic instanceof DateCharacteristic) {
                continue;
            }
            fields.put(characteristic, declared.get(field++));
            if (characteristic instanceof EnumeratedCharacteristic<?>
                    && !(characteristic instanceof BooleanCharacteristic)) {
                constants.put(characteristic, constants(names.get(enumeration++)));
            }
        }
        if (enumeration != names.size() || field != declared.size()) {
            throw new IllegalStateException("The types that the DRL declares do not follow the vocabulary");
        }
    }

    private static List<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private FactType type(String name) {
        return kieBase.getFactType(PACKAGE, name);
    }

    Class<?> factClass(String name) {
        return type(name).getFactClass();
    }

    private Object[] constants(String name) {
        try {
            return system.getFactClass()
                    .getClassLoader()
                    .loadClass(PACKAGE + "." + name)
                    .getEnumConstants();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The DRL declares no " + name, e);
        }
    }

    Object view(View view) {
        return views[view.ordinal()];
    }

    /** A system as it is seen in a view. */
    Object system(AiSystem described, View view) {
        Object fact = newInstance(system);
        system.set(fact, "view", view(view));
        fields.forEach((characteristic, field) -> system.set(fact, field, value(described, characteristic, view)));
        return fact;
    }

    private Object catalogueEntry(String kind, String id) {
        Object fact = newInstance(catalogueEntry);
        catalogueEntry.set(fact, "kind", kind);
        catalogueEntry.set(fact, "id", id);
        return fact;
    }

    private static Object newInstance(FactType type) {
        try {
            return type.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The type that the DRL declares cannot be made", e);
        }
    }

    private Object value(AiSystem described, Characteristic<?> characteristic, View view) {
        Object[] own = constants.get(characteristic);
        if (own == null) {
            return Seen.value(described, characteristic, view);
        }
        Bounds bounds = described.bounds(characteristic);
        if (bounds instanceof Bounds.Ranks ranks) {
            return own[view == View.LOW ? ranks.low() : ranks.high()];
        }
        long bits = bounds instanceof Bounds.OneOf oneOf ? oneOf.possible() : members((Bounds.Members) bounds, view);
        Set<Object> values = new HashSet<>();
        for (int position = 0; position < own.length; position++) {
            if ((bits >>> position & 1) != 0) {
                values.add(own[position]);
            }
        }
        return values;
    }

    private static long members(Bounds.Members members, View view) {
        return view == View.HIGH && !members.complete() ? -1 : members.known();
    }

    /** The catalogue as facts: rules that tell what is needed look through it. */
    List<Object> catalogue(RuleBase base) {
        List<Object> facts = new ArrayList<>();
        base.catalogue()
                .controls()
                .forEach(control ->
                        facts.add(catalogueEntry("CONTROL", control.id().value())));
        base.catalogue()
                .objectives()
                .forEach(objective ->
                        facts.add(catalogueEntry("OBJECTIVE", objective.id().value())));
        base.catalogue()
                .riskSources()
                .forEach(source ->
                        facts.add(catalogueEntry("RISK_SOURCE", source.id().value())));
        return facts;
    }
}
