package io.aims.cli;

import io.aims.Aims;
import io.aims.rule.RulePack;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Says what is in use. */
@Command(name = "version", description = "Shows the versions of AIMS, of its data and of Java.%n")
final class VersionCommand implements Callable<Integer> {

    private final Session session;

    VersionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Aims aims = Aims.standard()) {
            session.out().println("aims        " + version());
            for (RulePack pack : aims.packs()) {
                session.out()
                        .println("pack        " + pack.id() + " " + pack.version() + ", "
                                + pack.rules().size() + " rules");
            }
            session.out()
                    .println("vocabulary  " + aims.vocabulary().id() + " "
                            + aims.vocabulary().version() + ", "
                            + LawCatalogue.withoutLaws(aims).size() + " characteristics");
            aims.laws()
                    .forEach(law -> session.out()
                            .println("law         " + law.id() + " " + law.version() + ", "
                                    + law.facts().size() + " facts, "
                                    + law.propositions().size() + " propositions"));
            session.out()
                    .println("catalogue   " + aims.catalogue().id() + ", "
                            + aims.catalogue().controls().size() + " controls");
            session.out()
                    .println("criteria    " + aims.criteria().id() + " "
                            + aims.criteria().version());
            session.out().println("java        " + Runtime.version());
        }
        return ExitStatus.DONE;
    }

    static String version() {
        @Nullable String built = Main.class.getPackage().getImplementationVersion();
        return built == null ? "(not from a jar)" : built;
    }
}
