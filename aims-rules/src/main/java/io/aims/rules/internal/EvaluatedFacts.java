package io.aims.rules.internal;

import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.error.AimsException;
import io.aims.evaluation.OutsideFinding;
import io.aims.evaluation.StratumResults;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.Range;
import io.aims.risk.RiskLevel;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.rule.PackReference;
import io.aims.rule.RuleBase;
import io.aims.rule.Truth;
import io.aims.rules.trusted.EvaluatedSystem;
import io.aims.system.AiSystem;
import io.aims.system.Bounds;
import io.aims.system.Characteristic;
import io.aims.system.EnumeratedCharacteristic;
import io.aims.text.IdForm;
import io.aims.text.Nearest;
import io.aims.text.Quoted;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one system, for the trusted rules of one session, and what they find. Not thread-safe. */
final class EvaluatedFacts implements EvaluatedSystem {

    private static final String NOT_THERE = "AIMS-3132";
    private static final String NO_FINDING = "AIMS-3133";
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 4000;

    private final RuleBase base;
    private final AiSystem system;
    private final StratumResults results;
    private final List<OutsideFinding> findings = new ArrayList<>();
    private @Nullable PackReference rules;
    private String rule = "";

    EvaluatedFacts(RuleBase base, AiSystem system, StratumResults results) {
        this.base = base;
        this.system = system;
        this.results = results;
    }

    /** Says which rule fires next: what is found from now on, it finds. */
    void firing(PackReference among, String name) {
        rules = among;
        rule = name;
    }

    /** Returns what was found so far, in the order of firing. */
    List<OutsideFinding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public String id() {
        return system.id();
    }

    @Override
    public Truth is(String characteristic, String value) {
        Characteristic<?> known = characteristic(characteristic);
        Bounds bounds = system.bounds(known);
        if (bounds instanceof Bounds.Members members) {
            boolean held = (members.known() >>> position(known, value) & 1) != 0;
            return truth(held, held || !members.complete());
        }
        if (bounds instanceof Bounds.OneOf oneOf) {
            long bit = 1L << position(known, value);
            return truth(oneOf.possible() == bit, (oneOf.possible() & bit) != 0);
        }
        Truth within = reaches(known, bounds, value).and(staysWithin(known, bounds, value));
        return within == Truth.TRUE && !bounds.isExact() ? Truth.UNDETERMINED : within;
    }

    @Override
    public Truth atLeast(String characteristic, String value) {
        Characteristic<?> known = characteristic(characteristic);
        return reaches(known, system.bounds(known), value);
    }

    @Override
    public Truth atMost(String characteristic, String value) {
        Characteristic<?> known = characteristic(characteristic);
        return staysWithin(known, system.bounds(known), value);
    }

    @Override
    public boolean isKnown(String characteristic) {
        return system.bounds(characteristic(characteristic)).isExact();
    }

    @Override
    public Truth present(String riskSource) {
        List<String> ids = base.catalogue().riskSources().stream()
                .map((RiskSource source) -> source.id().value())
                .toList();
        checkAmong("risk source", riskSource, ids, NOT_THERE);
        return results.riskSource(new RiskSourceId(riskSource));
    }

    @Override
    public Truth reaches(String objective, RiskLevel level) {
        List<String> ids = base.catalogue().objectives().stream()
                .map((Objective known) -> known.id().value())
                .toList();
        checkAmong("objective", objective, ids, NOT_THERE);
        Range<RiskLevel> range = results.level(new ObjectiveId(objective));
        return truth(range.low().compareTo(level) >= 0, range.high().compareTo(level) >= 0);
    }

    @Override
    public Truth needed(String control) {
        checkAmong("control", control, controls(), NOT_THERE);
        return results.needed(new ControlId(control));
    }

    @Override
    public void find(String id, String title, String reason, String... controls) {
        add(Truth.TRUE, id, title, reason, controls);
    }

    @Override
    public void suspect(String id, String title, String reason, String... controls) {
        add(Truth.UNDETERMINED, id, title, reason, controls);
    }

