package io.aims.rules.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aims.catalog.Vocabularies;
import io.aims.error.AimsException;
import io.aims.error.Fault;
import io.aims.law.Classification;
import io.aims.law.Classifier;
import io.aims.law.Duty;
import io.aims.law.LegalClass;
import io.aims.law.LegalFact;
import io.aims.law.LegalPack;
import io.aims.law.Proposition;
import io.aims.law.PropositionId;
import io.aims.rule.Truth;
import io.aims.source.Confidence;
import io.aims.source.Source;
import io.aims.system.AiSystem;
import io.aims.system.BooleanCharacteristic;
import io.aims.system.DateCharacteristic;
import io.aims.system.YesNo;
import io.aims.system.regulation.EuRole;
import io.aims.system.vocabulary.Characteristics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader of legal packs, on an invented law that has one of everything. */
class LegalPacksTest {

    private static final Path GARDEN = Path.of("src/test/resources/legal/garden-robots");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-27");

    @TempDir
    Path parent;

    private Path folder = Path.of(".");

    @BeforeEach
    void copy() throws IOException {
        folder = Files.createDirectory(parent.resolve("garden"));
        for (String file : List.of("pack.yaml", "robots.yaml", "days.yaml")) {
            Files.copy(GARDEN.resolve(file), folder.resolve(file));
        }
    }

