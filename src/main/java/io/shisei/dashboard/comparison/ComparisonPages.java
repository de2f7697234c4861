package io.shisei.dashboard.comparison;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.comparison.Agreement;
import io.shisei.comparison.Compared;
import io.shisei.comparison.Comparisons;
import io.shisei.comparison.ControlComparison;
import io.shisei.comparison.HubFindings;
import io.shisei.comparison.fetch.HubFetches;
import io.shisei.control.ControlId;
import io.shisei.dashboard.Documents;
import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.NextPage;
import io.shisei.dashboard.Notice;
import io.shisei.dashboard.Pick;
import io.shisei.dashboard.Proof;
import io.shisei.entry.Upload;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ComparisonPages {
    private final Accounts accounts;
    private final HubFindings hub;
    private final HubFetches fetches;
    private final Comparisons comparisons;
    private final Documents documents;

    ComparisonPages(
            Accounts accounts, HubFindings hub, HubFetches fetches, Comparisons comparisons, Documents documents) {
        this.accounts = accounts;
        this.hub = hub;
        this.fetches = fetches;
        this.comparisons = comparisons;
        this.documents = documents;
    }

    /** How many resources have an outcome. */
    record Cell(Agreement outcome, long count) {}

    /** A control's counts; null: the sums of all. */
    record Row(@Nullable ControlId control, List<Cell> cells) {
        static Row of(@Nullable ControlId control, List<ControlComparison> counts) {
            return new Row(
                    control,
                    Stream.of(Agreement.values())
                            .map(outcome -> new Cell(
                                    outcome,
                                    counts.stream()
                                            .mapToLong(it -> it.of(outcome))
                                            .sum()))
                            .toList());
        }
    }

    /** Both verdicts on a resource, and why ours is so. */
    record Pair(Compared it, Proof proof) {}

    @GetPage("/accounts/{id}/comparison")
    String show(@PathVariable String id, Model model) {
        model.addAttribute("account", account(id));
        var last = hub.last(id).orElse(null);
        model.addAttribute("last", last);
        model.addAttribute("fetch", fetches.last(id).orElse(null));
        model.addAttribute("outcomes", Agreement.values());
        if (last != null) {
            var counts = comparisons.counts(id);
            model.addAttribute("total", Row.of(null, counts));
            model.addAttribute(
                    "rows",
                    counts.stream()
                            .map(it -> Row.of(it.controlId(), List.of(it)))
                            .toList());
        }
        return "comparison/account";
    }

    /** The token of the form stands in its address: the body is not read before it is known to be ours. */
    @PostMapping("/accounts/{id}/comparison")
    @Needs(Permission.OPERATE)
    String bringIn(@PathVariable String id, HttpServletRequest request, Principal user, RedirectAttributes flash)
            throws IOException {
        account(id);
        try {
            var brought = hub.bringIn(id, Upload.of(request), user.getName());
            Notice.leave(flash, "notice.comparison.imported", Long.toString(brought.findings()));
        } catch (Refusal.Invalid refused) {
            FormProblem.leave(flash, refused);
        }
        return "redirect:/accounts/" + id + "/comparison";
    }

    @PostMapping("/accounts/{id}/comparison/fetch")
    @Needs(Permission.OPERATE)
    String fetch(@PathVariable String id, Principal user, RedirectAttributes flash) {
        account(id);
        try {
            fetches.start(id, user.getName());
            Notice.leave(flash, "notice.comparison.fetching", "");
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            FormProblem.leave(flash, refused);
        }
        return "redirect:/accounts/" + id + "/comparison";
    }

    @GetPage("/accounts/{id}/comparison/resources")
    String list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable ControlId controlId,
            @RequestParam(required = false) @Nullable Set<Agreement> outcome,
            @RequestParam(required = false) @Nullable String pageToken,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean more,
            HttpServletRequest request,
            Model model) {
        Limits.choices("outcome", outcome);
        var outcomes = outcome == null ? Set.<Agreement>of() : outcome;
        var page = comparisons.list(id, controlId, outcomes, new PageRequest(PageRequest.DEFAULT_SIZE, pageToken));
        model.addAttribute("account", account(id));
        model.addAttribute("page", page.map(this::pair));
        model.addAttribute("next", NextPage.of(request, page.nextPageToken()));
        model.addAttribute("control", controlId);
        model.addAttribute("pick", Pick.of("outcome", "comparison.", List.of(Agreement.values()), outcomes));
        return more ? "comparison/resources :: rows" : "comparison/resources";
    }

    private Account account(String id) {
        return accounts.findById(id).orElseThrow();
    }

    private Pair pair(Compared it) {
        var evidence = it.ours() == null ? null : it.ours().evidence();
        return new Pair(it, evidence == null ? Proof.NONE : Proof.of(evidence, documents));
    }
}