    private void add(Truth status, String id, String title, String reason, String... controls) {
        PackReference among = rules;
        if (among == null) {
            throw new AimsException(
                    NO_FINDING,
                    "finds (" + Quoted.of(id) + ") while no rule fires",
                    "Maybe a condition adds findings: let the consequence do it.");
        }
        if (!IdForm.matches(id)) {
            throw new AimsException(
                    NO_FINDING,
                    "finds (" + Quoted.of(id) + "), which is no id",
                    "An id is a letter or digit and up to 63 letters, digits, dots, hyphens or underscores.");
        }
        checkText(id, "title", title, LONGEST_TITLE);
        checkText(id, "reason", reason, LONGEST_REASON);
        for (String control : controls) {
            checkAmong("control", control, controls(), NO_FINDING);
        }
        List<ControlId> asked = List.of(controls).stream().map(ControlId::new).toList();
        findings.add(new OutsideFinding(id, title, reason, status, asked, among, rule));
    }

    private static void checkText(String id, String what, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new AimsException(
                    NO_FINDING,
                    "finds (" + id + ") with a " + what + " of " + text.length() + " characters",
                    "A " + what + " has 1 to " + longest + " characters.");
        }
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw new AimsException(
                    NO_FINDING,
                    "finds (" + id + ") with half a character in its " + what,
                    "Maybe a text was cut in the middle of one: no file could keep it.");
        }
    }

    private List<String> controls() {
        return base.catalogue().controls().stream()
                .map((Control control) -> control.id().value())
                .toList();
    }

    private Characteristic<?> characteristic(String id) {
        checkAmong("characteristic", id, base.vocabulary().ids(), NOT_THERE);
        return base.vocabulary().characteristic(id).orElseThrow();
    }

    private static void checkAmong(String kind, String id, Collection<String> ids, String code) {
        if (!ids.contains(id)) {
            throw new AimsException(
                    code,
                    "names " + kind + " (" + Quoted.of(id) + "), which does not exist",
                    Nearest.to(id, ids)
                            .map(near -> "Maybe you meant (" + near + ").")
                            .orElse("Maybe a pack or catalogue that has it is missing."));
        }
    }

    private static Truth reaches(Characteristic<?> characteristic, Bounds bounds, String value) {
        if (bounds instanceof Bounds.Ranks ranks) {
            int rank = position(characteristic, value);
            return truth(ranks.low() >= rank, ranks.high() >= rank);
        }
        if (bounds instanceof Bounds.Numbers numbers) {
            BigDecimal number = number(characteristic, value);
            BigDecimal high = numbers.high();
            return truth(numbers.low().compareTo(number) >= 0, high == null || high.compareTo(number) >= 0);
        }
        if (bounds instanceof Bounds.Days days) {
            LocalDate day = day(characteristic, value);
            return truth(!days.earliest().isBefore(day), !days.latest().isBefore(day));
        }
        throw noOrder(characteristic);
    }

    private static Truth staysWithin(Characteristic<?> characteristic, Bounds bounds, String value) {
        if (bounds instanceof Bounds.Ranks ranks) {
            int rank = position(characteristic, value);
            return truth(ranks.high() <= rank, ranks.low() <= rank);
        }
        if (bounds instanceof Bounds.Numbers numbers) {
            BigDecimal number = number(characteristic, value);
            BigDecimal high = numbers.high();
            return truth(
                    high != null && high.compareTo(number) <= 0, numbers.low().compareTo(number) <= 0);
        }
        if (bounds instanceof Bounds.Days days) {
            LocalDate day = day(characteristic, value);
            return truth(!days.latest().isAfter(day), !days.earliest().isAfter(day));
        }
        throw noOrder(characteristic);
    }

    private static Truth truth(boolean certain, boolean possible) {
        return certain ? Truth.TRUE : possible ? Truth.UNDETERMINED : Truth.FALSE;
    }

    private static int position(Characteristic<?> characteristic, String value) {
        List<String> ids = ((EnumeratedCharacteristic<?>) characteristic).valueIds();
        checkAmong("value of " + characteristic.id(), value, ids, NOT_THERE);
        return ids.indexOf(value);
    }

    private static BigDecimal number(Characteristic<?> characteristic, String value) {
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw noValue(characteristic, value, "A number looks like 9 or 1e25.");
        }
    }

    private static LocalDate day(Characteristic<?> characteristic, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw noValue(characteristic, value, "A day looks like 2026-03-01.");
        }
    }

    private static AimsException noValue(Characteristic<?> characteristic, String value, String advice) {
        return new AimsException(
                NOT_THERE,
                "names value of " + characteristic.id() + " (" + Quoted.of(value) + "), which does not exist",
                advice);
    }

    private static AimsException noOrder(Characteristic<?> characteristic) {
        return new AimsException(
                NOT_THERE,
                "compares (" + characteristic.id() + "), whose values have no order",
                "Maybe ask whether it is one of them.");
    }
}
