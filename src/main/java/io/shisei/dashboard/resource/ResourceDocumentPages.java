package io.shisei.dashboard.resource;

import io.shisei.dashboard.Documents;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.NextPage;
import io.shisei.inventory.StoredResources;
import io.shisei.inventory.past.ResourceVersions;
import io.shisei.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a resource was over time: all its versions, and its document as it was at a moment. */
@Controller
class ResourceDocumentPages {
    private final StoredResources resources;
    private final ResourceVersions versions;
    private final Documents documents;
    private final Clock clock;

    ResourceDocumentPages(StoredResources resources, ResourceVersions versions, Documents documents, Clock clock) {
        this.resources = resources;
        this.versions = versions;
        this.documents = documents;
        this.clock = clock;
    }

    @GetPage("/resources/{id}/documents")
    String list(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String pageToken,
            HttpServletRequest request,
            Model model) {
        var resource = resources.find(id).orElseThrow();
        var page = versions.list(resource, new PageRequest(PageRequest.DEFAULT_SIZE, pageToken));
        model.addAttribute("resource", resource);
        model.addAttribute("versions", ResourceVersionView.of(page.items(), documents));
        model.addAttribute("next", NextPage.of(request, page.nextPageToken()));
        return "resources/documents";
    }

    @GetPage("/resources/{id}/document")
    String show(@PathVariable UUID id, @RequestParam(required = false) @Nullable Instant at, Model model) {
        var resource = resources.find(id).orElseThrow();
        var moment = at == null ? clock.instant() : at;
        var past = versions.at(resource, moment).orElseThrow();
        model.addAttribute("resource", resource);
        model.addAttribute("at", moment);
        model.addAttribute("past", past);
        model.addAttribute("document", documents.json(past.document().fields()));
        model.addAttribute("gaps", Hole.of(past.document()));
        return "resources/document";
    }
}
