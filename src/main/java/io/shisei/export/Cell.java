package io.shisei.export;

import org.jspecify.annotations.Nullable;

/** A value as a cell of a CSV file. */
final class Cell {

    /**
     * With what a spreadsheet takes a cell for a formula: names and tags are whatever somebody called them. Those of full
     * width are taken for formulas by Japanese ones (OWASP, "CSV Injection").
     */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final String QUOTED = ",\"\r\n";

    private Cell() {}

    /** Null is an empty cell. What could be a formula begins with an apostrophe, as which spreadsheets mark a text. */
    static String of(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        return quoted(isFormula(text) ? "'" + text : text);
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(character -> QUOTED.indexOf(character) >= 0)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
