package io.shisei.dashboard.view;

import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Notice;
import io.shisei.refusal.Refusal;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.shisei.view.SavedViews;
import java.security.Principal;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ViewPages {
    private final SavedViews views;

    ViewPages(SavedViews views) {
        this.views = views;
    }

    @GetPage("/views")
    String list(Model model) {
        model.addAttribute("views", views.list());
        return "views/list";
    }

    @PostMapping("/views")
    @Needs(Permission.OPERATE)
    String save(@RequestParam String name, @RequestParam String address, Principal user, RedirectAttributes flash) {
        try {
            var saved = views.save(name, address, user.getName());
            Notice.leave(flash, "notice.view.saved", saved.name());
            return "redirect:" + saved.address();
        } catch (Refusal.Invalid refused) {
            FormProblem.leave(flash, refused);
            return "redirect:/views";
        }
    }

    @PostMapping("/views/{id}/delete")
    @Needs(Permission.OPERATE)
    String delete(@PathVariable UUID id, RedirectAttributes flash) {
        views.delete(id);
        Notice.leave(flash, "notice.view.deleted", "");
        return "redirect:/views";
    }
}
