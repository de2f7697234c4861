package io.shisei.dashboard.settings;

import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Notice;
import io.shisei.refusal.Refusal;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.shisei.security.Tokens;
import io.shisei.security.user.Users;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class SettingsPages {
    private final Tokens tokens;
    private final Users users;

    SettingsPages(Tokens tokens, Users users) {
        this.tokens = tokens;
        this.users = users;
    }

    @GetPage("/settings")
    String settings(Principal user, Model model) {
        model.addAttribute("person", users.get(user.getName()));
        model.addAttribute("tokens", tokens.of(user));
        return "settings/settings";
    }

    @PostMapping("/settings/tokens")
    @Needs(Permission.READ)
    String issue(@RequestParam(required = false) @Nullable String name, Principal user, RedirectAttributes flash) {
        try {
            // The only moment at which the secret can be shown.
            flash.addFlashAttribute("issued", tokens.issue(name == null ? "" : name.strip(), user.getName()));
        } catch (Refusal.Invalid refused) {
            FormProblem.leave(flash, refused);
        }
        return "redirect:/settings#tokens";
    }

    @PostMapping("/settings/tokens/{id}/revoke")
    @Needs(Permission.READ)
    String revoke(@PathVariable UUID id, Principal user, RedirectAttributes flash) {
        tokens.revoke(id, user);
        Notice.leave(flash, "notice.token.revoked", "");
        return "redirect:/settings#tokens";
    }
}
