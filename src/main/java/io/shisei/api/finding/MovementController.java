package io.shisei.api.finding;

import io.shisei.api.Known;
import io.shisei.api.Language;
import io.shisei.api.Paging;
import io.shisei.control.Controls;
import io.shisei.finding.history.Movements;
import io.shisei.finding.history.Transition;
import io.shisei.paging.Page;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The lists behind the counts of steps. */
@RestController
@RequestMapping("/api/v1/movements")
@Tag(name = "Findings")
class MovementController {

    private final Known known;
    private final Controls controls;
    private final Movements movements;

    MovementController(Known known, Controls controls, Movements movements) {
        this.known = known;
        this.controls = controls;
        this.movements = movements;
    }

    /** A change of a finding that moved scores; {@code resourceId} is the resource's ARN. */
    @Schema(name = "Movement")
    record Item(UUID findingId, String resourceId, String resourceType, TransitionItem transition) {
        static Item of(Transition moved, Language language) {
            return new Item(
                    moved.findingId(),
                    moved.resource().arn(),
                    moved.resource().type(),
                    TransitionItem.of(moved, language));
        }
    }

    @GetMapping
    @Needs(Permission.READ)
    @Operation(
            summary =
                    "List the changes of findings that the steps of trends count, of one day or of several, newest first")
    Page<Item> list(
            @ParameterObject MovementQuery query,
            @ParameterObject Paging paging,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        var filter = query.filter(known, controls);
        return paging.read(page -> movements.list(filter, page)).map(moved -> Item.of(moved, language));
    }
}
