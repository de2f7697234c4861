package io.shisei.api.deadline;

import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.deadline.Deadline;
import io.shisei.deadline.Deadlines;
import io.shisei.refusal.Refusal;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** In how many days findings are to be mended. */
@RestController
@RequestMapping("/api/v1/deadlines")
@Tag(name = "Deadlines")
class DeadlineController {

    private final Deadlines deadlines;

    DeadlineController(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /**
     * Of a severity or of a control, in all accounts (null) or in one. For a finding that several fit, that of the control in
     * the account holds, else of the control, else of the severity in the account, else of the severity.
     */
    @Schema(name = "Deadline")
    record Item(
            @Nullable Severity severity,
            @Nullable String controlId,
            @Nullable String accountId,
            @Schema(minimum = "1", maximum = "3650") int days) {

        static Item of(Deadline it) {
            var control = it.controlId();
            return new Item(it.severity(), control == null ? null : control.value(), it.accountId(), it.days());
        }
    }

    /** All of them: those of all accounts first. */
    @Schema(name = "DeadlineList")
    record All(@NotNull @Valid List<@NotNull Item> deadlines) {}

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "List in how many days findings are to be mended")
    All list() {
        return new All(deadlines.list().stream().map(Item::of).toList());
    }

    @PutMapping
    @Needs(Permission.ADMINISTER)
    @Operation(summary = "Set all deadlines; those that are left out hold no more")
    All replace(@Valid @RequestBody All wanted) {
        deadlines.replace(IntStream.range(0, wanted.deadlines().size())
                .mapToObj(i -> read(wanted.deadlines().get(i), "deadlines/" + i))
                .toList());
        return list();
    }

    private static Deadline read(Item item, String field) {
        try {
            var control = item.controlId() == null ? null : ControlId.parse("controlId", item.controlId());
            return new Deadline(item.severity(), control, item.accountId(), item.days());
        } catch (Refusal.Invalid refused) {
            throw refused.at(field + "/" + refused.field());
        }
    }
}
