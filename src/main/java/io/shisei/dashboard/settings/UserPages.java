package io.shisei.dashboard.settings;

import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Notice;
import io.shisei.refusal.Refusal;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.shisei.security.Role;
import io.shisei.security.user.Users;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class UserPages {
    private static final String LIST = "redirect:/users";

    /** The password that was made up, on the next page alone. */
    private static final String GIVEN = "given";

    private final Users users;

    UserPages(Users users) {
        this.users = users;
    }

    /** Somebody to be let in, as typed; looking is the least that one may. */
    record UserForm(@Nullable String username, @Nullable Role role) {
        static final UserForm EMPTY = new UserForm(null, Role.READER);

        String name() {
            return username == null ? "" : username.strip();
        }

        Role chosen() {
            return role == null ? Role.READER : role;
        }
    }

    @GetPage("/users")
    @Needs(Permission.ADMINISTER)
    String list(Model model) {
        model.addAttribute("people", users.list());
        model.addAttribute("roles", Role.values());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", UserForm.EMPTY);
        }
        return "settings/users";
    }

    @PostMapping("/users")
    @Needs(Permission.ADMINISTER)
    String add(@ModelAttribute("form") UserForm form, Principal user, RedirectAttributes flash) {
        try {
            flash.addFlashAttribute(GIVEN, users.add(form.name(), form.chosen(), user.getName()));
        } catch (Refusal.Invalid refused) {
            FormProblem.leave(flash, refused, form);
        }
        return LIST;
    }

    @GetPage("/users/{username}")
    @Needs(Permission.ADMINISTER)
    String show(@PathVariable String username, Principal user, Model model) {
        model.addAttribute("person", users.get(username));
        model.addAttribute("roles", Role.values());
        model.addAttribute("own", username.equals(user.getName()));
        model.addAttribute("fixed", users.followsEnvironment(username));
        return "settings/user";
    }

    @PostMapping("/users/{username}/role")
    @Needs(Permission.ADMINISTER)
    String changeRole(
            @PathVariable String username, @RequestParam Role role, Principal user, RedirectAttributes flash) {
        return change(username, flash, () -> {
            users.changeRole(username, role, user.getName());
            Notice.leave(flash, "notice.user.changed", username);
        });
    }

    @PostMapping("/users/{username}/password")
    @Needs(Permission.ADMINISTER)
    String givePassword(@PathVariable String username, Principal user, RedirectAttributes flash) {
        return change(
                username, flash, () -> flash.addFlashAttribute(GIVEN, users.givePassword(username, user.getName())));
    }

    @PostMapping("/users/{username}/remove")
    @Needs(Permission.ADMINISTER)
    String remove(@PathVariable String username, Principal user, RedirectAttributes flash) {
        return change(username, flash, () -> {
            users.remove(username, user.getName());
            Notice.leave(flash, "notice.user.removed", username);
        });
    }

    private static String change(String username, RedirectAttributes flash, Runnable change) {
        try {
            change.run();
            return LIST;
        } catch (Refusal.Invalid | Refusal.Forbidden refused) {
            FormProblem.leave(flash, refused);
            flash.addAttribute("username", username);
            return "redirect:/users/{username}";
        }
    }
}