    @Test
    void a_pack_is_read_as_it_is_written() {
        LegalPack pack = LegalPacks.read(folder);

        assertThat(pack.id()).isEqualTo("garden-robots");
        assertThat(pack.version()).isEqualTo("1.0.0");
        assertThat(pack.act()).isEqualTo("Garden Robots Act (invented)");
        assertThat(pack.readOn()).isEqualTo("2026-11-01");
        assertThat(pack.dates()).singleElement().satisfies(day -> {
            assertThat(day.day()).isEqualTo("2026-03-01");
            assertThat(day.confidence()).isEqualTo(Confidence.HIGH);
        });
        assertThat(pack.facts())
                .extracting(LegalFact::id)
                .containsExactly("cutsGrass", "gardenKinds", "fencedIn", "firstSoldDate");
        LegalFact gardens = pack.facts().get(1);
        assertThat(gardens.entry().question()).isEqualTo("In which gardens does it run?");
        assertThat(gardens.entry().definition()).isEqualTo("A schoolyard is public.");
        assertThat(gardens.entry().meanings()).containsEntry("ROOF", "Nobody but birds");
        assertThat(gardens.entry().sources()).containsExactly(new Source("Garden Robots Act Sec. 2"));
        assertThat(gardens.article()).isEqualTo("Sec. 2");
        assertThat(gardens.effect()).isEqualTo(LegalFact.Effect.BINDS);
        assertThat(gardens.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(pack.facts().get(2).effect()).isEqualTo(LegalFact.Effect.FREES);
        Proposition dangerous = pack.proposition(id("DANGEROUS")).orElseThrow();
        assertThat(dangerous.statement()).get().hasToString("safetyComponent = YES");
        assertThat(dangerous.condition())
                .get()
                .hasToString("holds(ROBOT) and gardenKinds containsAny {PUBLIC, ROOF} and gardenKinds lacks PRIVATE");
        assertThat(dangerous.unless()).singleElement().hasToString("Sec. 3 Behind a fence");
        assertThat(dangerous.sources()).hasSize(2);
        assertThat(dangerous.place()).hasToString("garden/robots.yaml:42:5");
        LegalClass forbidden = pack.legalClass(id("FORBIDDEN")).orElseThrow();
        assertThat(forbidden.stops()).contains(id("DANGEROUS"));
        assertThat(forbidden.applies()).hasToString("asOf reaches START");
        Duty duty = pack.duty(id("SEC_5")).orElseThrow();
        assertThat(duty.who()).isEqualTo("DEPLOYER");
        assertThat(duty.due()).isEqualTo("3 days");
        assertThat(duty.confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void what_is_read_classifies() {
        LegalPack pack = LegalPacks.read(folder);
        Classifier classifier = new Classifier(pack, Vocabularies.standard());
        AiSystem mower = AiSystem.named("mower")
                .answer(BooleanCharacteristic.of("cutsGrass"), YesNo.YES)
                .answer(BooleanCharacteristic.of("fencedIn"), YesNo.YES)
                .answer(DateCharacteristic.of("firstSoldDate"), LocalDate.parse("2026-02-28"))
                .answer(Characteristics.EU_ROLES, EuRole.DEPLOYER)
                .build();

        Classification result = classifier.classify(mower, TODAY);

        assertThat(result.decided()).map(LegalClass::id).contains(id("FREE"));
        assertThat(result.stops()).isFalse();
        assertThat(result.truth(id("OLD_ROBOT"))).isEqualTo(Truth.TRUE);
        assertThat(result.duty(id("SEC_5")).orElseThrow().owed()).isEqualTo(Truth.TRUE);
        assertThat(classifier
                        .classify(mower.without(BooleanCharacteristic.of("fencedIn")), TODAY)
                        .possible())
                .hasSize(2);
    }

    @Test
    void the_pack_is_the_same_wherever_it_lies() {
        assertThat(LegalPacks.read(folder).reference())
                .isEqualTo(LegalPacks.read(GARDEN).reference());
    }

    @ParameterizedTest(name = "{1} for {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // what the pack is
                "pack.yaml | law: garden-robots | law: garden robots | AIMS-2040 | 1:6 | The id (garden robots) of the"
                        + " legal pack | Maybe it holds a blank.",
                "pack.yaml | version: 1.0.0 | v: 1 | AIMS-2001 | 1:1 | has no version | Maybe",
                "pack.yaml | act: Garden | acts: Garden | AIMS-2001 | 6:1 | has a field (acts) that is not known |"
                        + " Maybe you meant (act).",
                "pack.yaml | readOn: 2026-11-01 | readOn: 2026-11-31 | AIMS-2050 | 7:9 | The readOn (2026-11-31) of"
                        + " legal pack (garden-robots) | Write year, month and day",
                "pack.yaml | readOn: 2026-11-01 | readOn: soon | AIMS-2050 | 7:9 | (soon) | for example 2026-08-02",
                "pack.yaml | days.yaml | day.yaml | AIMS-2002 | 8:25 | is not in the folder of the pack | Maybe you"
                        + " meant (days.yaml).",
                "pack.yaml | \", days.yaml\" | \"\" | AIMS-2002 | - | is not listed | Maybe add it under chapters",
                "pack.yaml | days.yaml | ../days.yaml | AIMS-2002 | 8:25 | must be the name of a YAML file | Maybe you"
                        + " meant (days.yaml).",
                "pack.yaml | law: garden-robots | law: '' | AIMS-2040 | 1:6 | The id () of the legal pack | Maybe it"
                        + " holds a blank.",
                // facts
                "robots.yaml | kind: BOOLEAN | kind: BOOL | AIMS-2001 | 7:11 | The kind (BOOL) of fact | BOOLEAN",
                "robots.yaml | values: [PRIVATE, PUBLIC, ROOF] | values: [PRIVATE, PUBLIC, ROOF, ROOF] | AIMS-2020 |"
                        + " 16:37 | has the value (ROOF) twice | Maybe",
                "robots.yaml | ROOF: Nobody | ROOFS: Nobody | AIMS-2001 | 19:16 | has a field (ROOFS) | Maybe you"
                        + " meant (ROOF).",
                "robots.yaml | lowers: YES | lowers: SOMEWHAT | AIMS-2001 | 27:13 | The lowers (SOMEWHAT) | Allowed"
                        + " are NO, YES",
                "robots.yaml | id: fencedIn | id: profiling | AIMS-2042 | 24:5 | has the id of another characteristic"
                        + " | Maybe read that one",
                "robots.yaml | id: fencedIn | id: cutsGrass | AIMS-2042 | 24:5 | has the id of another characteristic"
                        + " | a name of its own",
                "robots.yaml | id: fencedIn | id: lacks | AIMS-2042 | 24:5 | has a word of the language as its id |"
                        + " Maybe give it another name",
                "robots.yaml | source: Garden Robots Act Sec. 3 | source: ' ' | AIMS-2001 | 31:13 | has a source that"
                        + " says nothing | Maybe cite",
                "robots.yaml | when: fencedIn = YES | when: cutsGrass = NO | AIMS-2043 | 24:5 | The fact (fencedIn |"
                        + " nobody should be asked",
                // days
                "days.yaml | id: START | id: Start | AIMS-2040 | 5:10 | The id (Start) of a day | Maybe it holds a"
                        + " small letter",
                "days.yaml | day: 2026-03-01 | day: 2026-02-29 | AIMS-2050 | 5:22 | The day (2026-02-29) of day"
                        + " (START) | Write year",
                "days.yaml | dates: | \"dates:\\n"
                        + "  - {id: START, day: 2026-03-01, about: Twice., source: Sec. 9}\" | AIMS-2041 | 6:10 | stands"
                        + " twice | Maybe one of the two is another day",
                "days.yaml | dates: | \"dates:\\n"
                        + "  - {id: NEVER, day: 2026-03-01, about: Unread., source: Sec. 9}\" | AIMS-2044 | 5:5 | The day"
                        + " (NEVER | a condition should read it",
                "days.yaml | id: START | id: '' | AIMS-2040 | 5:10 | The id () of a day | Maybe it holds a small"
                        + " letter",
                // propositions
                "robots.yaml | id: SEC_5 | id: '' | AIMS-2040 | 77:5 | The id () of a duty | Maybe it holds a small"
                        + " letter",
                "robots.yaml | id: FREE | id: [] | AIMS-2001 | 70:9 | must be a single value | Maybe",
                "robots.yaml | id: ROBOT | no: ROBOT | AIMS-2001 | 35:5 | has no id | Maybe",
                "robots.yaml | id: fencedIn | id: '' | AIMS-2020 | 24:5 | cannot be made | Maybe",
                "robots.yaml | id: ROBOT | id: robot | AIMS-2040 | 35:5 | The id (robot) of a proposition | Maybe it"
                        + " holds a small letter",
                "robots.yaml | id: ROBOT | id: DANGEROUS | AIMS-2041 | 42:5 | Proposition (DANGEROUS, | Propositions,"
                        + " classes and duties share",
                "robots.yaml | id: FREE | id: ROBOT | AIMS-2041 | 70:5 | Class (ROBOT | share one space of ids",
                "robots.yaml | id: SEC_5 | id: ROBOT | AIMS-2041 | 77:5 | Duty (ROBOT, garden/robots.yaml:77:5) has"
                        + " the id of Proposition (ROBOT | share",
                "robots.yaml | title: A robot that cuts | \"\" | AIMS-2001 | 35:5 | has no title | Maybe",
                "robots.yaml | why: What does not cut hurts nobody. | \"\" | AIMS-2001 | 35:5 | has no why | Maybe",
                "robots.yaml | title: A robot that cuts | title: ' ' | AIMS-2001 | 37:12 | The title of Proposition"
                        + " (ROBOT) | Maybe a line was lost",
                "robots.yaml | about: Keep the blades sharp. | about: '' | AIMS-2001 | 80:12 | The about of Duty"
                        + " (SEC_5) | Maybe a line was lost",
                "robots.yaml | question: Does it cut anything? | question: '' | AIMS-2001 | 9:15 | The question of"
                        + " fact (cutsGrass) | Maybe a line was lost",
                "pack.yaml | licence: Apache-2.0 | licence: '' | AIMS-2001 | 4:10 | The licence of legal pack"
                        + " (garden-robots) | Maybe a line was lost",
                "robots.yaml | sources: [Garden Robots Act Sec. 1] | sources: [] | AIMS-2001 | 40:14 | has no source |"
                        + " Maybe cite",
                "robots.yaml | sources: [Garden Robots Act Sec. 1] | sources: [''] | AIMS-2001 | 40:15 | says nothing"
                        + " | Maybe",
                "robots.yaml | when: cutsGrass = YES | \"\" | AIMS-2046 | 35:5 | neither a condition nor an answer |"
                        + " Maybe add a line with when",
                "robots.yaml | article: Sec. 1\\n"
                        + "    title: A robot | title: A robot | AIMS-2046 | 35:5 | reads facts and names no article |"
                        + " Maybe add a line with article",
                "robots.yaml | when: firstSoldDate before START | \"stated: profiling = YES\\n"
                        + "    unless: [{when: firstSoldDate before START, article: Sec. 9, title: Old}]\" | AIMS-2046 |"
                        + " 53:5 | has exemptions from a condition | Maybe add a line with when",
                "robots.yaml | stated: safetyComponent = YES | stated: safetyComponent = NO | AIMS-2052 | 45:13 | is"
                        + " stated by (safetyComponent = NO) | Maybe it belongs under when",
                "robots.yaml | stated: safetyComponent = YES | stated: safetyComponent = YES or profiling = YES |"
                        + " AIMS-2052 | 45:13 | which is not one test | Maybe it belongs under when",
                "robots.yaml | containsAny {PUBLIC, ROOF} | containsAny {PUBLIK, ROOF} | AIMS-2006 | 46:53 | compares"
                        + " gardenKinds with (PUBLIK) | Maybe you meant (PUBLIC).",
                "robots.yaml | holds(ROBOT) and gardenKinds | holds(ROBOTS) and gardenKinds | AIMS-2006 | 46:17 |"
                        + " Proposition (DANGEROUS, garden/robots.yaml:46:17) reads (ROBOTS) | Maybe you meant (ROBOT).",
                "robots.yaml | {when: fencedIn = YES | {when: fencedIn = YESS | AIMS-2006 | 48:27 | compares fencedIn"
                        + " with (YESS) | Maybe you meant (YES).",
                "robots.yaml | article: Sec. 3, title: Behind | title: Behind | AIMS-2001 | 48:9 | exemption of"
                        + " proposition (DANGEROUS, garden/robots.yaml:48:9) has no article | Maybe",
                "robots.yaml | before START | before SART | AIMS-2006 | 57:32 | reads day (SART) | Maybe you meant"
                        + " (START).",
                "robots.yaml | standsAlone: YES | \"\" | AIMS-2045 | 53:5 | Proposition (OLD_ROBOT,"
                        + " garden/robots.yaml:53:5) is read by nothing | write standsAlone: YES",
                "robots.yaml | when: cutsGrass = YES | when: cutsGrass = YES and cutsGrass = NO | AIMS-2053 | 35:5 |"
                        + " that can never hold | exclude one another",
                "robots.yaml | when: cutsGrass = YES | when: cutsGrass = YES or not cutsGrass = YES | AIMS-2053 | 35:5"
                        + " | holds whatever the facts are | Maybe write always",
                "robots.yaml | when: cutsGrass = YES | when: cutsGrass = YES and holds(DANGEROUS) | AIMS-2047 | 35:5 |"
                        + " Proposition (ROBOT, garden/robots.yaml:35:5) rests on itself: it reads DANGEROUS, which reads"
                        + " ROBOT | read the facts instead",
                "robots.yaml | when: cutsGrass = YES | when: cutsGrass = YES and holds(ROBOT) | AIMS-2047 | 35:5 |"
                        + " rests on itself: it reads ROBOT. | read the facts instead",
                // classes
                "robots.yaml | stops: DANGEROUS | stops: DANGEROU | AIMS-2006 | 68:12 | Class (FORBIDDEN,"
                        + " garden/robots.yaml:68:12) stops by (DANGEROU) | Maybe you meant (DANGEROUS).",
                "robots.yaml | applies: always | \"\" | AIMS-2001 | 70:5 | class (FREE, garden/robots.yaml:70:5) has"
                        + " no applies | Maybe",
                // duties
                "robots.yaml | who: DEPLOYER | who: DEPLOYR | AIMS-2006 | 79:10 | is owed by (DEPLOYR) | Maybe you"
                        + " meant (DEPLOYER).",
                "robots.yaml | who: DEPLOYER | who: GARDENER_OF_THE_KING | AIMS-2006 | 79:10 | a value of no set |"
                        + " Maybe name a value",
                "robots.yaml | confidence: LOW | confidence: HARDLY | AIMS-2001 | 84:17 | The confidence (HARDLY) |"
                        + " Allowed are",
                "robots.yaml | source: Garden Robots Act Sec. 5 | \"\" | AIMS-2001 | 77:5 | duty (SEC_5,"
                        + " garden/robots.yaml:77:5) has no source | Maybe",
                "robots.yaml | article: Sec. 5 | articel: Sec. 5 | AIMS-2001 | 78:5 | has a field (articel) | Maybe"
                        + " you meant (article).",
            })
    void each_fault_is_told_where_it_stands(
            String file, String from, String to, String code, String place, String message, String advice)
            throws IOException {
        change(file, from, to);

        assertThat(faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.message()).contains(message);
            assertThat(fault.advice()).contains(advice);
            assertThat(fault.place().map(at -> at.document() + ":" + at.line() + ":" + at.column()))
                    .isEqualTo(place.equals("-") ? Optional.empty() : Optional.of("garden/" + file + ":" + place));
        });
    }

