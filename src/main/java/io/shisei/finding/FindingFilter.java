package io.shisei.finding;

import io.shisei.account.Circle;
import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.refusal.Limits;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are wanted. An empty set does not restrict; several values of one set are alternatives.
 *
 * @param ids those that somebody has picked one by one
 * @param services as in the control's id
 * @param standards those whose controls count for the score of one of them
 * @param assignees who is to mend it
 * @param resourceArns the resource's id in the API
 * @param text found as {@link io.shisei.finding.search.FindingSearch#seek} says, upper and lower case alike
 * @param overdue only what should have been mended by now, and is neither suppressed nor archived
 */
public record FindingFilter(
        Set<UUID> ids,
        Set<String> accountIds,
        Set<String> regions,
        Set<ControlId> controlIds,
        Set<String> services,
        Set<String> standards,
        Set<Severity> severities,
        Set<ComplianceStatus> complianceStatuses,
        Set<WorkflowStatus> workflowStatuses,
        Assignees assignees,
        Set<RecordState> recordStates,
        Set<String> resourceArns,
        Set<String> resourceTypes,
        @Nullable String text,
        boolean overdue) {

    /**
     * People, and nobody.
     *
     * @param nobody whether that to which nobody is assigned is wanted, too
     */
    public record Assignees(Set<String> names, boolean nobody) {

        /** The word for nobody. */
        public static final String NONE = "none";

        /** The word for who asks. */
        public static final String ME = "me";

        public static final Assignees ANY = new Assignees(Set.of(), false);

        /** Those that the words of an address mean, {@code none} and {@code me} among them; null: any. */
        public static Assignees of(@Nullable Set<String> words, String me) {
            if (words == null) {
                return ANY;
            }
            var names = words.stream()
                    .filter(word -> !word.equals(NONE))
                    .map(word -> word.equals(ME) ? me : word)
                    .collect(Collectors.toSet());
            return new Assignees(names, words.contains(NONE));
        }

        /** Whether it is one person, whose findings an index has in order. */
        public boolean isOne() {
            return names.size() == 1 && !nobody;
        }

        public boolean restricts() {
            return nobody || !names.isEmpty();
        }
    }

    /** Every active finding. */
    public static final FindingFilter ACTIVE = active(false);

    /** Every active finding that should have been mended by now. */
    public static FindingFilter overdue(Circle circle) {
        return active(true).ofAccounts(circle.chosen());
    }

    private static FindingFilter active(boolean overdue) {
        return new FindingFilter(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Assignees.ANY,
                Set.of(RecordState.ACTIVE),
                Set.of(),
                Set.of(),
                null,
                overdue);
    }

    /** The accounts that are meant. */
    public Circle circle() {
        return accountIds.isEmpty() ? Circle.ALL : new Circle(null, List.copyOf(accountIds), null, null);
    }

    /** The same of one account. */
    public FindingFilter ofAccount(String accountId) {
        return ofAccounts(Set.of(accountId));
    }

    private FindingFilter ofAccounts(Set<String> accounts) {
        return of(accounts, controlIds, text);
    }

    /** The same with another text. */
    public FindingFilter withText(@Nullable String wanted) {
        return of(accountIds, controlIds, wanted);
    }

    /** The same of one control, without its text. */
    public FindingFilter ofControl(ControlId control) {
        return of(accountIds, Set.of(control), null);
    }

    private FindingFilter of(Set<String> accounts, Set<ControlId> controls, @Nullable String wanted) {
        return new FindingFilter(
                ids,
                accounts,
                regions,
                controls,
                services,
                standards,
                severities,
                complianceStatuses,
                workflowStatuses,
                assignees,
                recordStates,
                resourceArns,
                resourceTypes,
                wanted,
                overdue);
    }

    /** Whether it finds nothing that passes and is resolved, as most findings are. */
    public boolean leavesOutSettled() {
        return overdue || !asksFor(ComplianceStatus.PASSED) || !asksFor(WorkflowStatus.RESOLVED);
    }

    /** Whether all that it finds is active and does not pass, or needs work yet. */
    public boolean findsUnsettledAlone() {
        return leavesOutSettled() && asksForActiveAlone();
    }

    /** Whether it finds findings of some status of work. */
    public boolean asksFor(WorkflowStatus status) {
        return workflowStatuses.isEmpty() || workflowStatuses.contains(status);
    }

    /** Whether it finds findings that say one of these. */
    public boolean asksFor(ComplianceStatus... any) {
        return complianceStatuses.isEmpty() || Stream.of(any).anyMatch(complianceStatuses::contains);
    }

    /** Whether it finds findings that are active and not suppressed, and fail or did when they were last known. */
    public boolean mayFail() {
        return asksFor(RecordState.ACTIVE)
                && asksFor(ComplianceStatus.FAILED, ComplianceStatus.WARNING, ComplianceStatus.NOT_AVAILABLE)
                && asksForOpen();
    }

    /** Whether there can be none: what is overdue neither passes nor is suppressed or archived. */
    public boolean contradictsItself() {
        return overdue && !mayFail();
    }

    /** Whether it finds findings that are not suppressed. */
    public boolean asksForOpen() {
        return !workflowStatuses.equals(Set.of(WorkflowStatus.SUPPRESSED));
    }

    /**
     * Whether what it finds of those that fail, or did, is little of any control, and an index has it: what one person is to mend,
     * is resolved, or is not known.
     */
    public boolean isOfFew() {
        return assignees.isOne() || asksForResolvedAlone() || asksForUnknownAlone();
    }

    private boolean asksForUnknownAlone() {
        return !complianceStatuses.isEmpty() && !asksFor(ComplianceStatus.PASSED, ComplianceStatus.FAILED);
    }

    /** Whether it finds none but findings that are resolved. */
    public boolean asksForResolvedAlone() {
        return workflowStatuses.equals(Set.of(WorkflowStatus.RESOLVED));
    }

    /** Whether it finds none but active findings. */
    public boolean asksForActiveAlone() {
        return recordStates.equals(Set.of(RecordState.ACTIVE));
    }

    public boolean asksFor(RecordState state) {
        return recordStates.isEmpty() || recordStates.contains(state);
    }

    /** Whether nothing else is asked for than statuses, controls in any way, and accounts. */
    public boolean ofControlsAndAccountsOnly() {
        return ids.isEmpty()
                && regions.isEmpty()
                && !assignees.restricts()
                && resourceArns.isEmpty()
                && resourceTypes.isEmpty()
                && text == null
                && !overdue;
    }

    /** @throws io.shisei.refusal.Refusal.Invalid when a value is empty or too long, or too many are picked */
    public FindingFilter {
        Limits.atMost("id", ids, Limits.PICKED);
        Limits.choices("accountId", accountIds);
        Limits.choices("region", regions);
        Limits.choices("controlId", controlIds);
        Limits.choices("service", services);
        Limits.choices("severity", severities);
        Limits.choices("complianceStatus", complianceStatuses);
        Limits.choices("workflowStatus", workflowStatuses);
        Limits.choices("assignee", assignees.names());
        Limits.choices("recordState", recordStates);
        Limits.choices("resourceId", resourceArns);
        Limits.choices("resourceType", resourceTypes);
        Limits.atMost("q", text, Limits.SEARCH);
    }
}
