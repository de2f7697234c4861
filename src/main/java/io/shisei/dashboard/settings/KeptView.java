package io.shisei.dashboard.settings;

import io.shisei.database.HistoryKind;
import io.shisei.database.KeptHistory;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much is kept of a kind of history, as the page shows it; {@code forecast} is null where there is none yet. */
record KeptView(
        HistoryKind kind,
        String setting,
        String kept,
        String size,
        @Nullable LocalDate since,
        @Nullable String forecast) {

    private static final double MEGABYTE = 1 << 20;

    static KeptView of(KeptHistory it) {
        var forecast = it.forecast();
        return new KeptView(
                it.kind(),
                "SHISEI_RETENTION_" + it.kind(),
                it.kept().toString(),
                size(it.bytes()),
                it.since(),
                forecast == null ? null : size(forecast));
    }

    private static String size(long bytes) {
        return bytes < 1000 * MEGABYTE
                ? String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE)
                : String.format(Locale.ROOT, "%,.1f GB", bytes / MEGABYTE / 1024);
    }
}
