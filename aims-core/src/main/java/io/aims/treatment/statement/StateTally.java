package io.aims.treatment.statement;

import io.aims.risk.Range;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.CountedState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what a control counts for over systems: as far as it is where it is least far. Not thread-safe. */
final class StateTally {

    private static final Range<Stage> UNKNOWN = new Range<>(Stage.NOT_IMPLEMENTED, Stage.EFFECTIVE);

    private final @Nullable ControlState ofOrganisation;
    private final int limit;
    private final Map<CountedState.Reason, Integer> heldBack = new EnumMap<>(CountedState.Reason.class);
    private final TextTally how = new TextTally();
    private final TextTally evidence = new TextTally();
    private final TextTally owners = new TextTally();
    private int fromOrganisation;
    private int bySupplier;
    private @Nullable Stage low;
    private @Nullable Stage high;
    private @Nullable LocalDate firstEnd;

    StateTally(@Nullable ControlState ofOrganisation, int limit) {
        this.ofOrganisation = ofOrganisation;
        this.limit = limit;
    }

    void add(CountedState counted, boolean supplied) {
        low = lower(low, counted.stage().low());
        high = lower(high, counted.stage().high());
        counted.reasons().forEach(reason -> heldBack.merge(reason, 1, Integer::sum));
        bySupplier += supplied ? 1 : 0;
        ControlState said = counted.said();
        if (said == null) {
            return;
        }
        firstEnd = earlier(firstEnd, said.until());
        if (said.equals(ofOrganisation)) {
            fromOrganisation++;
        } else {
            said.how().filter(text -> !text.isBlank()).ifPresent(how::add);
            said.evidence().filter(text -> !text.isBlank()).ifPresent(evidence::add);
            said.owner().filter(text -> !text.isBlank()).ifPresent(owners::add);
        }
    }

    private static Stage lower(@Nullable Stage one, Stage other) {
        return one == null || other.compareTo(one) < 0 ? other : one;
    }

    static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }

    /** What was gathered, or that nothing is known if nothing was. */
    Implementation implementation(@Nullable Decision decided) {
        return new Implementation(
                low == null || high == null ? UNKNOWN : new Range<>(low, high),
                bySupplier,
                said(how, ofOrganisation == null ? Optional.empty() : ofOrganisation.how()),
                said(evidence, ofOrganisation == null ? Optional.empty() : ofOrganisation.evidence()),
                said(owners, ofOrganisation == null ? Optional.empty() : ofOrganisation.owner()),
                earlier(firstEnd, decided == null ? null : decided.until()),
                heldBack.entrySet().stream()
                        .map(entry -> new Implementation.HeldBack(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private Said said(TextTally own, Optional<String> organisation) {
        List<Said.Text> texts = new ArrayList<>();
        if (fromOrganisation > 0) {
            organisation
                    .filter(text -> !text.isBlank())
                    .ifPresent(text -> texts.add(new Said.Text(text, true, fromOrganisation)));
        }
        int told = 0;
        for (TextTally.Counted counted : own.mostFrequent(limit - texts.size())) {
            texts.add(new Said.Text(counted.text(), false, counted.count()));
            told += counted.count();
        }
        return new Said(texts, own.total() - told);
    }
}
