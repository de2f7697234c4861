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
import io.shisei.finding.FindingFilter.Assignees;
import io.shisei.finding.Findings;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import io.shisei.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
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
    /** A list of more names is not read; further ones can be written into the address. */
    private static final int PEOPLE = 100;

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
            Principal user,
            Model model) {
        var page = findings.list(filter.toFilter(user.getName()), new PageRequest(PageRequest.DEFAULT_SIZE, pageToken));
        model.addAttribute("page", page);
        model.addAttribute("now", clock.instant());
        model.addAttribute("next", NextPage.of(request, page.nextPageToken()));
        if (more) {
            return "findings/list :: rows";
        }
        model.addAttribute("picks", picks(filter));
        model.addAttribute("exports", ExportLink.of(request));
        model.addAttribute(
                "change",
                FindingAddress.of(request, "/findings/change").build(true).toUriString());
        model.addAttribute("continued", pageToken != null);
        return "findings/list";
    }

    private Pick assignees(FindingAddress filter) {
        var words = List.of(Assignees.ME, Assignees.NONE);
        return Pick.worded("assignee", "assignee.", words, findings.assignees(PEOPLE), filter.assignee());
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
                assignees(filter),
                Pick.of("recordState", "record.", List.of(RecordState.values()), filter.recordStates())));
        picks.addAll(places.picks(filter.accountId(), filter.region()));
        picks.add(Pick.plain("controlId", ids, FindingAddress.texts(filter.controlId())));
        return picks;
    }
}
