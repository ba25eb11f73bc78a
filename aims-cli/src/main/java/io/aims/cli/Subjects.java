package io.aims.cli;

import io.aims.Aims;
import io.aims.error.AimsException;
import io.aims.reasoning.proof.LevelProof;
import io.aims.reasoning.proof.Proof;
import io.aims.reasoning.proof.Proofs;
import io.aims.reasoning.proof.WhyNot;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can be asked about, by its id in any case. */
final class Subjects {

    private final Map<String, Function<Proofs, Proof>> proofs = new LinkedHashMap<>();
    private final Map<String, Function<Proofs, WhyNot>> whyNots = new LinkedHashMap<>();

    private Subjects() {}

    static Subjects of(Aims aims) {
        Subjects subjects = new Subjects();
        subjects.proofs.put(LevelProof.ID, Proofs::level);
        aims.catalogue().controls().forEach(each -> {
            subjects.proofs.put(each.id().value(), proofs -> proofs.control(each.id()));
            subjects.whyNots.put(each.id().value(), proofs -> proofs.whyNot(each.id()));
        });
        aims.catalogue()
                .objectives()
                .forEach(each -> subjects.proofs.put(each.id().value(), proofs -> proofs.objective(each.id())));
        aims.catalogue()
                .riskSources()
                .forEach(each -> subjects.proofs.put(each.id().value(), proofs -> proofs.riskSource(each.id())));
        aims.rules().forEach(each -> {
            subjects.proofs.putIfAbsent(each.id().value(), proofs -> proofs.rule(each.id()));
            subjects.whyNots.putIfAbsent(each.id().value(), proofs -> proofs.whyNot(each.id()));
        });
        return subjects;
    }

    /**
     * Returns the proof of what is asked about.
     *
     * @throws AimsException AIMS-5023, if there is nothing of this id
     */
    Proof proof(Proofs all, String id) {
        return find(proofs, id, "Ask for a control, an objective, a risk source, a rule or the level.")
                .apply(all);
    }

    /**
     * Returns why what is asked about is not so.
     *
     * @throws AimsException AIMS-5023, if there is no control or rule of this id
     */
    WhyNot whyNot(Proofs all, String id) {
        return find(whyNots, id, "Ask for a control or a rule; aims explain tells of all others.")
                .apply(all);
    }

    private static <T> T find(Map<String, T> all, String id, String advice) {
        T exact = all.get(id);
        if (exact != null) {
            return exact;
        }
        @Nullable T found = null;
        for (Map.Entry<String, T> each : all.entrySet()) {
            if (each.getKey().toLowerCase(Locale.ROOT).equals(id.toLowerCase(Locale.ROOT))) {
                found = found == null ? each.getValue() : found;
            }
        }
        if (found == null) {
            throw new AimsException(
                    "AIMS-5023",
                    "There is nothing (" + Quoted.of(id) + ") to tell about.",
                    Nearest.to(id, List.copyOf(all.keySet()))
                            .map(near -> "Maybe you meant (" + near + ").")
                            .orElse(advice));
        }
        return found;
    }
}
