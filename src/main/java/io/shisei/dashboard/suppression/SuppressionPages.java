package io.shisei.dashboard.suppression;

import io.shisei.account.Accounts;
import io.shisei.account.Ou;
import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Notice;
import io.shisei.dashboard.Words;
import io.shisei.finding.Findings;
import io.shisei.inventory.DocumentDifference;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.Refusal;
import io.shisei.score.DayZone;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.shisei.suppression.Suppression;
import io.shisei.suppression.Suppressions;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class SuppressionPages {
    private static final int SHOWN = 20;

    private final Suppressions suppressions;
    private final Findings findings;
    private final Accounts accounts;
    private final DayZone days;

    SuppressionPages(Suppressions suppressions, Findings findings, Accounts accounts, DayZone days) {
        this.suppressions = suppressions;
        this.findings = findings;
        this.accounts = accounts;
        this.days = days;
    }

    /** A rule, how many findings it hides, and those of its units in which no account is. */
    record Row(Suppression rule, long hidden, boolean reviewDue, Set<Ou> emptyUnits) {}

    record NoteForm(@Nullable String note) {}

    /** A change of a rule, with what was edited. */
    record Changed(Suppression.Change change, List<Edit> edits) {
        static Changed of(Suppression.Change change) {
            return new Changed(
                    change, change.differences().stream().map(Edit::of).toList());
        }
    }

    /** @param label the message that names the field in the form */
    record Edit(
            String label, @Nullable Object before, @Nullable Object after) {
        static Edit of(DocumentDifference it) {
            var steps = it.path().split("[.\\[]");
            var grouped = steps[0].equals("tags") || steps[0].equals("except");
            var field = grouped && steps.length > 1 ? steps[0] + StringUtils.capitalize(steps[1]) : steps[0];
            return new Edit("suppression." + field, it.before(), it.after());
        }
    }

    /** @param reviewDue whether only those are shown that are due for review */
    @GetPage("/suppressions")
    String list(@RequestParam(defaultValue = "false") boolean reviewDue, Model model) {
        var hidden = findings.hiddenByRule();
        var today = days.today();
        var rules = suppressions.list();
        var empty = accounts.empty(
                rules.stream().flatMap(rule -> units(rule).stream()).toList());
        var rows = rules.stream()
                .map(it -> new Row(
                        it,
                        hidden.getOrDefault(it.id(), 0L),
                        it.isReviewDue(today),
                        units(it).stream().filter(empty::contains).collect(Collectors.toCollection(TreeSet::new))))
                .toList();
        model.addAttribute("due", rows.stream().filter(Row::reviewDue).count());
        model.addAttribute("dueOnly", reviewDue);
        model.addAttribute(
                "rows", reviewDue ? rows.stream().filter(Row::reviewDue).toList() : rows);
        return "suppressions/list";
    }

    @GetPage("/suppressions/{id}")
    String show(@PathVariable UUID id, Principal user, Model model) {
        var rule = suppressions.find(id).orElseThrow();
        model.addAttribute("rule", rule);
        model.addAttribute("reviewDue", rule.isReviewDue(days.today()));
        model.addAttribute("emptyUnits", accounts.empty(units(rule)));
        model.addAttribute("own", user.getName().equals(rule.pendingBy()));
        model.addAttribute("hidden", findings.hiddenBy(id, PageRequest.first(SHOWN)));
        model.addAttribute(
                "changes", suppressions.history(id).stream().map(Changed::of).toList());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new NoteForm(null));
        }
        return "suppressions/suppression";
    }

    /** Those that a rule names which may still hide something. */
    private static List<Ou> units(Suppression rule) {
        var named = rule.plan().match().ous();
        return rule.endedAt() != null || named == null ? List.of() : named;
    }

    @PostMapping("/suppressions/{id}/approve")
    @Needs(Permission.OPERATE)
    String approve(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String note,
            Principal user,
            RedirectAttributes flash) {
        return change(
                id,
                () -> suppressions.approve(id, version, Words.orNull(note), user.getName()),
                "notice.suppression.kept",
                note,
                flash);
    }

    @PostMapping("/suppressions/{id}/end")
    @Needs(Permission.OPERATE)
    String end(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String note,
            Principal user,
            RedirectAttributes flash) {
        return change(
                id,
                () -> suppressions.end(id, version, Words.orNull(note), user.getName()),
                "notice.suppression.ended",
                note,
                flash);
    }

    private static String change(
            UUID id, Supplier<Suppression> change, String notice, @Nullable String note, RedirectAttributes flash) {
        try {
            change.get();
            Notice.leave(flash, notice, "");
        } catch (Refusal.Invalid | Refusal.Stale | Refusal.Conflict | Refusal.Forbidden refused) {
            FormProblem.leave(flash, refused, new NoteForm(note));
        }
        return "redirect:/suppressions/" + id;
    }
}
