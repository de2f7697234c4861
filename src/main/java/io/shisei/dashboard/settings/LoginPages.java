package io.shisei.dashboard.settings;

import io.shisei.security.Needs;
import io.shisei.security.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class LoginPages {
    @GetMapping("/login")
    @Needs(Permission.COME_IN)
    String login(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String logout,
            @RequestParam(required = false) @Nullable String changed,
            Model model) {
        model.addAttribute("refused", error != null);
        model.addAttribute("loggedOut", logout != null);
        model.addAttribute("passwordChanged", changed != null);
        return "login";
    }
}
