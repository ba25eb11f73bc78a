package io.aims.report;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values as RFC 4180 says, and nothing else. */
final class Csvs {

    private Csvs() {}

    static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) != '"') {
                throw new AssertionError("A cell begins with a quotation mark, at " + at);
            }
            StringBuilder cell = new StringBuilder();
            at++;
            while (text.charAt(at) != '"' || at + 1 < text.length() && text.charAt(at + 1) == '"') {
                at += text.charAt(at) == '"' ? 1 : 0;
                cell.append(text.charAt(at++));
            }
            at++;
            record.add(cell.toString());
            if (text.charAt(at) == ',') {
                at++;
            } else if (text.startsWith("\r\n", at)) {
                at += 2;
                records.add(record);
                record = new ArrayList<>();
            } else {
                throw new AssertionError("A cell ends with a comma or CR LF, at " + at);
            }
        }
        return records;
    }
}
