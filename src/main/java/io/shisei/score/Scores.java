package io.shisei.score;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.database.Instants;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** How controls and standards are kept now, in one account or (null) in all that are not retired. */
@Repository
public class Scores {

    private static final TypeReference<List<Gap>> GAPS = new TypeReference<>() {};

    private static final String BY_CONTROL = """
            with counting as (
                select id from account
                where case when :account::text is null then retired_at is null else id = :account end
            ), counted as (
                select control_id,
                       count(*) filter (where compliance_status = 'PASSED' and not suppressed) as passed,
                       count(*) filter (where compliance_status = 'FAILED' and not suppressed) as failed,
                       count(*) filter (where compliance_status in ('WARNING', 'NOT_AVAILABLE') and not suppressed)
                           as unknown,
                       count(*) filter (where suppressed) as suppressed
                from (select control_id, compliance_status, workflow_status = 'SUPPRESSED' as suppressed from finding
                      where record_state = 'ACTIVE' and account_id in (select id from counting)) as active
                group by control_id
            ), evaluated as (
                select control_id, max(at) as at, coalesce(jsonb_agg(distinct gap) filter (where gap is not null), '[]') as gaps
                from evaluation where account_id in (select id from counting)
                group by control_id
            )
            select control_id, coalesce(passed, 0) as passed, coalesce(failed, 0) as failed,
                   coalesce(unknown, 0) as unknown, coalesce(suppressed, 0) as suppressed, at, coalesce(gaps, '[]') as gaps
            from counted full join evaluated using (control_id)
            """;

    /** Each check as it was last made. */
    private static final String COVERAGE = """
            select coverage_share(count(*) filter (where complete), count(*))
            from evaluation join account a on a.id = account_id
            where case when :account::text is null then a.retired_at is null else a.id = :account end
            """;

    private static final String UNREAD = """
            select account_id, scan_id, count(*) as checks
            from evaluation join account a on a.id = account_id
            where case when :account::text is null then a.retired_at is null else a.id = :account end and not complete
            group by account_id, scan_id
            order by checks desc, account_id, scan_id
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Controls controls;

    Scores(JdbcClient jdbc, Controls controls) {
        this.jdbc = jdbc;
        this.controls = controls;
    }

    /** Every control of the catalogue, sorted by id. */
    public Map<ControlId, ControlScore> controls(@Nullable String accountId) {
        var counted = new TreeMap<ControlId, Counted>();
        jdbc.sql(BY_CONTROL)
                .param("account", accountId)
                .query(Scores::counted)
                .list()
                .forEach(row -> counted.put(row.control(), row));
        var scores = new TreeMap<ControlId, ControlScore>();
        controls.settings().forEach((id, setting) -> {
            var row = counted.getOrDefault(id, Counted.nothing(id));
            var status = setting.enabled() ? row.status() : ControlStatus.DISABLED;
            scores.put(id, new ControlScore(id, status, row.counts(), row.gaps(), row.at()));
        });
        return scores;
    }

    /** @throws java.util.NoSuchElementException when there is no such standard */
    public StandardScore standard(String standardId, @Nullable String accountId) {
        var standard = controls.standards().stream()
                .filter(candidate -> candidate.id().equals(standardId))
                .findFirst()
                .orElseThrow();
        var now = controls(accountId);
        var statuses = new EnumMap<ControlStatus, Integer>(ControlStatus.class);
        Stream.of(ControlStatus.values()).forEach(status -> statuses.put(status, 0));
        standard.controls().forEach(id -> statuses.merge(status(now, id), 1, Integer::sum));
        return new StandardScore(standardId, score(statuses), statuses, severities(standard, now), coverage(accountId));
    }

    /** The status of a control that a standard names; NO_DATA when we cannot judge it yet. */
    static ControlStatus status(Map<ControlId, ControlScore> now, ControlId id) {
        var score = now.get(id);
        return score == null ? ControlStatus.NO_DATA : score.status();
    }

    private static @Nullable Integer score(Map<ControlStatus, Integer> statuses) {
        int passed = statuses.getOrDefault(ControlStatus.PASSED, 0);
        int judged = passed
                + statuses.getOrDefault(ControlStatus.FAILED, 0)
                + statuses.getOrDefault(ControlStatus.UNKNOWN, 0);
        return judged == 0 ? null : (int) Math.round(100.0 * passed / judged);
    }

    private Map<Severity, StandardScore.BySeverity> severities(Standard standard, Map<ControlId, ControlScore> now) {
        var severities = new EnumMap<Severity, StandardScore.BySeverity>(Severity.class);
        for (var severity : Severity.values()) {
            var enabled = controls.all().stream()
                    .filter(control -> control.severity() == severity)
                    .map(Control::id)
                    .filter(standard.controls()::contains)
                    .filter(id -> status(now, id) != ControlStatus.DISABLED)
                    .toList();
            var failed = enabled.stream()
                    .filter(id -> status(now, id) == ControlStatus.FAILED)
                    .count();
            var findings = now.values().stream()
                    .filter(score -> enabled.contains(score.control()))
                    .mapToLong(score -> score.counts().failed())
                    .sum();
            severities.put(severity, new StandardScore.BySeverity((int) failed, enabled.size(), findings));
        }
        return severities;
    }

    @Nullable
    Double coverage(@Nullable String accountId) {
        return jdbc.sql(COVERAGE)
                .param("account", accountId)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Double.class)))
                .single()
                .orElse(null);
    }

    /** The scans that left most of what coverage lacks, {@code limit} of them at most, the worst first. */
    public List<Unread> unread(@Nullable String accountId, int limit) {
        return jdbc.sql(UNREAD)
                .param("account", accountId)
                .param("limit", limit)
                .query((row, number) -> new Unread(
                        row.getString("account_id"), row.getObject("scan_id", UUID.class), row.getLong("checks")))
                .list();
    }

    private static Counted counted(ResultSet row, int number) throws SQLException {
        return new Counted(
                new ControlId(row.getString("control_id")),
                new Counts(
                        row.getLong("passed"),
                        row.getLong("failed"),
                        row.getLong("unknown"),
                        row.getLong("suppressed")),
                Json.read(row.getString("gaps"), GAPS),
                Instants.readOrNull(row, "at"));
    }

    private record Counted(
            ControlId control,
            Counts counts,
            List<Gap> gaps,
            @Nullable Instant at) {

        static Counted nothing(ControlId control) {
            return new Counted(control, Counts.NONE, List.of(), null);
        }

        ControlStatus status() {
            if (counts.failed() > 0) {
                return ControlStatus.FAILED;
            }
            if (counts.unknown() > 0 || !gaps.isEmpty()) {
                return ControlStatus.UNKNOWN;
            }
            if (counts.passed() > 0) {
                return ControlStatus.PASSED;
            }
            return at == null || counts.suppressed() > 0 ? ControlStatus.NO_DATA : ControlStatus.PASSED;
        }
    }
}
