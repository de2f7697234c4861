package io.shisei.finding;

import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.refusal.Limits;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are wanted. An empty set does not restrict; several values of one set are alternatives.
 *
 * @param services as in the control's id
 * @param standards those whose controls count for the score of one of them
 * @param assignees who is to mend it
 * @param resourceArns the resource's id in the API
 * @param text found in the ARN, the name, the control's id or the reason, upper and lower case alike
 * @param overdue only what should have been mended by now, and is neither suppressed nor archived
 */
public record FindingFilter(
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

        boolean restricts() {
            return nobody || !names.isEmpty();
        }
    }

    /** Every active finding. */
    public static final FindingFilter ACTIVE = active(false);

    /** Every active finding that should have been mended by now, in one account or (null) in all. */
    public static FindingFilter overdue(@Nullable String accountId) {
        var overdue = active(true);
        return accountId == null ? overdue : overdue.ofAccount(accountId);
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
                Assignees.ANY,
                Set.of(RecordState.ACTIVE),
                Set.of(),
                Set.of(),
                null,
                overdue);
    }

    /** The same of one account. */
    public FindingFilter ofAccount(String accountId) {
        return new FindingFilter(
                Set.of(accountId),
                regions,
                controlIds,
                services,
                standards,
                severities,
                complianceStatuses,
                workflowStatuses,
                assignees,
                recordStates,
                resourceArns,
                resourceTypes,
                text,
                overdue);
    }

    /** @throws io.shisei.refusal.Refusal.Invalid when a value is empty or too long */
    public FindingFilter {
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
