package io.shisei.dashboard.finding;

import io.shisei.account.Accounts;
import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.workflow.ChangePreview;
import io.shisei.finding.workflow.Workflow;
import io.shisei.refusal.Refusal;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.shisei.security.user.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where all findings of a filter are changed: first it is shown what a change would do, then it is done. */
@Controller
class BulkPages {
    private static final String PATH = "/findings/change";

    /** Of the controls and the accounts with the most findings. */
    private static final int SHOWN = 20;

    private final Accounts accounts;
    private final Workflow workflow;
    private final Users users;

    BulkPages(Accounts accounts, Workflow workflow, Users users) {
        this.accounts = accounts;
        this.workflow = workflow;
        this.users = users;
    }

    /** So many findings are of a kind. */
    record Share(Object kind, long findings) {}

    /** Shares of the findings; {@code more} tells how many further ones are not listed. */
    record Shares(List<Share> largest, int more) {
        static <T extends Comparable<T>> Shares of(ChangePreview preview, Function<ChangePreview.Part, T> kind) {
            var all = preview.by(kind).entrySet().stream()
                    .map(it -> new Share(it.getKey(), it.getValue()))
                    .sorted(Comparator.comparingLong(Share::findings).reversed())
                    .toList();
            return new Shares(all.stream().limit(SHOWN).toList(), Math.max(0, all.size() - SHOWN));
        }
    }

    @GetPage(PATH)
    @Needs(Permission.OPERATE)
    String show(
            @ModelAttribute("filter") FindingAddress filter, HttpServletRequest request, Principal user, Model model) {
        var form = model.getAttribute("form") instanceof BulkForm filled ? filled : null;
        var change =
                form == null || model.containsAttribute(FormProblem.ATTRIBUTE) ? null : form.wanted(user.getName());
        var preview = workflow.preview(filter.toFilter(accounts, user.getName()), change);
        model.addAttribute("form", form == null ? BulkForm.EMPTY : form);
        model.addAttribute("preview", preview);
        model.addAttribute("decided", change != null);
        model.addAttribute("controls", Shares.of(preview, ChangePreview.Part::controlId));
        model.addAttribute("severities", Shares.of(preview, ChangePreview.Part::severity));
        model.addAttribute("accounts", Shares.of(preview, ChangePreview.Part::accountId));
        model.addAttribute("statuses", WorkflowStatus.values());
        model.addAttribute("people", users.list());
        model.addAttribute("list", address(request, "/findings"));
        model.addAttribute("previewing", address(request, PATH + "/preview"));
        model.addAttribute("confirming", address(request, PATH));
        return "findings/change";
    }

    /** A note may be too long for an address: the page that shows what the change would do comes after this. */
    @PostMapping(PATH + "/preview")
    @Needs(Permission.READ)
    String preview(
            @ModelAttribute("form") BulkForm form,
            HttpServletRequest request,
            Principal user,
            RedirectAttributes flash) {
        try {
            form.wanted(user.getName());
            flash.addFlashAttribute("form", form);
        } catch (Refusal.Invalid refused) {
            FormProblem.leave(flash, refused, form);
        }
        return back(request);
    }

    @PostMapping(PATH)
    @Needs(Permission.OPERATE)
    String change(
            @ModelAttribute("filter") FindingAddress filter,
            @ModelAttribute("form") BulkForm form,
            @RequestParam long expected,
            HttpServletRequest request,
            Principal user,
            RedirectAttributes flash) {
        try {
            var wanted = form.wanted(user.getName());
            var outcomes =
                    workflow.changeAll(filter.toFilter(accounts, user.getName()), wanted, expected, user.getName());
            flash.addFlashAttribute("outcomes", outcomes);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            FormProblem.leave(flash, refused, form);
        }
        return back(request);
    }

    private static String address(HttpServletRequest request, String path) {
        return FindingAddress.of(request, path).build(true).toUriString();
    }

    private static String back(HttpServletRequest request) {
        var query = request.getQueryString();
        return "redirect:" + PATH + (query == null ? "" : "?" + query);
    }
}
