package io.aims.report.internal.sheet;

import io.aims.error.AimsException;
import io.aims.report.internal.page.VisibleText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables as a workbook (Office Open XML). Every cell is text and none a formula. Equal tables give equal bytes: the
 * time of writing is left out, and nothing is compressed, since compressed bytes differ from one Java to the next.
 */
public final class Xlsx {

    /** Small, so that long reasons fit into the highest row that a spreadsheet shows. */
    private static final int FONT_SIZE = 10;

    /** A footer holds 255 characters in all, its codes and doubled signs included. */
    private static final int LONGEST_FOOTER = 60;

    private static final int WIDEST_ON_A4 = 200;
    private static final String HEADER_FILL = "FF1F3A5F";
    private static final String HEADER_TEXT = "FFFFFFFF";
    private static final String STRIPE = "FFF3F6FA";
    private static final String RULE = "FFC9D3DF";
    private static final Pattern CREATED =
            Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>", Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Xlsx() {}

    /**
     * Writes a workbook.
     *
     * @param title the title among its properties, and in the footer of its pages
     * @param asOf the day that stands for the time of creation, or {@code null} if none shall stand there
     * @param sheets its sheets, at least one
     * @return the bytes of the file
     * @throws AimsException AIMS-6001, if the library that writes workbooks is absent
     */
    public static byte[] write(String title, @Nullable LocalDate asOf, List<Sheet> sheets) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        try {
            fill(raw, title, sheets);
            return repacked(raw.toByteArray(), asOf);
        } catch (NoClassDefFoundError e) {
            throw absent(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AimsException absent(NoClassDefFoundError e) {
        AimsException absent = new AimsException(
                "AIMS-6001",
                "A workbook needs the library (org.dhatim:fastexcel), which is absent.",
                "Maybe add it to the dependencies: it is optional. Every other format does without.");
        absent.initCause(e);
        return absent;
    }

    private static void fill(ByteArrayOutputStream raw, String title, List<Sheet> sheets) throws IOException {
        try (Workbook workbook = new Workbook(raw, "AIMS", null)) {
            workbook.setGlobalDefaultFont("Calibri", FONT_SIZE);
            workbook.properties().setTitle(text(Line.of(title)));
            for (Sheet sheet : sheets) {
                fill(workbook.newWorksheet(sheet.name()), title, sheet);
            }
        }
    }

    private static void fill(Worksheet page, String title, Sheet sheet) {
        int columns = sheet.columns().size();
        for (int column = 0; column < columns; column++) {
            page.value(0, column, text(sheet.columns().get(column).title()));
            page.width(column, sheet.columns().get(column).width());
        }
        page.range(0, 0, 0, columns - 1)
                .style()
                .bold()
                .fontColor(HEADER_TEXT)
                .fillColor(HEADER_FILL)
                .wrapText(true)
                .verticalAlignment("center")
                .format("@")
                .set();
        int number = 0;
        for (List<Cell> row : sheet.rows()) {
            number++;
            for (int column = 0; column < columns; column++) {
                page.value(number, column, text(row.get(column).text(line -> line)));
            }
        }
        if (number > 0) {
            page.range(1, 0, number, columns - 1)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .borderStyle(BorderStyle.THIN)
                    .borderColor(RULE)
                    .format("@")
                    .set();
            page.range(1, 0, number, 0).style().bold().set();
            page.range(1, 0, number, columns - 1)
                    .style()
                    .shadeAlternateRows(STRIPE)
                    .set();
            page.setAutoFilter(0, 0, number, columns - 1);
        }
        page.freezePane(Math.min(2, columns - 1), 1);
        page.repeatRows(0);
        page.pageOrientation("landscape");
        int width = sheet.columns().stream().mapToInt(Sheet.Column::width).sum();
        page.paperSize(width > WIDEST_ON_A4 ? PaperSize.A3_PAPER : PaperSize.A4_PAPER);
        page.setFitToPage(true);
        page.fitToWidth((short) 1);
        page.fitToHeight((short) 0);
        page.footer(VisibleText.of(Line.of(title), LONGEST_FOOTER).replace("&", "&&"), Position.LEFT);
        page.footer("&P / &N", Position.RIGHT);
    }

    /** Keeps text like {@code _x0041_} text: a workbook would show the character of that number. */
    private static String text(String value) {
        return ESCAPE.matcher(value).replaceAll("_x005F_");
    }

    private static byte[] repacked(byte[] raw, @Nullable LocalDate asOf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length * 4);
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (ZipPart part : ZipPart.parts(raw)) {
                byte[] content = part.name().equals("docProps/core.xml") ? timed(part.content(), asOf) : part.content();
                ZipEntry plain = new ZipEntry(part.name());
                CRC32 sum = new CRC32();
                sum.update(content);
                plain.setMethod(ZipEntry.STORED);
                plain.setSize(content.length);
                plain.setCompressedSize(content.length);
                plain.setCrc(sum.getValue());
                plain.setTimeLocal(LONG_AGO);
                out.putNextEntry(plain);
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] timed(byte[] core, @Nullable LocalDate asOf) {
        String created = asOf == null
                ? ""
                : "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + asOf.atTime(LocalTime.MIN)
                        + ":00Z</dcterms:created>";
        return CREATED.matcher(new String(core, StandardCharsets.UTF_8))
                .replaceAll(Matcher.quoteReplacement(created))
                .getBytes(StandardCharsets.UTF_8);
    }
}