    @Test
    void one_fault_brings_no_others_with_it() throws IOException {
        change("robots.yaml", "when: cutsGrass = YES", "when: cutsGras = YES");

        assertThat(faults()).hasSize(1);
    }

    @Test
    void all_faults_are_told_at_once() throws IOException {
        change("pack.yaml", "readOn: 2026-11-01", "readOn: soon");
        change("robots.yaml", "fencedIn = YES", "fencedOut = YES");
        change("robots.yaml", "why: What does not cut hurts nobody.", "");
        change("robots.yaml", "who: DEPLOYER", "who: NOBODY_AT_ALL");
        change("robots.yaml", "when: cutsGrass = YES", "when: holds(DANGER) and holds(OLD_ROBOT)");
        change("robots.yaml", "when: firstSoldDate before START", "when: holds(OLD_ROBOT)");
        change("days.yaml", "day: 2026-03-01", "day: 1");

        assertThat(faults())
                .extracting(Fault::code)
                .contains("AIMS-2001", "AIMS-2006", "AIMS-2047", "AIMS-2050")
                .hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void a_pack_without_a_class_says_nothing() throws IOException {
        String robots = read("robots.yaml");
        Files.writeString(
                folder.resolve("robots.yaml"),
                robots.substring(0, robots.indexOf("classes:"))
                        + robots.substring(robots.indexOf("duties:")).replace(" and holds(FREE)", ""));

        assertThat(faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo("AIMS-2051");
            assertThat(fault.message()).contains("The legal pack (garden-robots, garden/pack.yaml:1:1) has no class");
        });
    }

