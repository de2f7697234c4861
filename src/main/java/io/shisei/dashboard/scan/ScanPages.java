package io.shisei.dashboard.scan;

import io.shisei.control.ControlId;
import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.NextPage;
import io.shisei.dashboard.Notice;
import io.shisei.dashboard.Words;
import io.shisei.dashboard.choice.AccountChoice;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.Refusal;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanRequest;
import io.shisei.scan.Scanner;
import io.shisei.scan.Scans;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ScanPages {
    private final Scans scans;
    private final ScanViews views;
    private final Scanner scanner;
    private final AccountChoice accounts;

    ScanPages(Scans scans, ScanViews views, Scanner scanner, AccountChoice accounts) {
        this.scans = scans;
        this.views = views;
        this.scanner = scanner;
        this.accounts = accounts;
    }

    record Form(
            @Nullable String accountId,
            @Nullable String regions,
            @Nullable String controlIds) {
        ScanRequest toRequest() {
            return new ScanRequest(
                    accountId == null ? "" : accountId,
                    Words.listOrNull(regions),
                    ControlId.parse(Words.listOrNull(controlIds)),
                    Scan.Trigger.MANUAL,
                    null);
        }
    }

    @GetPage("/scans")
    String list(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String pageToken,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean more,
            HttpServletRequest request,
            Model model) {
        var choice = accounts.of(account);
        var page = scans.list(choice.selected(), new PageRequest(PageRequest.DEFAULT_SIZE, pageToken));
        model.addAttribute("choice", choice);
        model.addAttribute("page", page);
        model.addAttribute("next", NextPage.of(request, page.nextPageToken()));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new Form(choice.selected(), null, null));
        }
        return more ? "scans/table :: scan-rows" : "scans/list";
    }

    @PostMapping("/scans")
    @Needs(Permission.OPERATE)
    String start(@ModelAttribute("form") Form form, RedirectAttributes flash) {
        try {
            return "redirect:/scans/" + scanner.start(form.toRequest()).id();
        } catch (Refusal refused) {
            FormProblem.leave(flash, refused, form);
            return "redirect:/scans";
        }
    }

    @GetPage("/scans/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("view", views.of(scan(id)));
        return "scans/scan";
    }

    /** What the page of a running scan asks for again and again. */
    @GetPage("/scans/{id}/live")
    String live(@PathVariable UUID id, Model model) {
        model.addAttribute("view", views.of(scan(id)));
        return "scans/scan :: live";
    }

    @GetPage("/scans/{id}/moves")
    String moves(
            @PathVariable UUID id,
            @ModelAttribute("filter") ScanViews.Address filter,
            @RequestParam(required = false) @Nullable String pageToken,
            HttpServletRequest request,
            Model model) {
        var scan = scan(id);
        var page = views.page(scan, filter, new PageRequest(PageRequest.DEFAULT_SIZE, pageToken));
        model.addAttribute("scan", scan);
        model.addAttribute("accountName", accounts.name(scan.accountId()));
        model.addAttribute("count", page.total().count());
        model.addAttribute("moves", views.rows(page));
        model.addAttribute("next", NextPage.of(request, page.nextPageToken()));
        return "scans/moves";
    }

    @PostMapping("/scans/{id}/cancel")
    @Needs(Permission.OPERATE)
    String cancel(@PathVariable UUID id, RedirectAttributes flash) {
        scanner.cancel(id);
        Notice.leave(flash, "notice.scan.cancelled", "");
        return "redirect:/scans/" + id;
    }

    private Scan scan(UUID id) {
        return scans.find(id).orElseThrow();
    }
}
