package io.shisei.dashboard.finding;

import io.shisei.control.Control;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.NextPage;
import io.shisei.dashboard.Pick;
import io.shisei.dashboard.Places;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Findings;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import io.shisei.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class FindingPages {
    private final Findings findings;
    private final Controls controls;
    private final Places places;
    private final Clock clock;

    FindingPages(Findings findings, Controls controls, Places places, Clock clock) {
        this.findings = findings;
        this.controls = controls;
        this.places = places;
        this.clock = clock;
    }

    @GetPage("/findings")
    String list(
            @ModelAttribute("filter") FindingAddress filter,
            @RequestParam(required = false) @Nullable String pageToken,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean more,
            HttpServletRequest request,
            Model model) {
        var page = findings.list(filter.toFilter(), new PageRequest(PageRequest.DEFAULT_SIZE, pageToken));
        model.addAttribute("page", page);
        model.addAttribute("now", clock.instant());
        model.addAttribute("next", NextPage.of(request, page.nextPageToken()));
        if (more) {
            return "findings/list :: rows";
        }
        model.addAttribute("picks", picks(filter));
        model.addAttribute("exports", ExportLink.of(request));
        model.addAttribute("continued", pageToken != null);
        return "findings/list";
    }

    private List<Pick> picks(FindingAddress filter) {
        var ids = controls.all().stream().map(Control::id).map(Object::toString).toList();
        var standards = controls.standards().stream().map(Standard::id).toList();
        var picks = new ArrayList<>(List.of(
                Pick.of(
                        "complianceStatus",
                        "compliance.",
                        List.of(ComplianceStatus.values()),
                        filter.complianceStatus()),
                Pick.of("severity", "severity.", List.of(Severity.values()), filter.severity()),
                Pick.plain("standardId", standards, filter.standardId()),
                Pick.of("workflowStatus", "workflow.", List.of(WorkflowStatus.values()), filter.workflowStatus()),
                Pick.of("recordState", "record.", List.of(RecordState.values()), filter.recordStates())));
        picks.addAll(places.picks(filter.accountId(), filter.region()));
        picks.add(Pick.plain("controlId", ids, FindingAddress.texts(filter.controlId())));
        return picks;
    }
}