    @Test
    void two_circles_are_two_faults_and_what_rests_on_them_is_none() throws IOException {
        change("robots.yaml", "propositions:", """
            propositions:
              - {id: A, title: A, when: holds(B), why: A., sources: [S]}
              - {id: B, title: B, when: holds(C) or holds(A), why: A., sources: [S]}
              - {id: C, title: C, when: holds(A), why: A., sources: [S]}
              - {id: D, title: D, when: holds(D) or holds(ROBOT), why: A., sources: [S]}
              - {id: E, title: E, when: holds(A) and holds(D), why: A., sources: [S], standsAlone: YES}
            """);

        assertThat(faults())
                .filteredOn(fault -> fault.code().equals("AIMS-2047"))
                .extracting(Fault::message)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("(A, ")
                                .contains("it reads B, which reads C, which reads A."),
                        second -> assertThat(second).contains("(D, ").contains("it reads D."));
    }

    @Test
    @Timeout(20)
    void hostile_packs_are_refused_within_limits() throws IOException {
        StringBuilder chain = new StringBuilder("propositions:\n");
        for (int i = 0; i < 150; i++) {
            chain.append("  - {id: P")
                    .append(i)
                    .append(", title: P, why: P., sources: [S], when: holds(")
                    .append(i == 149 ? "ROBOT" : "P" + (i + 1))
                    .append("), standsAlone: YES}\n");
        }
        change("robots.yaml", "propositions:\n", chain.toString());
        assertThat(faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo("AIMS-2048");
            assertThat(fault.message()).contains("more than 100 deep");
        });

        StringBuilder many = new StringBuilder("propositions:\n");
        for (int i = 0; i < 20_000; i++) {
            many.append("  - {id: P").append(i).append("}\n");
        }
        change("robots.yaml", chain.toString(), many.toString());
        assertThat(faults()).hasSizeLessThanOrEqualTo(1_000).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo("AIMS-2049");
            assertThat(fault.message()).contains("more than 1000");
        });

        String exemption = "{when: fencedIn = YES, article: Sec. 3, title: Behind a fence}";
        change("robots.yaml", many.toString(), "propositions:\n");
        change("robots.yaml", "      - " + exemption, ("      - " + exemption + "\n").repeat(51));
        assertThat(faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo("AIMS-2049");
            assertThat(fault.message()).contains("has 51 exemptions, more than 50");
        });
    }

    @Test
    void what_is_no_pack_is_told() throws IOException {
        for (String content :
                List.of("", "[]", "law", "law: [a]", "law: {a: b}", "\u0000", "a: &x [*x]", "law: a\nlaw: b")) {
            Files.writeString(folder.resolve("pack.yaml"), content);
            assertThat(faults()).as(content).isNotEmpty();
        }
        Files.write(folder.resolve("pack.yaml"), "law: \u00fc".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(faults()).singleElement().extracting(Fault::code).isEqualTo("AIMS-1009");
        Files.delete(folder.resolve("pack.yaml"));
        assertThat(faults())
                .singleElement()
                .extracting(Fault::message)
                .asString()
                .contains("has no file (pack.yaml)");
    }

    @Test
    void entries_of_every_wrong_form_are_told() throws IOException {
        for (String list : List.of("facts", "dates", "propositions", "classes", "duties")) {
            for (String wrong :
                    List.of("x", "[x]", "[[]]", "[{}]", "[{id: [a]}]", "[~]", "{a: b}", "[{id: '\\u202e'}]")) {
                Files.writeString(folder.resolve("days.yaml"), "chapter: Days\n" + list + ": " + wrong + "\n");
                assertThat(faults()).as(list + ": " + wrong).anySatisfy(fault -> {
                    assertThat(fault.place().orElseThrow().document()).isEqualTo("garden/days.yaml");
                    assertThat(fault.message()).doesNotContain("\u202e");
                });
            }
        }
    }

    private List<Fault> faults() {
        AimsException thrown = catchThrowableOfType(AimsException.class, () -> LegalPacks.read(folder));
        assertThat(thrown).isNotNull();
        return thrown.faults();
    }

    private void change(String file, String from, String to) throws IOException {
        String before = read(file);
        String written = from.replace("\\n", "\n");
        assertThat(before).contains(written);
        int at = before.indexOf(written);
        Files.writeString(
                folder.resolve(file),
                before.substring(0, at) + to.replace("\\n", "\n") + before.substring(at + written.length()));
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private static PropositionId id(String value) {
        return new PropositionId(value);
    }
}
