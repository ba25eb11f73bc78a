package io.aims.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.aims.catalog.Catalogues;
import io.aims.catalog.Criteria;
import io.aims.catalog.Vocabularies;
import io.aims.control.Catalogue;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.error.Faults;
import io.aims.error.Place;
import io.aims.rule.Chapter;
import io.aims.rule.Condition;
import io.aims.rule.Replacement;
import io.aims.rule.Rule;
import io.aims.rule.RuleExample;
import io.aims.rule.RuleId;
import io.aims.rule.RulePack;
import io.aims.rule.Truth;
import io.aims.rules.language.ConditionParser;
import io.aims.system.Vocabulary;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Nothing is verified twice against the same things, and everything else is verified. */
class VerifiedPacksTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String RULE = """
            id: %s-1
            title: Profiling of children
            when: profiling = YES and vulnerableGroups contains CHILDREN
            requires: [A.5.4]
            raises: [C.3.1]
            why: Children cannot consent to being profiled.
            sources: [GDPR recital 38]
            examples:
              fires:   [{profiling: YES, vulnerableGroups: {contains: [CHILDREN]}}]
              silent:  [{profiling: NO}]
              unknown: [{profiling: YES}]
            """;
    private static final String READING_RULE = """
            id: READS-1
            title: Attacks on children
            when: riskSources contains C.3.1 and safetyHarm >= MINOR_INJURY
            requires: [A.5.5]
            why: Both together are worse.
            sources: [Handbook]
            examples:
              fires: [{profiling: YES, vulnerableGroups: {contains: [CHILDREN]}, safetyHarm: MINOR_INJURY}]
            """;

    private static final Condition NEVER = new ConditionParser(Vocabularies.standard())
            .parse(
                    "lifecycleStage in {INCEPTION} and lifecycleStage in {RETIREMENT}",
                    "",
                    offset -> new Place("", 1, 1),
                    new Faults())
            .orElseThrow();

    @Test
    void a_pack_that_was_read_is_right_alone_and_no_equal_one_is() {
        RulePack pack = read("one");
        RulePack equal = with(pack, pack.rules());

        assertThat(equal).isEqualTo(pack);
        assertThat(VerifiedPacks.isRightAlone(pack)).isTrue();
        assertThat(VerifiedPacks.isRightAlone(equal)).isFalse();
    }

    @Test
    void a_pack_that_is_refused_is_not_right_alone() {
        RulePack wrong = withRule(read("one"), rule -> example(rule, Truth.FALSE));

        assertThat(codes(wrong)).contains("AIMS-2012");
        assertThat(VerifiedPacks.isRightAlone(wrong)).isFalse();
        assertThat(codes(wrong)).contains("AIMS-2012");
    }

    @Test
    void a_rule_that_another_pack_replaced_is_verified_when_it_is_run() {
        RulePack wrong = withRule(read("one"), rule -> example(rule, Truth.FALSE));
        RulePack read = read("two");
        RulePack replacing = new RulePack(
                read.id(),
                read.version(),
                read.title(),
                read.licence(),
                read.about(),
                read.catalogue(),
                null,
                null,
                List.of(),
                read.chapters(),
                List.of(),
                List.of(new Replacement(new RuleId("one-1"), "It is wrong.")));
        verify(wrong, replacing);

        assertThat(codes(wrong)).containsExactly("AIMS-2012");
    }

    @Test
    void a_verification_that_tells_warnings_vouches_for_nothing() {
        RulePack pack = PackLoader.standard()
                .verify(Packs.ofOneRule("one", "iso-42001:2023", RULE.formatted("one")))
                .packs()
                .get(0);

        assertThat(VerifiedPacks.isRightAlone(pack)).isFalse();
        assertThat(VerifiedPacks.areRightTogether(
                        pack, List.of(Vocabularies.standard(), Catalogues.iso42001(), Criteria.standard(), pack)))
                .isFalse();
    }

    @Test
    void a_pack_made_of_one_that_was_read_is_verified_whole() {
        RulePack pack = read("one");
        Rule rule = pack.rules().get(0);
        verify(pack);

        assertThat(codes(withRule(pack, read -> example(read, Truth.UNDETERMINED))))
                .contains("AIMS-2012");
        assertThat(codes(withRule(pack, read -> when(read, NEVER)))).contains("AIMS-2009");
        assertThat(codes(with(pack, List.of(rule, named(rule, "one-2"))))).contains("AIMS-2010");
    }

    @Test
    void a_pack_is_verified_with_the_vocabulary_in_use() {
        RulePack pack = read("one");
        verify(pack);
        Vocabulary standard = Vocabularies.standard();
        Vocabulary other = new Vocabulary(
                standard.id(),
                standard.version(),
                standard.sections(),
                standard.entries().stream()
                        .filter(entry -> !entry.characteristic().id().equals("profiling"))
                        .toList(),
                List.of());

        assertThat(codes(() -> PackVerifier.verify(other, Catalogues.iso42001(), Criteria.standard(), List.of(pack))))
                .contains("AIMS-2006");
    }

    @Test
    void a_pack_is_verified_with_the_catalogue_in_use() {
        Catalogue own = new Catalogue("own:1", "Own", List.of(), Map.of(), List.of(), List.of(), List.of(), List.of());
        RulePack pack = PackLoader.standard()
                .catalogues(own)
                .read(Packs.ofOneRule("one", "iso-42001:2023+own:1", RULE.formatted("one")));
        PackVerifier.verify(
                Vocabularies.standard(), Catalogues.iso42001().with(List.of(own)), Criteria.standard(), List.of(pack));

        assertThat(codes(pack)).contains("AIMS-2014");
    }

    @Test
    void packs_that_were_read_apart_are_compared_when_they_are_used_together() {
        RulePack one = read("one");
        RulePack two = read("two");
        verify(one);
        verify(two);

        assertThat(codes(one, two)).containsExactly("AIMS-2010");
    }

    @Test
    void packs_that_are_right_together_are_compared_with_a_further_one() {
        RulePack one = read("one");
        RulePack reading =
                PackLoader.standard().beside(one).read(Packs.ofOneRule("reads", "iso-42001:2023", READING_RULE));
        verify(one, reading);

        assertThat(codes(one, reading, read("two"))).containsExactly("AIMS-2010");
    }

    @Test
    void results_are_looked_for_among_the_packs_in_use() {
        RulePack one = read("one");
        RulePack reading =
                PackLoader.standard().beside(one).read(Packs.ofOneRule("reads", "iso-42001:2023", READING_RULE));
        verify(one, reading);

        assertThat(codes(reading)).contains("AIMS-2009");
    }

    @Test
    void what_was_verified_together_is_known_by_the_very_things() {
        RulePack one = read("one");
        RulePack reading =
                PackLoader.standard().beside(one).read(Packs.ofOneRule("reads", "iso-42001:2023", READING_RULE));
        List<Object> all = List.of(Vocabularies.standard(), Catalogues.iso42001(), Criteria.standard(), one, reading);

        assertThat(VerifiedPacks.areRightTogether(one, all)).isTrue();
        for (int i = 0; i < all.size(); i++) {
            List<Object> others = new ArrayList<>(all);
            others.set(i, i < 3 ? new Object() : with((RulePack) all.get(i), ((RulePack) all.get(i)).rules()));
            assertThat(VerifiedPacks.areRightTogether(one, others)).as("%s", i).isFalse();
        }
        assertThat(VerifiedPacks.areRightTogether(one, all.subList(0, 4))).isFalse();
        assertThat(VerifiedPacks.areRightTogether(reading, all)).isFalse();
    }

    @Test
    void warnings_are_told_of_packs_that_were_verified_before() {
        PackSource source = Packs.ofOneRule(
                "one",
                "iso-42001:2023",
                RULE.formatted("one").replace("raises: [C.3.1]\n", "severityFloor: NEGLIGIBLE\nthreatens: [C.2.5]\n"));
        verify(PackLoader.standard().read(source));

        assertThat(PackLoader.standard().verify(source).warnings()).isNotEmpty();
    }

    @Test
    void a_pack_that_was_read_takes_less_to_use_than_an_equal_one_and_again_still_less() {
        RulePack pack = PackLoader.standard().read(RulePacks.standardSource());
        RulePack equal = with(pack, pack.rules());

        long byHand = bytes(() -> verify(equal));
        long first = bytes(() -> verify(pack));
        long again = bytes(() -> verify(pack));

        assertThat(first).isLessThan(byHand / 2);
        assertThat(again).isLessThan(first / 2);
    }

    @Test
    void a_pack_that_nobody_uses_is_kept_by_nothing() throws InterruptedException {
        WeakReference<RulePack> gone = new WeakReference<>(verified());

        for (int i = 0; i < 100 && !gone.refersTo(null); i++) {
            System.gc();
            Thread.sleep(10);
        }

        assertThat(gone.refersTo(null)).isTrue();
    }

    private static RulePack verified() {
        RulePack one = read("one");
        verify(one);
        verify(one, RulePacks.standard());
        return one;
    }

    private static RulePack read(String id) {
        return PackLoader.standard().read(Packs.ofOneRule(id, "iso-42001:2023", RULE.formatted(id)));
    }

    private static void verify(RulePack... packs) {
        PackVerifier.verify(Vocabularies.standard(), Catalogues.iso42001(), Criteria.standard(), List.of(packs));
    }

    private static List<String> codes(RulePack... packs) {
        return codes(() -> verify(packs));
    }

    private static List<String> codes(ThrowingCallable verification) {
        return catchThrowableOfType(AimsException.class, verification).faults().stream()
                .map(Fault::code)
                .toList();
    }

    private static long bytes(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static RulePack withRule(RulePack pack, UnaryOperator<Rule> change) {
        return with(pack, List.of(change.apply(pack.rules().get(0))));
    }

    private static RulePack with(RulePack pack, List<Rule> rules) {
        return new RulePack(
                pack.id(),
                pack.version(),
                pack.title(),
                pack.licence(),
                pack.about(),
                pack.catalogue(),
                pack.validFrom(),
                pack.validUntil(),
                pack.characteristics(),
                pack.rules().equals(rules) ? pack.chapters() : List.of(new Chapter("All", "", rules)),
                pack.catalogues(),
                pack.replaces());
    }

    private static Rule named(Rule rule, String id) {
        return rule(rule, new RuleId(id), rule.condition(), rule.examples());
    }

    private static Rule when(Rule rule, Condition condition) {
        return rule(rule, rule.id(), condition, rule.examples());
    }

    private static Rule example(Rule rule, Truth expected) {
        return rule(
                rule,
                rule.id(),
                rule.condition(),
                List.of(new RuleExample(expected, rule.examples().get(0).answers())));
    }

    private static Rule rule(Rule rule, RuleId id, Condition condition, List<RuleExample> examples) {
        return new Rule(
                id,
                rule.title(),
                rule.scope(),
                condition,
                rule.raises(),
                rule.threatens(),
                rule.contributes(),
                rule.floor(),
                rule.requires(),
                rule.stop(),
                rule.why(),
                rule.sources(),
                rule.confidence(),
                examples,
                rule.place());
    }
}
