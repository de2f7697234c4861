package io.shisei.dashboard.finding;

import io.shisei.account.Accounts;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.dashboard.Pick;
import io.shisei.dashboard.Places;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.FindingFilter.Assignees;
import io.shisei.finding.Findings;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.list.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the filters of the list of findings may be set to. */
@Component
class FindingChoices {

    /** A list of more names is not read; further ones can be written into the address. */
    private static final int PEOPLE = 100;

    private final Findings findings;
    private final Controls controls;
    private final Places places;

    FindingChoices(Findings findings, Controls controls, Places places) {
        this.findings = findings;
        this.controls = controls;
        this.places = places;
    }

    /** @param tally how many each would find; null: nobody knows */
    List<Pick> picks(FindingAddress filter, List<Accounts.Brief> accounts, @Nullable Tally tally, Locale locale) {
        var standards = controls.standards().stream().map(Standard::id).toList();
        var picks = new ArrayList<>(List.of(
                Pick.of(
                                "complianceStatus",
                                "compliance.",
                                List.of(ComplianceStatus.values()),
                                filter.complianceStatus())
                        .counting(counts(tally, Tally::byCompliance)),
                Pick.of("severity", "severity.", List.of(Severity.values()), filter.severity())
                        .counting(counts(tally, Tally::bySeverity)),
                Pick.plain("standardId", standards, filter.standardId()),
                Pick.of("workflowStatus", "workflow.", List.of(WorkflowStatus.values()), filter.workflowStatus()),
                assignees(filter),
                Pick.of("recordState", "record.", List.of(RecordState.values()), filter.recordState())));
        picks.addAll(places.picks(accounts, filter.accountId(), filter.region()));
        picks.add(controls(filter, tally, locale));
        return picks;
    }

    private Pick assignees(FindingAddress filter) {
        var words = List.of(Assignees.ME, Assignees.NONE);
        return Pick.worded("assignee", "assignee.", words, findings.assignees(PEOPLE), filter.assignee());
    }

    private Pick controls(FindingAddress filter, @Nullable Tally tally, Locale locale) {
        var titles = controls.all().stream()
                .collect(Collectors.toMap(
                        it -> it.id().value(), it -> it.id() + " " + it.title().in(locale)));
        var ids = controls.all().stream().map(Control::id).map(ControlId::value).toList();
        return Pick.plain("controlId", ids, FindingAddress.texts(filter.controlId()))
                .labelled(titles)
                .counting(counts(tally, Tally::byControl));
    }

    private static Map<String, Long> counts(@Nullable Tally tally, Function<Tally, Map<?, Long>> by) {
        return tally == null
                ? Map.of()
                : by.apply(tally).entrySet().stream()
                        .collect(Collectors.toMap(it -> it.getKey().toString(), Map.Entry::getValue));
    }
}
