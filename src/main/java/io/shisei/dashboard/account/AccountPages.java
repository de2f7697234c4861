package io.shisei.dashboard.account;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.account.Registration;
import io.shisei.control.Controls;
import io.shisei.control.Standard;
import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Notice;
import io.shisei.dashboard.trend.Signed;
import io.shisei.refusal.Refusal;
import io.shisei.sample.SampleAccount;
import io.shisei.scan.Scan;
import io.shisei.scan.Scans;
import io.shisei.score.rank.AccountRank;
import io.shisei.score.rank.AccountRanks;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of accounts, and what is done with one of them. */
@Controller
class AccountPages {

    private final Accounts accounts;
    private final Registration registration;
    private final Scans scans;
    private final AccountRanks ranks;
    private final Controls controls;
    private final SampleAccount sample;

    AccountPages(
            Accounts accounts,
            Registration registration,
            Scans scans,
            AccountRanks ranks,
            Controls controls,
            SampleAccount sample) {
        this.accounts = accounts;
        this.registration = registration;
        this.scans = scans;
        this.ranks = ranks;
        this.controls = controls;
        this.sample = sample;
    }

    /**
     * @param last null before the first
     * @param rank null where it is retired
     */
    record Line(
            AccountRow account,
            @Nullable Scan last,
            @Nullable AccountRank rank) {

        public @Nullable Integer score() {
            return rank == null ? null : rank.score();
        }

        /** By how much the score moved within seven days. */
        public Signed week() {
            return Signed.of(rank == null ? null : rank.change());
        }
    }

    @GetPage("/accounts")
    String list(Model model) {
        var all = accounts.findAllByOrderByNameAscIdAsc();
        var last = scans.last(all.stream().map(Account::id).toList());
        var ranks = ranks(all.size());
        model.addAttribute(
                "lines",
                all.stream()
                        .map(it -> new Line(AccountRow.of(it), last.get(it.id()), ranks.get(it.id())))
                        .toList());
        model.addAttribute("sample", sample.progress());
        return "accounts/list";
    }

    private Map<String, AccountRank> ranks(int many) {
        var standard = controls.standard(Standard.FSBP).orElseThrow();
        return ranks.list(standard, Circle.ALL, many).stream()
                .collect(Collectors.toMap(AccountRank::accountId, Function.identity()));
    }

    @GetPage("/accounts/{id}/edit")
    @Needs(Permission.ADMINISTER)
    String edit(@PathVariable String id, Model model) {
        var row = AccountRow.of(accounts.findById(id).orElseThrow());
        model.addAttribute("account", row);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", AccountForm.of(row));
        }
        return "accounts/edit";
    }

    @PostMapping("/accounts/{id}")
    @Needs(Permission.ADMINISTER)
    String change(@PathVariable String id, @ModelAttribute("form") AccountForm form, RedirectAttributes flash) {
        var shown = AccountForm.of(AccountRow.of(accounts.findById(id).orElseThrow()));
        try {
            registration.change(id, form.change(shown));
            Notice.leave(flash, "notice.account.changed", form.title());
            return "redirect:/accounts/" + id;
        } catch (Refusal refused) {
            FormProblem.leave(flash, refused, form);
            return "redirect:/accounts/" + id + "/edit";
        }
    }

    @GetPage("/accounts/{id}/delete")
    @Needs(Permission.ADMINISTER)
    String confirm(@PathVariable String id, Model model) {
        model.addAttribute("account", AccountRow.of(accounts.findById(id).orElseThrow()));
        return "accounts/delete";
    }

    @PostMapping("/accounts/{id}/delete")
    @Needs(Permission.ADMINISTER)
    String delete(@PathVariable String id, RedirectAttributes flash) {
        var account = accounts.findById(id).orElseThrow();
        try {
            registration.delete(id);
            Notice.leave(flash, "notice.account.deleted", account.name());
        } catch (Refusal.Impossible refused) {
            FormProblem.leave(flash, refused);
        }
        return "redirect:/accounts";
    }
}
