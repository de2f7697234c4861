package io.shisei.api.comparison;

import io.shisei.api.Known;
import io.shisei.api.Language;
import io.shisei.api.Paging;
import io.shisei.api.problem.BadCall;
import io.shisei.comparison.Agreement;
import io.shisei.comparison.Comparisons;
import io.shisei.comparison.ControlComparison;
import io.shisei.comparison.HubFindings;
import io.shisei.comparison.HubImport;
import io.shisei.comparison.LeftOut;
import io.shisei.control.ControlId;
import io.shisei.paging.Page;
import io.shisei.refusal.Limits;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Security Hub says of an account, beside what we say. */
@RestController
@RequestMapping("/api/v1/accounts/{accountId}")
@Tag(name = "Comparison with Security Hub")
class ComparisonController {

    private static final String FILE =
            "Findings in AWS Security Finding Format, at most 1 GiB: `{\"Findings\": […]}` as"
                    + " `aws securityhub get-findings` prints it, a list, or one finding on each line";

    private final Known known;
    private final HubFindings hub;
    private final Comparisons comparisons;

    ComparisonController(Known known, HubFindings hub, Comparisons comparisons) {
        this.known = known;
        this.hub = hub;
        this.comparisons = comparisons;
    }

    /** What there is to compare, and what is left out, and why. */
    @Schema(name = "SecurityHubImport")
    record ImportItem(
            String accountId, Instant at, String username, long findings, List<String> regions, List<LeftOut> leftOut) {
        static ImportItem of(HubImport it) {
            return new ImportItem(it.accountId(), it.at(), it.username(), it.findings(), it.regions(), it.leftOut());
        }
    }

    /** Resources by outcome. */
    @Schema(name = "ComparisonCounts")
    record CountItem(String controlId, long agree, long differ, long onlyTheirs, long onlyOurs, long unknown) {
        static CountItem of(ControlComparison it) {
            return new CountItem(
                    it.controlId().value(), it.agree(), it.differ(), it.onlyTheirs(), it.onlyOurs(), it.unknown());
        }
    }

    @PostMapping("/security-hub-findings")
    @Needs(Permission.OPERATE)
    @Operation(
            summary = "Import what Security Hub found in an account, in the place of what was imported before",
            requestBody =
                    @RequestBody(
                            required = true,
                            description = FILE,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(types = {"object", "array"}))))
    ImportItem bringIn(@PathVariable String accountId, InputStream file, Principal user) {
        known.account(accountId);
        return ImportItem.of(hub.bringIn(accountId, file, user.getName()));
    }

    @GetMapping("/comparison")
    @Needs(Permission.READ)
    @Operation(
            summary =
                    "List the verdicts of Security Hub, as they were imported, beside ours as of now, sorted by control")
    Page<ComparedItem> list(
            @PathVariable String accountId,
            @RequestParam(name = "controlId", required = false) @Nullable ControlId controlId,
            @RequestParam(name = "outcome", required = false) @Nullable Set<Agreement> outcome,
            @ParameterObject Paging paging,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        known.account(accountId);
        if (controlId != null) {
            known.checkControls(Set.of(controlId));
        }
        Limits.choices("outcome", outcome);
        var outcomes = outcome == null ? Set.<Agreement>of() : outcome;
        return paging.read(page -> comparisons.list(accountId, controlId, outcomes, page))
                .map(it -> ComparedItem.of(it, language.locale()));
    }

    @GetMapping("/security-hub-findings")
    @Needs(Permission.READ)
    @Operation(summary = "Show what was imported of Security Hub's findings of an account the last time")
    ImportItem last(@PathVariable String accountId) {
        known.account(accountId);
        return hub.last(accountId)
                .map(ImportItem::of)
                .orElseThrow(() -> BadCall.unknown("import of Security Hub's findings of account", accountId));
    }

    @GetMapping("/comparison/controls")
    @Needs(Permission.READ)
    @Operation(
            summary =
                    "Count per control where Security Hub and we agree, differ or stand alone; most differences first")
    Page<CountItem> controls(@PathVariable String accountId, @ParameterObject Paging paging) {
        known.account(accountId);
        return paging.slice(comparisons.counts(accountId), ComparisonController::mostDifferencesFirst)
                .map(CountItem::of);
    }

    private static List<String> mostDifferencesFirst(ControlComparison of) {
        return List.of(
                "%019d".formatted(Long.MAX_VALUE - of.differ()), of.controlId().value());
    }
}
