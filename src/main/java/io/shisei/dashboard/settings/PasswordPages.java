package io.shisei.dashboard.settings;

import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.refusal.Refusal;
import io.shisei.security.Needs;
import io.shisei.security.OwnPassword;
import io.shisei.security.Permission;
import io.shisei.security.user.Users;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class PasswordPages {
    private final OwnPassword own;
    private final Users users;

    PasswordPages(OwnPassword own, Users users) {
        this.own = own;
        this.users = users;
    }

    @GetPage("/password")
    String ask(Principal user, Model model) {
        model.addAttribute("fewest", Users.SHORTEST_PASSWORD);
        model.addAttribute("fixed", users.followsEnvironment(user.getName()));
        return "settings/password";
    }

    @PostMapping("/password")
    @Needs(Permission.READ)
    String change(
            @RequestParam String present,
            @RequestParam String password,
            Principal user,
            HttpServletRequest request,
            RedirectAttributes flash)
            throws ServletException {
        try {
            own.change(user.getName(), present, password, request.getRemoteAddr());
        } catch (Refusal.Invalid | Refusal.Forbidden refused) {
            FormProblem.leave(flash, refused);
            return "redirect:/password";
        }
        request.logout();
        return "redirect:/login?changed";
    }
}
