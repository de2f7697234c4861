package io.shisei.dashboard.account;

import io.shisei.account.organization.Organization;
import io.shisei.account.organization.Organizations;
import io.shisei.account.organization.SyncCounts;
import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Notice;
import io.shisei.refusal.Refusal;
import io.shisei.refusal.Told;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page about AWS Organizations. */
@Controller
class OrganizationPages {
    private static final String PLACE = "redirect:/organization";

    private final Organizations organizations;

    OrganizationPages(Organizations organizations) {
        this.organizations = organizations;
    }

    /** How keeping up with the organization goes. */
    record View(
            @Nullable Instant syncedAt,
            @Nullable SyncCounts counts,
            @Nullable Told problem) {
        static View of(Organization it) {
            return new View(
                    it.syncedAt().orElse(null),
                    it.counts().orElse(null),
                    it.problem().orElse(null));
        }
    }

    @GetPage("/organization")
    String show(Model model) {
        var organization = organizations.find();
        model.addAttribute("organization", organization.map(View::of).orElse(null));
        if (!model.containsAttribute("form")) {
            model.addAttribute(
                    "form",
                    organization.map(it -> OrganizationForm.of(it.settings())).orElse(OrganizationForm.NEW));
        }
        return "accounts/organization";
    }

    @PostMapping("/organization")
    @Needs(Permission.ADMINISTER)
    String follow(@ModelAttribute("form") OrganizationForm form, RedirectAttributes flash) {
        try {
            organizations.follow(form.toSettings());
            return sync(flash);
        } catch (Refusal refused) {
            leave(flash, refused);
            flash.addFlashAttribute("form", form);
            return PLACE;
        }
    }

    @PostMapping("/organization/sync")
    @Needs(Permission.ADMINISTER)
    String sync(RedirectAttributes flash) {
        try {
            var counts = organizations.sync();
            Notice.leave(flash, "notice.organization.synced", String.valueOf(counts.found()));
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            leave(flash, refused);
        }
        return PLACE;
    }

    @PostMapping("/organization/forget")
    @Needs(Permission.ADMINISTER)
    String forget(RedirectAttributes flash) {
        organizations.forget();
        Notice.leave(flash, "notice.organization.forgotten", "");
        return PLACE;
    }

    private static void leave(RedirectAttributes flash, Refusal refused) {
        flash.addFlashAttribute(FormProblem.ATTRIBUTE, OrganizationForm.problem(refused));
    }
}
