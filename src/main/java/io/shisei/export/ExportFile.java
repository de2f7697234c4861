package io.shisei.export;

import io.shisei.refusal.Refusal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How an export is to be written.
 *
 * @param bom whether it begins with a byte order mark, without which Excel takes a CSV for one of another encoding
 * @param locale the language of titles, reasons and remediation; all other words are the same in all languages
 */
public record ExportFile(Format format, boolean bom, Locale locale) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** @throws Refusal.Invalid when there is to be a byte order mark where none may be */
    public ExportFile {
        if (bom && format != Format.CSV) {
            throw new Refusal.Invalid(ExportCode.ONLY_CSV_HAS_A_BOM, "bom");
        }
    }

    /** Of an export made at that time. */
    public String name(Instant at) {
        return "shisei-findings-" + TIME.format(at) + "." + format.extension();
    }
}
