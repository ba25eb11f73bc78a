package io.aims.benchmarks.peers;

import io.aims.benchmarks.Contender;
import io.aims.benchmarks.Result;
import io.aims.benchmarks.handwritten.HandWritten;
import io.aims.control.Control;
import io.aims.rule.RuleBase;
import io.aims.rules.drl.DrlExport;
import io.aims.system.AiSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.command.Command;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.ExecutionResults;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.internal.command.CommandFactory;

/**
 * The exported DRL in Drools, compiled by Drools' own compiler into its executable model and run as its guide says: each
 * system is inserted in both views.
 *
 * <p>The rules find; a chain of rules over the entries of the catalogue, inserted with the system, then tells what that
 * comes to. Levels are computed in Java for all peers alike.
 */
public final class DrlRules {

    private static final String CONCLUSIONS = "conclusions.drl";

    private record Facts(List<Object> system, List<Object> all) {}

    private final KieBase kieBase;
    private final HandWritten method;
    private final Map<Object, Integer> rules = new HashMap<>();
    private final Map<Object, Integer> controls = new HashMap<>();
    private final Object low;
    private final ClassObjectFilter findings;
    private final ClassObjectFilter conclusions;
    private final Getter rule;
    private final Getter viewOfFinding;
    private final Getter entry;
    private final Getter viewOfConclusion;
    private final Prepared<Facts> prepared;

    private DrlRules(RuleBase base, HandWritten method, KieBase kieBase, String types) {
        this.kieBase = kieBase;
        this.method = method;
        base.rules().forEach(each -> rules.put(each.id().value(), rules.size()));
        for (Control control : base.catalogue().controls()) {
            controls.put(control.id().value(), controls.size());
        }
        DrlTypes facts = new DrlTypes(base, kieBase, types);
        this.low = facts.view(View.LOW);
        Class<?> finding = facts.factClass("Finding");
        this.findings = new ClassObjectFilter(finding);
        this.rule = new Getter(finding, "getRule");
        this.viewOfFinding = new Getter(finding, "getView");
        Class<?> conclusion = facts.factClass("Conclusion");
        this.conclusions = new ClassObjectFilter(conclusion);
        this.entry = new Getter(conclusion, "getEntry");
        this.viewOfConclusion = new Getter(conclusion, "getView");
        List<Object> catalogue = facts.catalogue(base);
        this.prepared = new Prepared<>(system -> {
            List<Object> both = List.of(facts.system(system, View.LOW), facts.system(system, View.HIGH));
            List<Object> all = new ArrayList<>(catalogue);
            all.addAll(both);
            return new Facts(both, all);
        });
    }

    /**
     * Compiles the rules of a base, as Drools does when it is given DRL.
     *
     * @param base rules that read no levels
     * @param method combines what the rules find
     * @return the rules
     */
    public static DrlRules compile(RuleBase base, HandWritten method) {
        Map<String, String> files = new TreeMap<>(DrlExport.of(base));
        String types = files.getOrDefault("types.drl", "");
        files.put(CONCLUSIONS, resource());
        KieServices services = KieServices.get();
        KieFileSystem sources = services.newKieFileSystem();
        files.forEach((name, text) -> sources.write("src/main/resources/aims/rules/" + name, text));
        KieBuilder builder = services.newKieBuilder(sources).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.WARNING)) {
            throw new IllegalStateException(builder.getResults().getMessages().toString());
        }
        KieBase kieBase =
                services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
        return new DrlRules(base, method, kieBase, types);
    }

    private static String resource() {
        try (InputStream stream = DrlRules.class.getResourceAsStream(CONCLUSIONS)) {
            if (stream == null) {
                throw new IllegalStateException(CONCLUSIONS + " is not beside " + DrlRules.class.getName());
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(CONCLUSIONS + " cannot be read", e);
        }
    }

    /**
     * Returns the rules in sessions of a pool, with nothing inserted but the system: no chain begins.
     *
     * @return a contender
     */
    public Contender pooled() {
        KieSessionsPool pool = kieBase.newKieSessionsPool(1);
        return system -> run(pool.newKieSession(), system, prepared.of(system).system(), false);
    }

    /**
     * Returns the rules in sessions of a pool, chained over the entries of the catalogue.
     *
     * @return a contender
     */
    public Contender chained() {
        KieSessionsPool pool = kieBase.newKieSessionsPool(1);
        return system -> run(pool.newKieSession(), system, prepared.of(system).all(), true);
    }

    /**
     * Returns the rules in a stateless session that is given all facts, chained as in {@link #chained()}.
     *
     * @return a contender
     */
    public Contender stateless() {
        return system -> {
            List<Command<?>> commands = List.of(
                    CommandFactory.newInsertElements(prepared.of(system).all()),
                    CommandFactory.newFireAllRules(),
                    CommandFactory.newGetObjects(findings, "findings"),
                    CommandFactory.newGetObjects(conclusions, "conclusions"));
            ExecutionResults results =
                    kieBase.newStatelessKieSession().execute(CommandFactory.newBatchExecution(commands));
            return result(
                    system,
                    (Collection<?>) results.getValue("findings"),
                    (Collection<?>) results.getValue("conclusions"),
                    true);
        };
    }

    private Result run(KieSession session, AiSystem system, List<Object> facts, boolean chained) {
        try {
            facts.forEach(session::insert);
            session.fireAllRules();
            return result(
                    system,
                    session.getObjects(findings),
                    chained ? session.getObjects(conclusions) : List.of(),
                    chained);
        } finally {
            session.dispose();
        }
    }

    private Result result(AiSystem system, Collection<?> found, Collection<?> concluded, boolean chained) {
        byte[] truths = new byte[rules.size()];
        found.forEach(finding -> truths[rules.get(rule.of(finding))] |= bit(viewOfFinding.of(finding)));
        Result result = method.conclude(system, truths);
        if (!chained) {
            return result;
        }
        byte[] needed = new byte[controls.size()];
        for (Object each : concluded) {
            Integer control = controls.get(entry.of(each));
            if (control != null) {
                needed[control] |= bit(viewOfConclusion.of(each));
            }
        }
        return new Result(truths, result.low(), result.high(), needed, result.statuses());
    }

    private byte bit(Object view) {
        return (byte) (view == low ? View.LOW : View.HIGH).bit();
    }
}
