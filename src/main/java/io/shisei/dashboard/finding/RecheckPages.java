package io.shisei.dashboard.finding;

import io.shisei.dashboard.FormProblem;
import io.shisei.dashboard.Notice;
import io.shisei.finding.Finding;
import io.shisei.finding.Findings;
import io.shisei.finding.RecordState;
import io.shisei.refusal.Refusal;
import io.shisei.scan.recheck.Recheck;
import io.shisei.scan.recheck.Rechecks;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import java.security.Principal;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class RecheckPages {
    private final Rechecks rechecks;
    private final Findings findings;

    RecheckPages(Rechecks rechecks, Findings findings) {
        this.rechecks = rechecks;
        this.findings = findings;
    }

    @PostMapping("/findings/{id}/recheck")
    @Needs(Permission.OPERATE)
    String recheck(@PathVariable UUID id, Principal user, RedirectAttributes flash) {
        try {
            var recheck = rechecks.recheck(id, user.getName());
            Notice.leave(flash, notice(recheck, findings.find(id).orElseThrow()), "");
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            flash.addFlashAttribute("recheckProblem", FormProblem.of(refused));
        }
        return "redirect:/findings/" + id;
    }

    @PostMapping("/resources/{id}/recheck")
    @Needs(Permission.OPERATE)
    String recheckResource(@PathVariable UUID id, Principal user, RedirectAttributes flash) {
        try {
            Notice.leave(flash, notice(rechecks.recheckResource(id, user.getName())), "");
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            flash.addFlashAttribute("recheckProblem", FormProblem.of(refused));
        }
        return "redirect:/resources/" + id;
    }

    private static String notice(Recheck recheck) {
        return switch (recheck.outcome()) {
            case GONE -> "notice.recheck.gone";
            case UNSEEN -> "notice.recheck.resourceUnseen";
            case READ -> "notice.recheck.read";
        };
    }

    private static String notice(Recheck recheck, Finding finding) {
        return switch (recheck.outcome()) {
            case GONE -> "notice.recheck.gone";
            case UNSEEN -> "notice.recheck.unseen";
            case READ ->
                finding.recordState() == RecordState.ARCHIVED ? "notice.recheck.notApplicable" : notice(finding);
        };
    }

    private static String notice(Finding finding) {
        return switch (finding.complianceStatus()) {
            case PASSED -> "notice.recheck.passed";
            case FAILED -> "notice.recheck.failed";
            case WARNING, NOT_AVAILABLE -> "notice.recheck.unknown";
        };
    }
}
