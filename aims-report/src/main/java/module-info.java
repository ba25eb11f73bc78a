/** Evaluations, portfolios and Statements of Applicability as HTML, Markdown, CSV and XLSX. */
module io.aims.report {
    requires transitive io.aims.core;
    requires static transitive org.jspecify;
    requires gg.jte.runtime;
    requires static org.dhatim.fastexcel;

    exports io.aims.report;
}
