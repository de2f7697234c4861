package io.shisei.api.comparison;

import io.shisei.api.Known;
import io.shisei.api.problem.BadCall;
import io.shisei.comparison.fetch.HubFetch;
import io.shisei.comparison.fetch.HubFetches;
import io.shisei.comparison.fetch.UnreadRegion;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Has Security Hub itself asked for what it found in an account. */
@RestController
@RequestMapping("/api/v1/accounts/{accountId}/security-hub-findings/fetch")
@Tag(name = "Comparison with Security Hub")
class FetchController {

    private final Known known;
    private final HubFetches fetches;

    FetchController(Known known, HubFetches fetches) {
        this.known = known;
        this.fetches = fetches;
    }

    /**
     * A fetch that goes on or has ended.
     *
     * @param regions that are asked; null until they are known
     * @param unread those that have not told all; of those that are denied or failed, what was known before stays
     * @param problem why nothing was brought in; null unless so
     */
    @Schema(name = "SecurityHubFetch")
    record Item(
            String accountId,
            String username,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable List<String> regions,
            List<UnreadRegion> unread,
            @Nullable String problem) {
        static Item of(HubFetch it) {
            return new Item(
                    it.accountId(),
                    it.username(),
                    it.startedAt(),
                    it.endedAt(),
                    it.regions(),
                    it.unread(),
                    it.problem() == null ? null : it.problem().en());
        }
    }

    @PostMapping
    @Needs(Permission.OPERATE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary =
                    "Begin to read what Security Hub found in an account, in the place of what was imported before; takes"
                            + " securityhub:GetFindings")
    Item start(@PathVariable String accountId, Principal user) {
        known.account(accountId);
        return Item.of(fetches.start(accountId, user.getName()));
    }

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "Show how the last reading of Security Hub's findings goes, or has ended")
    Item last(@PathVariable String accountId) {
        known.account(accountId);
        return fetches.last(accountId)
                .map(Item::of)
                .orElseThrow(() -> BadCall.unknown("reading of Security Hub's findings of account", accountId));
    }
}
