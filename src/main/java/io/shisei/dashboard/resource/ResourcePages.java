package io.shisei.dashboard.resource;

import io.shisei.account.Accounts;
import io.shisei.control.Controls;
import io.shisei.dashboard.Documents;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.NextPage;
import io.shisei.dashboard.Pick;
import io.shisei.dashboard.Places;
import io.shisei.dashboard.Words;
import io.shisei.dashboard.choice.AccountChoice;
import io.shisei.dashboard.finding.Chip;
import io.shisei.finding.resource.ResourceVerdicts;
import io.shisei.inventory.ResourceFilter;
import io.shisei.inventory.StoredResources;
import io.shisei.inventory.past.ResourceVersions;
import io.shisei.paging.PageRequest;
import io.shisei.reach.Reachability;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ResourcePages {
    /** Of the versions of a resource, how many its own page shows. */
    private static final int NEWEST = 5;

    private final StoredResources resources;
    private final ResourceVersions versions;
    private final ResourceVerdicts verdicts;
    private final Reachability reachability;
    private final Controls controls;
    private final Accounts accounts;
    private final AccountChoice choice;
    private final Places places;
    private final Documents documents;

    ResourcePages(
            StoredResources resources,
            ResourceVersions versions,
            ResourceVerdicts verdicts,
            Reachability reachability,
            Controls controls,
            Accounts accounts,
            AccountChoice choice,
            Places places,
            Documents documents) {
        this.resources = resources;
        this.versions = versions;
        this.verdicts = verdicts;
        this.reachability = reachability;
        this.controls = controls;
        this.accounts = accounts;
        this.choice = choice;
        this.places = places;
        this.documents = documents;
    }

    record Query(
            @Nullable Set<String> accountId,
            @Nullable String ou,
            @Nullable Set<String> region,
            @Nullable Set<String> resourceType,
            @Nullable Boolean gone,
            @Nullable String q) {
        public boolean withGone() {
            return Boolean.TRUE.equals(gone);
        }

        ResourceFilter toFilter(Accounts accounts) {
            return new ResourceFilter(
                    accounts.named(accountId == null ? Set.of() : accountId, Words.orNull(ou)),
                    region == null ? Set.of() : region,
                    resourceType == null ? Set.of() : resourceType,
                    withGone(),
                    Words.orNull(q));
        }
    }

    @GetPage("/resources")
    String list(
            @ModelAttribute("filter") Query filter,
            @RequestParam(required = false) @Nullable String pageToken,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean more,
            HttpServletRequest request,
            Model model) {
        var page = resources.list(filter.toFilter(accounts), new PageRequest(PageRequest.DEFAULT_SIZE, pageToken));
        var watched = places.accounts();
        model.addAttribute("page", page);
        model.addAttribute("names", Places.names(watched));
        model.addAttribute("next", NextPage.of(request, page.nextPageToken()));
        if (more) {
            return "resources/list :: rows";
        }
        var picks = picks(filter, watched);
        model.addAttribute("picks", picks);
        model.addAttribute(
                "chips",
                Stream.concat(Chip.of(request, picks).stream(), Chip.of(request, "ou", filter.ou()))
                        .toList());
        return "resources/list";
    }

    private List<Pick> picks(Query filter, List<Accounts.Brief> watched) {
        var types = controls.all().stream()
                .flatMap(control -> control.resources().stream())
                .map(type -> type.name())
                .distinct()
                .toList();
        var picks = new ArrayList<>(List.of(Pick.plain("resourceType", types, filter.resourceType())));
        picks.addAll(places.picks(watched, filter.accountId(), filter.region()));
        return picks;
    }

    @GetPage("/resources/{id}")
    String show(@PathVariable UUID id, Model model) {
        var resource = resources.find(id).orElseThrow();
        model.addAttribute("resource", resource);
        model.addAttribute("accountName", choice.name(resource.accountId()));
        model.addAttribute("document", documents.json(resource.document().fields()));
        model.addAttribute("gaps", Hole.of(resource.document()));
        var newest = versions.list(resource, PageRequest.first(NEWEST));
        model.addAttribute("versions", ResourceVersionView.of(newest.items(), documents));
        model.addAttribute("moreVersions", newest.nextPageToken() != null);
        var judged = verdicts.of(resource);
        model.addAttribute("judged", Judged.of(judged));
        model.addAttribute("reach", reachability.of(resource, judged).orElse(null));
        return "resources/resource";
    }
}
