package io.shisei.api.suppression;

import io.shisei.api.Language;
import io.shisei.api.Paging;
import io.shisei.export.FindingItem;
import io.shisei.finding.sum.FailingPast;
import io.shisei.paging.Page;
import io.shisei.score.ScoreChange;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.shisei.suppression.SuppressionPreviews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What rules would hide, before there are any. */
@RestController
@RequestMapping("/api/v1/suppressions/preview")
@Tag(name = "Suppressions")
class SuppressionPreviewController {

    private final SuppressionPreviews previews;

    SuppressionPreviewController(SuppressionPreviews previews) {
        this.previews = previews;
    }

    /**
     * What a rule would hide now, the security scores over all accounts without it and with it, and how many failed findings
     * it would have hidden on each of the last 90 days; null where that is too much to tell.
     */
    @Schema(name = "SuppressionPreview")
    record Preview(Page<FindingItem> findings, List<ScoreChange> scores, FailingPast.@Nullable Past past) {}

    @PostMapping
    @Needs(Permission.READ)
    @Operation(
            summary =
                    "Show what a rule would hide and would have hidden, and what it would make of the scores; nothing is kept")
    Preview preview(
            @Valid @RequestBody SuppressionBodies.Preview wanted,
            @ParameterObject Paging paging,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        var preview = previews.of(wanted.toMatch(), paging.request());
        return new Preview(
                preview.findings().map(it -> FindingItem.of(it, language.locale())), preview.scores(), preview.past());
    }
}
