package io.aims.treatment.reuse;

import io.aims.control.ControlId;
import io.aims.crosswalk.Crosswalk;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.Framework.Extent;
import io.aims.crosswalk.FrameworkId;
import io.aims.crosswalk.Mapping;
import io.aims.crosswalk.MappingBasis;
import io.aims.crosswalk.Relation;
import io.aims.source.Confidence;
import io.aims.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A few rows between controls and two other standards, one of them in two editions: what the tests of suggestions start from. */
public final class Rows {

    public static final FrameworkId HOME = new FrameworkId("iso-42001-2023");
    public static final FrameworkId SECURITY = new FrameworkId("iso-27001-2022");
    public static final FrameworkId PRIVACY_2019 = new FrameworkId("iso-27701-2019");
    public static final FrameworkId PRIVACY_2025 = new FrameworkId("iso-27701-2025");

    public static final ControlId POLICY = new ControlId("A.2.2");
    public static final ControlId LOGS = new ControlId("A.6.2.8");
    public static final ControlId USE = new ControlId("A.9.2");

    public static final ElementId LOGGING = new ElementId(SECURITY, "A.8.15");
    public static final ElementId CLOCKS = new ElementId(SECURITY, "A.8.17");
    public static final ElementId POLICIES = new ElementId(SECURITY, "A.5.1");

    private Rows() {}

    public static Crosswalks crosswalks() {
        return Crosswalks.around(framework(HOME, "ISO/IEC 42001", "A.2.2", "A.5.2", "A.6.2.4", "A.6.2.8", "A.9.2"))
                .with(new Crosswalk(
                        "test",
                        List.of(
                                security(),
                                framework(PRIVACY_2019, "ISO/IEC 27701", "7.2.1"),
                                framework(PRIVACY_2025, "ISO/IEC 27701", "A.1.2.2")),
                        Stream.of(
                                        row(LOGS, LOGGING, Relation.INTERSECTS_WITH, ""),
                                        row(LOGS, CLOCKS, Relation.INTERSECTS_WITH, ""),
                                        row(POLICY, POLICIES, Relation.RELATED, ""),
                                        row(POLICY, LOGGING, Relation.SUPERSET_OF, "Only of logs."),
                                        row(
                                                USE,
                                                new ElementId(SECURITY, "WHOLE"),
                                                Relation.NONE,
                                                "Security says nothing of it."),
                                        row(USE, new ElementId(PRIVACY_2019, "7.2.1"), Relation.INTERSECTS_WITH, ""),
                                        row(USE, new ElementId(PRIVACY_2025, "A.1.2.2"), Relation.INTERSECTS_WITH, ""))
                                .map(mapping -> new Crosswalk.Row(mapping, false, null))
                                .toList()));
    }

    private static Framework security() {
        List<Element> elements = new ArrayList<>();
        elements.add(Element.resolved(POLICIES, "Policies", ""));
        elements.add(Element.resolved(LOGGING, "Logging", ""));
        elements.add(Element.resolved(CLOCKS, "Clocks", ""));
        elements.add(new Element(
                new ElementId(SECURITY, "WHOLE"), "All of it", "", Element.Standing.WHOLE, "It is no control."));
        return new Framework(SECURITY, "ISO/IEC 27001", "2022", "", Extent.COMPLETE, elements);
    }

    private static Framework framework(FrameworkId id, String title, String... elements) {
        String edition = id.value().substring(id.value().lastIndexOf('-') + 1);
        return new Framework(
                id,
                title,
                edition,
                "",
                Extent.MAPPED_ONLY,
                Stream.of(elements)
                        .map(element -> Element.resolved(new ElementId(id, element), "Element " + element, ""))
                        .toList());
    }

    private static Mapping row(ControlId control, ElementId element, Relation relation, String note) {
        return Mapping.stated(
                new ElementId(HOME, control.value()),
                element,
                relation,
                MappingBasis.EXPERT,
                new Source("Expert judgement"),
                Confidence.MEDIUM,
                note);
    }
}
