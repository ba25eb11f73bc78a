package io.aims.system;

import io.aims.text.CanonicalForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The characteristics that rules can read and people can be asked for, in the order in which they are listed, and the
 * combinations of answers that contradict one another.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Vocabulary {

    private final String id;
    private final String version;
    private final Map<String, String> sections;
    private final List<VocabularyEntry> entries;
    private final Map<String, VocabularyEntry> byId;
    private final List<ContradictionRule> contradictions;
    private final CharacteristicOrder order;
    private volatile @Nullable String fingerprint;

    /**
     * Creates a vocabulary.
     *
     * @param id its id
     * @param version its version
     * @param sections the titles of the sections by their ids, in order
     * @param entries the characteristics, each id once
     * @param contradictions combinations of answers that cannot all be true
     */
    public Vocabulary(
            String id,
            String version,
            Map<String, String> sections,
            List<VocabularyEntry> entries,
            List<ContradictionRule> contradictions) {
        this.id = id;
        this.version = version;
        this.sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
        this.entries = List.copyOf(entries);
        this.contradictions = List.copyOf(contradictions);
        this.byId = new LinkedHashMap<>();
        for (VocabularyEntry entry : entries) {
            if (byId.put(entry.characteristic().id(), entry) != null) {
                throw new IllegalArgumentException(
                        "Characteristic " + entry.characteristic().id() + " stands twice in vocabulary " + id);
            }
        }
        this.order = new CharacteristicOrder(characteristics(entries));
    }

    private static List<Characteristic<?>> characteristics(List<VocabularyEntry> entries) {
        List<Characteristic<?>> characteristics = new ArrayList<>(entries.size());
        for (VocabularyEntry entry : entries) {
            characteristics.add(entry.characteristic());
        }
        return characteristics;
    }

    /**
     * Returns a vocabulary with more characteristics behind those of this one.
     *
     * @param more characteristics with other ids
     * @return the wider vocabulary, or this one if there are none
     */
    public Vocabulary with(Collection<VocabularyEntry> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<VocabularyEntry> all = new ArrayList<>(entries);
        all.addAll(more);
        return new Vocabulary(id, version, sections, all, contradictions);
    }

    /**
     * Returns the id.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Returns the version.
     *
     * @return the version
     */
    public String version() {
        return version;
    }

    /**
     * Returns the titles of the sections by their ids.
     *
     * @return an immutable map, in order
     */
    public Map<String, String> sections() {
        return sections;
    }

    /**
     * Returns the characteristics with their words.
     *
     * @return an immutable list, in order
     */
    public List<VocabularyEntry> entries() {
        return entries;
    }

    /**
     * Finds a characteristic with its words.
     *
     * @param characteristicId the id of a characteristic
     * @return the entry, or empty if there is none
     */
    public Optional<VocabularyEntry> entry(String characteristicId) {
        return Optional.ofNullable(byId.get(characteristicId));
    }

    /**
     * Finds a characteristic.
     *
     * @param characteristicId the id of a characteristic
     * @return the characteristic, or empty if there is none
     */
    public Optional<Characteristic<?>> characteristic(String characteristicId) {
        VocabularyEntry entry = byId.get(characteristicId);
        return entry == null ? Optional.empty() : Optional.of(entry.characteristic());
    }

    /**
     * Tells whether a characteristic stands here with the same kind and values.
     *
     * @param characteristic a characteristic
     * @return {@code false} if none of its id does, or another one
     */
    public boolean has(Characteristic<?> characteristic) {
        VocabularyEntry entry = byId.get(characteristic.id());
        return entry != null && entry.characteristic().equals(characteristic);
    }

    /**
     * Tells whether everything that is answered about a system stands here.
     *
     * @param system a system
     * @return {@code false} if one answer is to a characteristic that does not, or is another one here
     */
    public boolean hasAll(AiSystem system) {
        return order.hasAll(system);
    }

    /**
     * Returns the ids of all characteristics.
     *
     * @return an immutable collection, in order
     */
    public Collection<String> ids() {
        return Collections.unmodifiableCollection(byId.keySet());
    }

    /**
     * Returns the combinations of answers that cannot all be true.
     *
     * @return an immutable list, in order
     */
    public List<ContradictionRule> contradictionRules() {
        return contradictions;
    }

    /**
     * Finds the contradictions among the answers about a system.
     *
     * @param system a system
     * @return the contradictions in the order of the vocabulary, each with the answers concerned; nothing is repaired
     */
    public List<Contradiction> contradictionsIn(AiSystem system) {
        List<Contradiction> found = new ArrayList<>();
        for (ContradictionRule rule : contradictions) {
            rule.in(system).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /**
     * Returns the SHA-256 of what an evaluation reads and says of the characteristics and contradictions: the questions, but
     * not the meanings and definitions.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = computed();
            fingerprint = known;
        }
        return known;
    }

    private String computed() {
        CanonicalForm form = new CanonicalForm().text(id).text(version);
        form.list(entries, (f, entry) -> {
            Characteristic<?> characteristic = entry.characteristic();
            f.text(characteristic.id())
                    .text(characteristic.type().name())
                    .text(entry.tier().name())
                    .text(entry.question());
            if (characteristic instanceof EnumeratedCharacteristic<?> enumerated) {
                f.list(enumerated.valueIds(), CanonicalForm::text);
            } else if (characteristic instanceof ScaleCharacteristic scale) {
                f.number(scale.least()).number(scale.most());
            }
        });
        form.list(contradictions, (f, rule) -> rule.writeTo(f));
        return form.sha256();
    }
}
