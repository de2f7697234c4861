package io.shisei.dashboard.settings;

import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Notice;
import io.shisei.refusal.Refusal;
import io.shisei.sample.SampleAccount;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class SamplePages {
    private final SampleAccount sample;

    SamplePages(SampleAccount sample) {
        this.sample = sample;
    }

    @PostMapping("/sample/load")
    @Needs(Permission.ADMINISTER)
    String load(RedirectAttributes flash) {
        try {
            sample.load();
            return "redirect:/";
        } catch (Refusal.Conflict refused) {
            FormProblem.leave(flash, refused);
            return "redirect:/accounts";
        }
    }

    @PostMapping("/sample/remove")
    @Needs(Permission.ADMINISTER)
    String remove(RedirectAttributes flash) {
        sample.remove();
        Notice.leave(flash, "notice.sample.removed", "");
        return "redirect:/accounts";
    }

    /** Asked for again and again while the sample is loading; then the page is shown anew. */
    @GetPage("/sample/progress")
    String progress(HttpServletResponse response, Model model) {
        var progress = sample.progress();
        if (!progress.loading()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("sample", progress);
        return "parts :: sample-progress";
    }
}
