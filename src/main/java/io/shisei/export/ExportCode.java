package io.shisei.export;

import io.shisei.refusal.Refusal;

/** Rules on exports. */
public enum ExportCode implements Refusal.Code {
    UNKNOWN_FORMAT,
    TOO_MANY_EXPORTS,
    ONLY_CSV_HAS_A_BOM
}
