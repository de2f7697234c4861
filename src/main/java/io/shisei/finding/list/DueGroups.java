package io.shisei.finding.list;

import io.shisei.control.Control;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.search.SoughtFindings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The groups of a list that is sorted by when findings are to be mended: those with a deadline, and all others. */
final class DueGroups {

    private static final String FAILING = "f.workflow_status <> 'SUPPRESSED' and f.failing_since is not null";

    private static final String ACTIVE = "f.record_state = 'ACTIVE' and ";

    private static final String HAS_DEADLINE = FAILING + """
             and exists (
                select from %s
                where d.control_id = f.control_id and %s)
            """.formatted(Reading.DEADLINES, Reading.OF_ACCOUNT);

    private final SoughtFindings sought;
    private final FindingFilter filter;

    DueGroups(SoughtFindings sought) {
        this.sought = sought;
        this.filter = sought.filter();
    }

    /** A control's time; account null: where no account has its own. */
    private record Due(String control, @Nullable String account, int days) {}

    List<Group> soonestFirst() {
        var own = own();
        var due = Stream.concat(
                        filter.accountIds().isEmpty() ? due(null) : Stream.of(),
                        own.stream().flatMap(this::due))
                .toList();
        Map<String, Object> parameters = Map.of(
                "due_of", due.stream().map(Due::control).toArray(String[]::new),
                "due_in", due.stream().map(Due::account).toArray(String[]::new),
                "due_days", due.stream().map(Due::days).toArray(Integer[]::new),
                "due_own", own.toArray(String[]::new),
                "due_before", filter.overdue() ? sought.clock().instant().toString() : "infinity");
        var groups = new ArrayList<Group>();
        if (filter.mayFail()) {
            groups.add(new Group(0, ACTIVE + FAILING + notPassed(), parameters, reading(), true));
        }
        if (!filter.overdue()) { // which only what has a deadline is
            groups.add(new FewControls(sought)
                    .newest(1, "not (" + hasDeadline() + ")")
                    .with(parameters));
        }
        return groups;
    }

    /** Of what is resolved, which an index has so. */
    private String notPassed() {
        return filter.asksForResolvedAlone() ? " and f.compliance_status <> 'PASSED'" : "";
    }

    /** Without what the filter says already, so that indexes that do not have it suffice. */
    private String hasDeadline() {
        return filter.asksForActiveAlone() ? HAS_DEADLINE : ACTIVE + HAS_DEADLINE;
    }

    /** A common text is compared in all sooner than in each control of many accounts. */
    private Reading reading() {
        return sought.isOfFew() || sought.common() && filter.accountIds().size() > SoughtFindings.FEW_ACCOUNTS
                ? Reading.DUE_AMONG
                : Reading.DUE;
    }

    /** Accounts that are asked for are read each by itself, as are those that have deadlines of their own. */
    private Collection<String> own() {
        return filter.accountIds().isEmpty() ? sought.times().accounts() : new HashSet<>(filter.accountIds());
    }

    private Stream<Due> due(@Nullable String account) {
        return sought.controls().all().stream()
                .filter(control -> sought.lets(control.id()))
                .flatMap(control -> due(control, account));
    }

    private Stream<Due> due(Control control, @Nullable String account) {
        var time = sought.times().of(control.id(), control.severity(), account);
        return time == null ? Stream.of() : Stream.of(new Due(control.id().value(), account, (int) time.toDays()));
    }
}
