package io.shisei.dashboard.account;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.AccountChange;
import io.shisei.account.Accounts;
import io.shisei.account.NewAccount;
import io.shisei.account.Ou;
import io.shisei.account.Registration;
import io.shisei.account.organization.Organizations;
import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Notice;
import io.shisei.dashboard.Words;
import io.shisei.refusal.Refusal;
import io.shisei.sample.SampleAccount;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class AccountPages {
    private final Accounts accounts;
    private final Registration registration;
    private final SampleAccount sample;
    private final Organizations organizations;

    AccountPages(Accounts accounts, Registration registration, SampleAccount sample, Organizations organizations) {
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

        NewAccount wanted() {
            var access = new Access(Words.orNull(roleArn), Words.orNull(externalId));
            return new NewAccount(title(), access, Words.listOrNull(regions));
        }

        /** What was edited in the form, where it showed {@code before}; what a form has not got stays. */
        AccountChange change(Form before) {
            return new AccountChange(
                    title(),
                    edited(before.roleArn, roleArn, Words::orNull),
                    edited(before.externalId, externalId, Words::orNull),
                    edited(before.regions, regions, Words::listOrNull));
        }

        private static <T> @Nullable Optional<T> edited(
                @Nullable String shown, @Nullable String typed, Function<@Nullable String, @Nullable T> reading) {
            var read = reading.apply(typed);
            return typed == null || Objects.equals(read, reading.apply(shown)) ? null : Optional.ofNullable(read);
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
    @Needs(Permission.ADMINISTER)
    String add(@ModelAttribute("form") Form form, RedirectAttributes flash) {
        try {
            var account = registration.register(form.wanted());
            Notice.leave(flash, "notice.account.added", account.name() + " (" + account.id() + ")");
            return "redirect:/accounts";
        } catch (Refusal refused) {
            FormProblem.leave(flash, refused, form);
            return "redirect:/accounts#add";
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
    @Needs(Permission.ADMINISTER)
    String change(@PathVariable String id, @ModelAttribute("form") Form form, RedirectAttributes flash) {
        var shown = Form.of(Row.of(accounts.findById(id).orElseThrow()));
        try {
            registration.change(id, form.change(shown));
            Notice.leave(flash, "notice.account.changed", form.title());
            return "redirect:/accounts";
        } catch (Refusal refused) {
            FormProblem.leave(flash, refused, form);
            return "redirect:/accounts/" + id;
        }
    }

    @GetPage("/accounts/{id}/delete")
    String confirm(@PathVariable String id, Model model) {
        model.addAttribute("account", Row.of(accounts.findById(id).orElseThrow()));
        return "accounts/delete";
    }

    @PostMapping("/accounts/{id}/delete")
    @Needs(Permission.ADMINISTER)
    String delete(@PathVariable String id, RedirectAttributes flash) {
        var account = accounts.findById(id).orElseThrow();
        try {
            registration.delete(id);
            Notice.leave(flash, "notice.account.deleted", account.name());
            return "redirect:/accounts";
        } catch (Refusal.Impossible refused) {
            flash.addFlashAttribute("organizationProblem", FormProblem.of(refused));
            return "redirect:/accounts#organization";
        }
    }
}
