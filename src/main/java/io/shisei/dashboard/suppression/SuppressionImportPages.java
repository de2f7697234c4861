package io.shisei.dashboard.suppression;

import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.GetPage;
import io.shisei.refusal.Refusal;
import io.shisei.score.DayZone;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.shisei.suppression.ImportReport;
import io.shisei.suppression.SuppressionImports;
import io.shisei.suppression.foreign.ForeignFormat;
import java.security.Principal;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where rules of other products are taken. */
@Controller
class SuppressionImportPages {
    private final SuppressionImports imports;
    private final DayZone days;

    SuppressionImportPages(SuppressionImports imports, DayZone days) {
        this.imports = imports;
        this.days = days;
    }

    /** As people fill it in; {@code expiresAt} is the last day, in the zone of days. */
    record ImportForm(
            @Nullable ForeignFormat format,
            @Nullable String text,
            @Nullable String reason,
            @Nullable String owner,
            @Nullable String expiresAt,
            @Nullable String reviewOn) {

        SuppressionImports.Order order(ZoneId zone) {
            return new SuppressionImports.Order(
                    format == null ? ForeignFormat.SECURITY_HUB : format,
                    text == null ? "" : text,
                    reason == null ? "" : reason.strip(),
                    owner == null ? "" : owner.strip(),
                    FormDates.endOf("expiresAt", expiresAt, zone, null),
                    FormDates.day("reviewOn", reviewOn));
        }
    }

    @GetPage("/suppressions/import")
    @Needs(Permission.OPERATE)
    String show(Principal user, Model model) {
        model.addAttribute("formats", ForeignFormat.values());
        model.addAttribute("most", SuppressionImports.TEXT);
        model.addAttribute("zone", days.zone());
        if (!model.containsAttribute("form")) {
            model.addAttribute(
                    "form", new ImportForm(ForeignFormat.SECURITY_HUB, null, null, user.getName(), null, null));
        }
        return "suppressions/import";
    }

    @PostMapping("/suppressions/import/check")
    @Needs(Permission.READ)
    String check(@ModelAttribute("form") ImportForm form, RedirectAttributes flash) {
        flash.addFlashAttribute("form", form);
        return report(form, imports::check, flash);
    }

    @PostMapping("/suppressions/import")
    @Needs(Permission.OPERATE)
    String run(@ModelAttribute("form") ImportForm form, Principal user, RedirectAttributes flash) {
        flash.addFlashAttribute("imported", true);
        return report(form, order -> imports.run(order, user.getName()), flash);
    }

    private String report(
            ImportForm form, Function<SuppressionImports.Order, ImportReport> read, RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("report", read.apply(form.order(days.zone())));
        } catch (Refusal.Invalid refused) {
            FormProblem.leave(flash, refused, form);
        }
        return "redirect:/suppressions/import";
    }
}
