package io.shisei.finding.history;

/** The {@link MoveCause} of changes as SQL finds it; null where no count changes. */
public final class CauseSql {

    /** Of a row of what a reconciliation changes, whose finding {@code was} and {@code became} counted so. */
    public static final String OF_CHANGE = """
            case when was = became then null
                 when became = 'NONE' then
                     case when archive_reason = 'RESOURCE_GONE' then 'GONE_RESOURCE'
                          when tuned then 'CONTROL_TUNED'
                          else 'APPLIES_NO_MORE' end
                 when was = 'NONE' then
                     case when old_archive_reason = 'RESOURCE_GONE' then 'NEW_RESOURCE'
                          when old_archive_reason = 'CONTROL_DISABLED' then 'CONTROL_SWITCHED_ON'
                          when old_archive_reason = 'CONTROL_REMOVED' then 'CONTROL_ADDED'
                          when old_archive_reason in ('REGION_NOT_WATCHED', 'ACCOUNT_RETIRED') then 'INTO_SIGHT'
                          when old_archive_reason is null and not place_known then 'INTO_SIGHT'
                          when old_archive_reason is null and first_look then
                              case when switched_on then 'CONTROL_SWITCHED_ON' else 'CONTROL_ADDED' end
                          when old_archive_reason is null and not resource_known then 'NEW_RESOURCE'
                          when tuned then 'CONTROL_TUNED'
                          else 'APPLIES' end
                 when became = 'UNKNOWN' then 'COVERAGE_LOST'
                 when was = 'UNKNOWN' and coalesce(old_verdict, became) = became then 'COVERAGE_GAINED'
                 when tuned and resource_change is null then 'CONTROL_TUNED'
                 when became = 'PASSED' then 'FIXED'
                 else 'NEWLY_FAILING' end
            """;

    /** Of {@code why} something active is looked at no more. */
    public static final String OF_LOST_SIGHT = """
            case why when 'CONTROL_DISABLED' then 'CONTROL_SWITCHED_OFF'
                     when 'CONTROL_REMOVED' then 'CONTROL_REMOVED'
                     else 'OUT_OF_SIGHT' end
            """;

    /** Where a rule changes the workflow, or what became of it ({@code :left}, a rule's effect). */
    public static final String OF_RULE = """
            case when was = became then null
                 when became = 'SUPPRESSED' then 'SUPPRESSED'
                 when :left = 'EXPIRED' then 'SUPPRESSION_EXPIRED'
                 else 'UNSUPPRESSED' end
            """;

    /** Where a person does. */
    public static final String OF_PERSON = """
            case when was = became then null
                 when became = 'SUPPRESSED' then 'SUPPRESSED'
                 else 'UNSUPPRESSED' end
            """;

    private CauseSql() {}
}
