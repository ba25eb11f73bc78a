package io.aims.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.aims.catalog.CrosswalkFiles;
import io.aims.control.ControlId;
import io.aims.crosswalk.Crosswalks;
import io.aims.crosswalk.Element;
import io.aims.crosswalk.ElementId;
import io.aims.crosswalk.Framework;
import io.aims.crosswalk.FrameworkId;
import io.aims.treatment.ControlState;
import io.aims.treatment.ControlState.Stage;
import io.aims.treatment.ControlStates;
import io.aims.treatment.reuse.Elsewhere;
import io.aims.treatment.reuse.OperatedSystem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an organisation says, written and read back. */
class OrganisationControlsWriterTest {

    private static final Crosswalks CROSSWALKS = CrosswalkFiles.standard();
    private static final OrganisationControlsReader READER =
            new OrganisationControlsReader(Given.CATALOGUE, CROSSWALKS);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final List<String> TEXTS = List.of("audit", "7.5", "a: b", "no", "é\n\"x\"", "# none", "{}");

    @ParameterizedTest
    @EnumSource(SystemFormat.class)
    void what_is_written_is_read_back_as_it_was(SystemFormat format) {
        OrganisationControlsWriter writer = new OrganisationControlsWriter(format);
        for (int seed = 0; seed < 40; seed++) {
            OrganisationDocument document = next(new SplittableRandom(seed));
            String text = writer.text(document);

            assertThat(read(text)).as(text).isEqualTo(document);
            assertThat(writer.text(read(text))).isEqualTo(text);
            if (format != SystemFormat.YAML) {
                assertThat(Schemas.faults(OrganisationControlsReader.SCHEMA, text))
                        .as(text)
                        .isEmpty();
            }
        }
    }

    @Test
    void yaml_stands_one_control_a_line() {
        Elsewhere elsewhere = Elsewhere.nothing()
                .operating(new FrameworkId("iso-9001-2015"), OperatedSystem.UNDATED)
                .operating(new FrameworkId("iso-27001-2022"), new OperatedSystem("certificate 4711", null, DAY))
                .with(new ElementId(new FrameworkId("iso-9001-2015"), "8.4"), ControlState.of(Stage.PARTIAL))
                .with(
                        new ElementId(new FrameworkId("nist-ai-rmf-1.0"), "GOVERN 1.1"),
                        ControlState.of(Stage.EFFECTIVE).shownBy("audit"));
        ControlStates controls =
                ControlStates.unknown().with(new ControlId("A.2.2"), ControlState.of(Stage.IMPLEMENTED));

        assertThat(new OrganisationControlsWriter(SystemFormat.YAML)
                        .text(new OrganisationDocument(controls, elsewhere)))
                .isEqualTo("""
                        aims: controls/1
                        managementSystems: [iso-9001-2015, {framework: iso-27001-2022, evidence: certificate 4711, until: 2026-03-01}]
                        elsewhere:
                          iso-9001-2015:
                            "8.4": PARTIAL
                          nist-ai-rmf-1.0:
                            GOVERN 1.1: {state: EFFECTIVE, evidence: audit}
                        controls:
                          A.2.2: IMPLEMENTED
                        """);
    }

    @Test
    void what_says_nothing_is_written_as_short_as_can_be() {
        OrganisationDocument nothing = new OrganisationDocument(ControlStates.unknown(), Elsewhere.nothing());

        assertThat(new OrganisationControlsWriter(SystemFormat.JSON_LINES).text(nothing))
                .isEqualTo("{\"aims\":\"controls/1\",\"controls\":{}}\n");
        assertThat(read("aims: controls/1\ncontrols: {}\n")).isEqualTo(nothing);
    }

    private static OrganisationDocument next(SplittableRandom random) {
        TreeMap<ControlId, ControlState> controls = new TreeMap<>();
        Given.CATALOGUE.controls().forEach(control -> {
            if (random.nextInt(6) == 0) {
                controls.put(control.id(), state(random));
            }
        });
        TreeMap<FrameworkId, OperatedSystem> operated = new TreeMap<>();
        TreeMap<ElementId, ControlState> states = new TreeMap<>();
        TreeSet<ElementId> open = new TreeSet<>();
        for (Framework framework : CROSSWALKS.frameworks()) {
            if (framework.equals(CROSSWALKS.home()) || random.nextBoolean()) {
                continue;
            }
            if (random.nextBoolean()) {
                LocalDate since = day(random);
                operated.put(
                        framework.id(),
                        new OperatedSystem(text(random), since, since == null ? day(random) : since.plusDays(9)));
            }
            for (Element element : framework.parts()) {
                int drawn = random.nextInt(30);
                if (drawn == 0) {
                    open.add(element.id());
                } else if (drawn < 3) {
                    states.put(element.id(), state(random));
                }
            }
        }
        return new OrganisationDocument(ControlStates.of(controls), new Elsewhere(operated, states, open));
    }

    private static ControlState state(SplittableRandom random) {
        Stage stage = Stage.values()[random.nextInt(Stage.values().length)];
        LocalDate since = day(random);
        return new ControlState(
                stage,
                text(random),
                text(random),
                text(random),
                since,
                since == null ? day(random) : since.plusDays(random.nextInt(9)));
    }

    private static @Nullable String text(SplittableRandom random) {
        return random.nextBoolean() ? null : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static @Nullable LocalDate day(SplittableRandom random) {
        return random.nextInt(3) > 0 ? null : DAY.plusDays(random.nextInt(400));
    }

    private static OrganisationDocument read(String text) {
        return READER.read("given", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
