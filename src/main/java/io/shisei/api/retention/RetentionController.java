package io.shisei.api.retention;

import io.shisei.database.HistoryKind;
import io.shisei.database.KeptHistory;
import io.shisei.database.Retention;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long history is kept, and how much of it there is. */
@RestController
@RequestMapping("/api/v1/retention")
@Tag(name = "Retention")
class RetentionController {

    private final Retention retention;

    RetentionController(Retention retention) {
        this.retention = retention;
    }

    /** A kind of history. What explains a finding as it is now is kept for longer. */
    @Schema(name = "KeptHistory")
    record Item(
            HistoryKind kind,

            @Schema(description = "For how long, as an ISO-8601 period", example = "P5Y")
            String kept,

            long bytes,

            @Schema(description = "First day of the oldest month of which anything is kept") @Nullable
            LocalDate since,

            @Schema(
                    description =
                            "Bytes when it is kept for as long, if it grows as in the last whole months; null until"
                                    + " there is one")
            @Nullable
            Long forecastBytes) {
        static Item of(KeptHistory it) {
            return new Item(it.kind(), it.kept().toString(), it.bytes(), it.since(), it.forecast());
        }
    }

    /** All kinds. */
    @Schema(name = "RetentionList")
    record All(List<Item> histories) {}

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "List how long history is kept by kind, how large it is, and how large it will be")
    All list() {
        return new All(retention.kept().stream().map(Item::of).toList());
    }
}
