package io.shisei.dashboard;

import io.shisei.account.AccessRefused;
import io.shisei.account.Organization;
import io.shisei.account.OrganizationSettings.UnknownOu;
import io.shisei.account.Organizations;
import io.shisei.account.Organizations.SyncRunning;
import io.shisei.account.SyncCounts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The part of the accounts page that is about AWS Organizations. */
@Controller
class OrganizationPart {
    private static final String PLACE = "redirect:/accounts#organization";

    private final Organizations organizations;

    OrganizationPart(Organizations organizations) {
        this.organizations = organizations;
    }

    /** How keeping up with the organization goes. */
    record View(
            @Nullable Instant syncedAt,
            @Nullable SyncCounts counts,
            @Nullable String problem) {
        static View of(Organization it) {
            return new View(
                    it.syncedAt().orElse(null),
                    it.counts().orElse(null),
                    it.problem().orElse(null));
        }
    }

    @PostMapping("/organization")
    String follow(@ModelAttribute("organizationForm") OrganizationForm form, RedirectAttributes flash) {
        try {
            organizations.follow(form.toSettings());
            return sync(flash);
        } catch (OrganizationForm.Unreadable refused) {
            return back(refused.problem(), form, flash);
        } catch (AccessRefused | UnknownOu refused) {
            return back(problem(refused), form, flash);
        }
    }

    @PostMapping("/organization/sync")
    String sync(RedirectAttributes flash) {
        try {
            var counts = organizations.sync();
            Notice.leave(flash, "notice.organization.synced", String.valueOf(counts.found()));
        } catch (AccessRefused | UnknownOu | SyncRunning refused) {
            flash.addFlashAttribute("organizationProblem", problem(refused));
        }
        return PLACE;
    }

    @PostMapping("/organization/forget")
    String forget(RedirectAttributes flash) {
        organizations.forget();
        Notice.leave(flash, "notice.organization.forgotten", "");
        return PLACE;
    }

    private static Problem problem(RuntimeException refused) {
        var detail = String.valueOf(refused.getMessage());
        return switch (refused) {
            case AccessRefused it -> new Problem("problem.access", detail, null, null);
            case UnknownOu it -> new Problem("problem.unit", detail, it.field(), null);
            case SyncRunning it -> new Problem("problem.syncing", detail, null, null);
            default -> throw refused;
        };
    }

    private static String back(Problem problem, OrganizationForm form, RedirectAttributes flash) {
        flash.addFlashAttribute("organizationProblem", problem);
        flash.addFlashAttribute("organizationForm", form);
        return PLACE;
    }
}
