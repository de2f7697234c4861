package io.shisei.dashboard;

import io.shisei.account.Access;
import io.shisei.account.AccessRefused;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Organizations;
import io.shisei.account.Ou;
import io.shisei.account.Registration;
import io.shisei.account.Registration.AlreadyWatched;
import io.shisei.account.Registration.UnknownRegion;
import io.shisei.refusal.Invalid;
import io.shisei.refusal.Limits;
import io.shisei.sample.SampleAccount;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class AccountsController {
    private final Accounts accounts;
    private final Registration registration;
    private final SampleAccount sample;
    private final Organizations organizations;

    AccountsController(
            Accounts accounts, Registration registration, SampleAccount sample, Organizations organizations) {
        this.accounts = accounts;
        this.registration = registration;
        this.sample = sample;
        this.organizations = organizations;
    }

    record Row(
            String id,
            String name,
            @Nullable String roleArn,
            @Nullable String externalId,
            @Nullable List<String> regions,
            boolean sample,
            boolean managed,
            @Nullable String ou,
            @Nullable String problem,
            @Nullable LocalDate retiredAt) {
        static Row of(Account account) {
            return new Row(
                    account.id(),
                    account.name(),
                    account.access().roleArn(),
                    account.access().externalId(),
                    account.regions().orElse(null),
                    account.sample(),
                    account.managed(),
                    account.ou().map(Ou::path).orElse(null),
                    account.problem().orElse(null),
                    account.retiredAt()
                            .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                            .orElse(null));
        }
    }

    record Form(
            @Nullable String name,
            @Nullable String roleArn,
            @Nullable String externalId,
            @Nullable String regions) {
        static final Form EMPTY = new Form(null, null, null, null);

        static Form of(Row row) {
            return new Form(row.name(), row.roleArn(), row.externalId(), Words.join(row.regions()));
        }

        String title() {
            return name == null ? "" : name.strip();
        }

        /** @throws IllegalArgumentException when the ARN is none of a role */
        Access access() {
            return new Access(Words.orNull(roleArn), Words.orNull(externalId));
        }
    }

    @GetPage("/accounts")
    String list(Model model) {
        model.addAttribute(
                "rows",
                accounts.findAllByOrderByNameAscIdAsc().stream().map(Row::of).toList());
        model.addAttribute("sample", sample.progress());
        var organization = organizations.find();
        model.addAttribute(
                "organization", organization.map(OrganizationPart.View::of).orElse(null));
        if (!model.containsAttribute("organizationForm")) {
            model.addAttribute(
                    "organizationForm",
                    organization.map(it -> OrganizationForm.of(it.settings())).orElse(OrganizationForm.NEW));
        }
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", Form.EMPTY);
        }
        return "accounts/list";
    }

    @PostMapping("/accounts")
    String add(@ModelAttribute("form") Form form, RedirectAttributes flash) {
        try {
            var account = registration.register(form.title(), form.access(), Words.listOrNull(form.regions()));
            Notice.leave(flash, "notice.account.added", account.name() + " (" + account.id() + ")");
            return "redirect:/accounts";
        } catch (AccessRefused | AlreadyWatched | UnknownRegion | Invalid | IllegalArgumentException refused) {
            return back("/accounts#add", Problem.of(refused), form, flash);
        }
    }

    @GetPage("/accounts/{id}")
    String edit(@PathVariable String id, Model model) {
        var row = Row.of(accounts.findById(id).orElseThrow());
        model.addAttribute("account", row);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", Form.of(row));
        }
        return "accounts/edit";
    }

    @PostMapping("/accounts/{id}")
    String change(@PathVariable String id, @ModelAttribute("form") Form form, RedirectAttributes flash) {
        var account = accounts.findById(id).orElseThrow();
        try {
            apply(account, form);
            Notice.leave(flash, "notice.account.changed", form.title());
            return "redirect:/accounts";
        } catch (AccessRefused | UnknownRegion | Invalid | IllegalArgumentException refused) {
            return back("/accounts/" + id, Problem.of(refused), form, flash);
        }
    }

    /** Asks AWS only about what is changed; the name, which cannot fail any more then, comes last. */
    private void apply(Account account, Form form) {
        Limits.text("name", form.title(), Limits.NAME);
        var regions = Words.listOrNull(form.regions());
        if (!account.sample()) {
            if (!form.access().equals(account.access())) {
                registration.reach(account.id(), form.access());
            }
            if (!java.util.Objects.equals(regions, account.regions().orElse(null))) {
                registration.watch(account.id(), regions);
            }
        }
        registration.rename(account.id(), form.title());
    }

    @GetPage("/accounts/{id}/delete")
    String confirm(@PathVariable String id, Model model) {
        model.addAttribute("account", Row.of(accounts.findById(id).orElseThrow()));
        return "accounts/delete";
    }

    @PostMapping("/accounts/{id}/delete")
    String delete(@PathVariable String id, RedirectAttributes flash) {
        var account = accounts.findById(id).orElseThrow();
        if (account.managed() && account.retiredAt().isEmpty()) {
            flash.addFlashAttribute("organizationProblem", new Problem("problem.managed", "", null, null));
            return "redirect:/accounts#organization";
        }
        if (account.sample()) {
            sample.remove();
        } else {
            accounts.delete(account);
        }
        Notice.leave(flash, "notice.account.deleted", account.name());
        return "redirect:/accounts";
    }

    private static String back(String to, Problem problem, Form form, RedirectAttributes flash) {
        flash.addFlashAttribute(Problem.ATTRIBUTE, problem);
        flash.addFlashAttribute("form", form);
        return "redirect:" + to;
    }
}
