package io.shisei.export;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value as a cell of a CSV file. */
final class Cell {

    /**
     * With what a spreadsheet takes a cell for a formula: names and tags are whatever somebody called them. Those of full
     * width are taken for formulas by Japanese ones (OWASP, "CSV Injection").
     */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    /**
     * Where a cell would begin within ours for a spreadsheet that separates by semicolons, as Excel does where numbers have a
     * decimal comma, or by tabs: what begins a line with our id is not quoted for it. Names of security groups may have
     * {@code ;=} (OWASP, "CSV Injection": separators can begin a cell).
     */
    private static final Pattern FORMULA_WITHIN = Pattern.compile("([;\t\r\n]\"*)(?=[=+\\-@＝＋－＠])");

    private static final String QUOTED = ",\"\r\n";

    private Cell() {}

    /** Null is an empty cell. What could be a formula has an apostrophe before it, as which spreadsheets mark a text. */
    static String of(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        var defused = FORMULA_WITHIN.matcher(text).replaceAll("$1'");
        return quoted(isFormula(text) ? "'" + defused : defused);
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
