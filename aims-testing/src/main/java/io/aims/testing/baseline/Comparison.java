package io.aims.testing.baseline;

import io.aims.Aims;
import io.aims.control.ControlId;
import io.aims.interchange.SystemDocument;
import io.aims.testing.baseline.Drift.Kind;
import io.aims.text.NaturalOrder;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what was frozen with what is so on a day. */
final class Comparison {

    private final FrozenOutcomes was;
    private final FrozenOutcomes now;
    private final Aims aims;
    private final Map<String, SystemDocument> documents = new HashMap<>();
    private final LocalDate asOf;
    private final List<Drift> drifts = new ArrayList<>();

    Comparison(FrozenOutcomes was, FrozenOutcomes now, Aims aims, Iterable<SystemDocument> documents, LocalDate asOf) {
        this.was = was;
        this.now = now;
        this.aims = aims;
        this.asOf = asOf;
        documents.forEach(document -> this.documents.put(document.system().id(), document));
    }

    List<Drift> drifts() {
        compare(was.basis(), now.basis(), "", Kind.BASIS_CHANGED, "");
        rules();
        Set<String> ids = new TreeSet<>(was.systems().keySet());
        ids.addAll(now.systems().keySet());
        ids.forEach(this::system);
        acceptances();
        return drifts;
    }

    private void rules() {
        for (String rule : was.rules()) {
            if (!now.rules().contains(rule)) {
                add(Kind.RULE_VANISHED, "", "rule " + rule, "in use", "", "Maybe a pack is missing, or lost it.");
            }
        }
        for (String rule : now.rules()) {
            if (!was.rules().contains(rule)) {
                add(Kind.RULE_APPEARED, "", "rule " + rule, "", "in use", "");
            }
        }
    }

    private void system(String id) {
        SystemOutcomes before = was.systems().get(id);
        SystemOutcomes after = now.systems().get(id);
        if (before != null && after != null) {
            changed(id, before, after);
        } else if (before != null) {
            String near = Nearest.to(id, now.systems().keySet())
                    .filter(other -> !was.systems().containsKey(other))
                    .map(other -> "Maybe it is now called (" + Quoted.of(other) + ").")
                    .orElse("Maybe its description was deleted or is not read any more.");
            add(Kind.SYSTEM_VANISHED, id, "the system", level(before), "", near);
        } else if (after != null) {
            add(Kind.SYSTEM_APPEARED, id, "the system", "", level(after), "");
            gapsNotAccepted(id, after);
        }
    }

    private void changed(String id, SystemOutcomes before, SystemOutcomes after) {
        SystemDocument document = Objects.requireNonNull(documents.get(id), id);
        Why why = new Why(aims, document, asOf, before, after);
        for (Section section : List.of(Section.ANSWERS, Section.RULES)) {
            compare(before, after, id, section, why);
        }
        for (Section section : Section.values()) {
            if (section.kind() == Kind.OUTCOME_CHANGED) {
                compare(before, after, id, section, why);
            }
        }
        gapsNotAccepted(id, after);
    }

    private static String level(SystemOutcomes outcomes) {
        return "level " + outcomes.of(Section.LEVELS).get(SystemOutcomes.OVERALL);
    }

    private void compare(SystemOutcomes before, SystemOutcomes after, String id, Section section, Why why) {
        SortedMap<String, String> old = before.of(section);
        SortedMap<String, String> fresh = after.of(section);
        Set<String> keys = new TreeSet<>(NaturalOrder.comparator());
        keys.addAll(old.keySet());
        keys.addAll(fresh.keySet());
        for (String key : keys) {
            String left = old.getOrDefault(key, "");
            String right = fresh.getOrDefault(key, "");
            if (!left.equals(right)) {
                add(section.kind(), id, section.word() + " " + key, left, right, why.of(section, key));
            }
        }
    }

    private void compare(
            SortedMap<String, String> before, SortedMap<String, String> after, String id, Kind kind, String why) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            String left = before.getOrDefault(key, "");
            String right = after.getOrDefault(key, "");
            if (!left.equals(right)) {
                add(kind, id, key, left, right, why);
            }
        }
    }

    private void gapsNotAccepted(String id, SystemOutcomes outcomes) {
        Set<String> accepted = new HashSet<>();
        was.accepted().stream()
                .filter(acceptance -> acceptance.system().equals(id))
                .flatMap(acceptance -> acceptance.controls().stream())
                .map(ControlId::value)
                .forEach(accepted::add);
        List<String> open = outcomes.of(Section.GAPS).keySet().stream()
                .filter(control -> !control.equals(SystemOutcomes.NOT_STATED) && !accepted.contains(control))
                .toList();
        if (!open.isEmpty()) {
            add(
                    Kind.GAP_NOT_ACCEPTED,
                    id,
                    "nobody accepted that controls are needed and not known to be in place: " + String.join(", ", open),
                    "",
                    "",
                    "Put them in place and state that in the description; or add them under accepted:\n"
                            + BaselineWriter.gaps(id, open)
                            + "    reason: ...\n    owner: ...\n    until: ...");
        }
    }

    private void acceptances() {
        for (Acceptance acceptance : was.accepted()) {
            SystemOutcomes system = now.systems().get(acceptance.system());
            String place = acceptance.place() == null ? "" : " (" + acceptance.place() + ")";
            if (acceptance.hasEndedOn(asOf)) {
                add(
                        Kind.ACCEPTANCE_ENDED,
                        acceptance.system(),
                        "the acceptance of " + joined(acceptance.controls()) + place + " ended on " + acceptance.until()
                                + ", before " + asOf,
                        "",
                        "",
                        "It was accepted by " + Quoted.whole(acceptance.owner()) + ", because: "
                                + Quoted.whole(acceptance.reason())
                                + "\nClose the gap, or have the acceptance decided anew.");
            }
            for (ControlId control : acceptance.controls()) {
                if (system == null || !system.of(Section.GAPS).containsKey(control.value())) {
                    unused(acceptance, control, system, place);
                }
            }
        }
    }

    private void unused(Acceptance acceptance, ControlId control, @Nullable SystemOutcomes system, String place) {
        String advice;
        if (system == null) {
            advice = Nearest.to(acceptance.system(), now.systems().keySet())
                    .map(near -> "There is no such system. Maybe you meant (" + Quoted.of(near) + ").")
                    .orElse("There is no such system. Maybe delete the acceptance.");
        } else if (!system.of(Section.CONTROLS).containsKey(control.value())) {
            advice = Nearest.to(control.value(), system.of(Section.CONTROLS).keySet())
                    .map(near -> "There is no such control. Maybe you meant (" + near + ").")
                    .orElse("There is no such control.");
        } else {
            advice = "There is no such gap any more: delete the control from the acceptance.";
        }
        add(
                Kind.ACCEPTANCE_UNUSED,
                acceptance.system(),
                "the acceptance of " + control + place + " stands for no gap",
                "",
                "",
                advice);
    }

    private static String joined(List<ControlId> controls) {
        return String.join(", ", controls.stream().map(ControlId::value).toList());
    }

    private void add(Kind kind, String system, String subject, String left, String right, String why) {
        drifts.add(new Drift(kind, system, subject, left, right, why));
    }
}
