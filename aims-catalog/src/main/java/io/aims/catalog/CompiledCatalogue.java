package io.aims.catalog;

import io.aims.catalog.compiled.FormReader;
import io.aims.catalog.compiled.FormWriter;
import io.aims.control.AiRole;
import io.aims.control.Catalogue;
import io.aims.control.Control;
import io.aims.control.ControlId;
import io.aims.control.ControlStatus;
import io.aims.risk.Objective;
import io.aims.risk.ObjectiveId;
import io.aims.risk.RiskSource;
import io.aims.risk.RiskSourceId;
import io.aims.source.Clause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A catalogue in the form that starts fast. */
final class CompiledCatalogue {

    static final String FORM = "aims-catalogue/1";

    private static final List<Control.Scope> SCOPES = List.of(Control.Scope.values());
    private static final List<Control.Effect> EFFECTS = List.of(Control.Effect.values());
    private static final List<Control.Function> FUNCTIONS = List.of(Control.Function.values());
    private static final List<Clause.Evidence> EVIDENCE = List.of(Clause.Evidence.values());
    private static final List<ControlStatus> STATUSES = List.of(ControlStatus.values());
    private static final List<AiRole> ROLES = List.of(AiRole.values());

    private CompiledCatalogue() {}

    static byte[] write(Catalogue catalogue) {
        FormWriter out = new FormWriter(FORM);
        out.text(catalogue.id())
                .text(catalogue.title())
                .texts(catalogue.notes())
                .pairs(catalogue.areas());
        out.number(catalogue.controls().size());
        catalogue.controls().forEach(control -> write(control, out));
        out.number(catalogue.objectives().size());
        catalogue.objectives().forEach(objective -> write(objective, out));
        out.number(catalogue.riskSources().size());
        catalogue.riskSources().forEach(source -> write(source, out));
        out.number(catalogue.clauses().size());
        catalogue.clauses().forEach(clause -> write(clause, out));
        return out.toBytes();
    }

    private static void write(Control control, FormWriter out) {
        out.text(control.id().value())
                .text(control.area())
                .text(control.title())
                .text(control.purpose())
                .texts(control.guidance())
                .texts(control.stages())
                .word(control.scope())
                .texts(control.roles().stream().sorted().map(AiRole::name).toList())
                .word(control.withoutRole())
                .word(control.effect())
                .word(control.function())
                .texts(control.evidence())
                .sources(control.sources());
    }

    private static void write(Objective objective, FormWriter out) {
        out.text(objective.id().value())
                .text(objective.title())
                .text(objective.draftTitle())
                .text(objective.definition())
                .texts(objective.signs())
                .texts(objective.threatenedBy().stream()
                        .map(RiskSourceId::value)
                        .toList())
                .flag(objective.supplementary())
                .text(objective.note())
                .sources(objective.sources());
    }

    private static void write(RiskSource source, FormWriter out) {
        out.text(source.id().value())
                .text(source.title())
                .text(source.draftTitle())
                .text(source.definition())
                .texts(source.signs())
                .texts(source.threatens().stream().map(ObjectiveId::value).toList())
                .text(source.note())
                .sources(source.sources());
    }

    private static void write(Clause clause, FormWriter out) {
        out.text(clause.id())
                .texts(clause.parent().stream().toList())
                .text(clause.title())
                .text(clause.summary())
                .word(clause.evidence())
                .text(clause.contribution())
                .sources(clause.sources());
    }

    static Catalogue read(FormReader in) throws IOException {
        String id = in.text();
        String title = in.text();
        List<String> notes = in.texts();
        Map<String, String> areas = in.pairs();
        List<Control> controls = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            controls.add(control(in));
        }
        List<Objective> objectives = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            objectives.add(objective(in));
        }
        List<RiskSource> sources = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            sources.add(riskSource(in));
        }
        List<Clause> clauses = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            clauses.add(clause(in));
        }
        in.end();
        return new Catalogue(id, title, notes, areas, controls, objectives, sources, clauses);
    }

    private static Control control(FormReader in) throws IOException {
        return new Control(
                new ControlId(in.text()),
                in.text(),
                in.text(),
                in.text(),
                in.texts(),
                in.texts(),
                in.word(SCOPES),
                roles(in),
                in.word(STATUSES),
                in.word(EFFECTS),
                in.word(FUNCTIONS),
                in.texts(),
                in.sources());
    }

    private static Set<AiRole> roles(FormReader in) throws IOException {
        Set<AiRole> roles = EnumSet.noneOf(AiRole.class);
        for (int rest = in.number(); rest > 0; rest--) {
            roles.add(in.word(ROLES));
        }
        return roles;
    }

    private static Objective objective(FormReader in) throws IOException {
        return new Objective(
                new ObjectiveId(in.text()),
                in.text(),
                in.text(),
                in.text(),
                in.texts(),
                sourceIds(in),
                in.flag(),
                in.text(),
                in.sources());
    }

    private static List<RiskSourceId> sourceIds(FormReader in) throws IOException {
        List<RiskSourceId> ids = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            ids.add(new RiskSourceId(in.text()));
        }
        return ids;
    }

    private static RiskSource riskSource(FormReader in) throws IOException {
        return new RiskSource(
                new RiskSourceId(in.text()),
                in.text(),
                in.text(),
                in.text(),
                in.texts(),
                objectiveIds(in),
                in.text(),
                in.sources());
    }

    private static List<ObjectiveId> objectiveIds(FormReader in) throws IOException {
        List<ObjectiveId> ids = new ArrayList<>();
        for (int rest = in.number(); rest > 0; rest--) {
            ids.add(new ObjectiveId(in.text()));
        }
        return ids;
    }

    private static Clause clause(FormReader in) throws IOException {
        String id = in.text();
        List<String> parent = in.texts();
        return new Clause(
                id,
                parent.isEmpty() ? null : parent.get(0),
                in.text(),
                in.text(),
                in.word(EVIDENCE),
                in.text(),
                in.sources());
    }
}
