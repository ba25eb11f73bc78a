package io.aims.report.internal.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class XlsxTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void every_cell_is_read_back_as_the_text_it_was() throws IOException {
        List<List<String>> read = read(Xlsx.write("Test", DAY, List.of(sheet(Cell.of("one", "two"), Cell.of("ü 😀")))));

        assertThat(read).containsExactly(List.of("A", "B"), List.of("one\ntwo", "ü 😀"));
    }

    @Test
    void hostile_texts_are_text_and_no_formula() throws Exception {
        for (String hostile : Hostile.TEXTS) {
            byte[] bytes = Xlsx.write(hostile, DAY, List.of(sheet(Cell.of(hostile), Cell.of("x", hostile))));

            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                    Stream<Row> rows = workbook.getFirstSheet().openStream()) {
                rows.flatMap(Row::stream)
                        .forEach(cell -> assertThat(cell.getType()).as(hostile).isEqualTo(CellType.STRING));
            }
            Map<String, String> entries = entries(bytes);
            assertThat(entries.get("xl/worksheets/sheet1.xml")).doesNotContain("<f>", "<f ", "hyperlink");
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(entry.getValue())));
            }
        }
    }

    @Test
    void an_escape_of_the_format_is_text() {
        Map<String, String> entries =
                entries(Xlsx.write("Test", DAY, List.of(sheet(Cell.of("_x003D_1"), Cell.of("a_b")))));

        assertThat(entries.get("xl/sharedStrings.xml")).contains("_x005F_x003D_1", "a_b");
    }

    @Test
    void equal_tables_give_equal_bytes_anywhere() {
        byte[] here = Xlsx.write("Test", DAY, List.of(sheet(Cell.of("a"), Cell.of("b"))));
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(Xlsx.write("Test", DAY, List.of(sheet(Cell.of("a"), Cell.of("b")))))
                    .isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
        }
        assertThat(Xlsx.write("Test", DAY, List.of(sheet(Cell.of("a"), Cell.of("c")))))
                .isNotEqualTo(here);
    }

    @Test
    void the_day_stands_for_the_time_of_creation() {
        Sheet sheet = sheet(Cell.of("a"), Cell.of("b"));

        assertThat(entries(Xlsx.write("Test", DAY, List.of(sheet))).get("docProps/core.xml"))
                .contains(">2026-03-01T00:00:00Z</dcterms:created>");
        assertThat(entries(Xlsx.write("Test", null, List.of(sheet))).get("docProps/core.xml"))
                .doesNotContain("created>");
    }

    @Test
    void the_header_stays_in_sight_and_is_printed_on_each_page() {
        String xml = entries(Xlsx.write("A & B", DAY, List.of(sheet(Cell.of("a"), Cell.of("b")))))
                .get("xl/worksheets/sheet1.xml");

        assertThat(xml)
                .contains("ySplit=\"1\"", "<autoFilter ref=\"A1:B2\"", "orientation=\"landscape\"", "fitToWidth=\"1\"")
                .contains("A &amp;&amp; B");
    }

    @Test
    void a_footer_is_no_longer_than_a_workbook_allows() throws Exception {
        String xml = entries(Xlsx.write("&".repeat(9_000), DAY, List.of(sheet(Cell.of("a"), Cell.of("b")))))
                .get("xl/worksheets/sheet1.xml");

        String footer = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getElementsByTagName("oddFooter")
                .item(0)
                .getTextContent();
        assertThat(footer).contains("&&&&").hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void without_the_library_a_fault_says_so() throws Exception {
        try (WithoutFastexcel loader = new WithoutFastexcel()) {
            Class<?> xlsx = loader.loadClass(Xlsx.class.getName());
            Object sheets = List.of();
            Method write = xlsx.getMethod("write", String.class, LocalDate.class, List.class);
            assertThatThrownBy(() -> write.invoke(null, "Test", null, sheets))
                    .cause()
                    .hasMessageContaining("AIMS-6001")
                    .hasMessageContaining("org.dhatim:fastexcel");
        }
    }

    /** Loads the classes of AIMS anew and finds no class of the library. */
    private static final class WithoutFastexcel extends ClassLoader implements AutoCloseable {

        WithoutFastexcel() {
            super(XlsxTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.dhatim.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.aims.report.")) {
                return super.loadClass(name, resolve);
            }
            try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = bytes.readAllBytes();
                Class<?> known = findLoadedClass(name);
                return known != null ? known : defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        public void close() {}
    }

    private static List<List<String>> read(byte[] bytes) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<List<String>> all = new ArrayList<>();
            rows.forEach(row -> all.add(row.stream()
                    .map(cell -> cell == null ? "" : cell.getRawValue())
                    .toList()));
            return all;
        }
    }

    private static Map<String, String> entries(byte[] bytes) {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return entries;
    }

    private static Sheet sheet(Cell first, Cell second) {
        return new Sheet(
                "Test", List.of(new Sheet.Column("A", 10), new Sheet.Column("B", 10)), List.of(List.of(first, second)));
    }
}
