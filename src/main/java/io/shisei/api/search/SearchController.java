package io.shisei.api.search;

import io.shisei.account.Account;
import io.shisei.api.Language;
import io.shisei.control.Control;
import io.shisei.inventory.search.FoundResource;
import io.shisei.search.Hits;
import io.shisei.search.Search;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, controls and resources by name, id or a part of it. */
@RestController
@RequestMapping("/api/v1/search")
@Tag(name = "Search")
class SearchController {
    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    /** At most twenty of each kind, the best first. */
    @Schema(name = "SearchHits")
    record Found(List<AccountHit> accounts, List<ControlHit> controls, List<ResourceHit> resources) {

        static Found of(Hits hits, Language language) {
            return new Found(
                    hits.accounts().stream().map(AccountHit::of).toList(),
                    hits.controls().stream()
                            .map(it -> ControlHit.of(it, language))
                            .toList(),
                    hits.resources().stream().map(ResourceHit::of).toList());
        }
    }

    @Schema(name = "AccountHit")
    record AccountHit(String id, String name) {
        static AccountHit of(Account account) {
            return new AccountHit(account.id(), account.name());
        }
    }

    @Schema(name = "ControlHit")
    record ControlHit(String id, String title) {
        static ControlHit of(Control control, Language language) {
            return new ControlHit(control.id().value(), language.of(control.title()));
        }
    }

    /** @param goneAt null while it is there */
    @Schema(name = "ResourceHit")
    record ResourceHit(
            UUID key,
            String id,
            String name,
            String type,
            String accountId,
            String region,
            @Nullable Instant goneAt) {
        static ResourceHit of(FoundResource it) {
            return new ResourceHit(it.id(), it.arn(), it.name(), it.type(), it.accountId(), it.region(), it.goneAt());
        }
    }

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "Find accounts, controls and resources by name, id or a part of it")
    Found find(
            @Parameter(
                            description =
                                    "An ARN or its beginning, an id, a name or parts of one; upper and lower case alike, all"
                                            + " words are to be found. Parts have three characters at least")
                    @RequestParam(name = "q")
                    String q,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        return Found.of(search.find(q), language);
    }
}
