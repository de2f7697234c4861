package io.shisei.dashboard.settings;

import io.shisei.dashboard.GetPage;
import io.shisei.database.Retention;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;

@Controller
class RetentionPages {
    private final Retention retention;

    RetentionPages(Retention retention) {
        this.retention = retention;
    }

    @GetPage("/retention")
    String list(Model model) {
        model.addAttribute("kinds", retention.kept().stream().map(KeptView::of).toList());
        return "settings/retention";
    }
}
