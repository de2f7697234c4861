package io.shisei.finding;

import io.shisei.control.ControlId;
import io.shisei.database.Instants;
import io.shisei.database.Series;
import io.shisei.inventory.Gap;
import io.shisei.inventory.ResourceType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the findings agree with what a scan read of one service in one region, writing only what changed. A finding
 * whose resource was not seen is archived only when the type was listed completely; otherwise it becomes a warning.
 */
@Component
public class Reconciliation {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final DataSource dataSource;

    Reconciliation(JdbcClient jdbc, JdbcTemplate template, DataSource dataSource) {
        this.jdbc = jdbc;
        this.template = template;
        this.dataSource = dataSource;
    }

    /**
     * What was read, and how.
     *
     * @param judged by type that was to be listed, the controls that judged it
     * @param unlisted the types that could not be listed completely
     */
    public record Order(
            Harvest harvest,
            Map<ResourceType, List<ControlId>> judged,
            Map<ResourceType, Gap> unlisted,
            UUID scanId,
            Instant at) {}

    /**
     * What was read and what came of it, repeated listings of a resource counted once.
     *
     * @param evaluations how many times a control judged a resource, inapplicable ones counted
     */
    public record Result(long resources, long evaluations, Moved moved, List<Missing> missing) {}

    /**
     * How many findings became FAILED, and how many ceased to be, from verdict to verdict: losing sight of a resource
     * is neither, and what a finding said before counts when it is seen again.
     */
    public record Moved(long opened, long closed) {}

    /** A gap that {@code resources} of a type have, in any of {@code fields}. */
    public record Missing(String type, Gap gap, Set<String> fields, long resources) {}

    private record Read(long resources, long evaluations) {}

    /** Whether any control ever found something in this region that it judged. */
    public boolean knows(String accountId, String region, Map<ResourceType, List<ControlId>> judged) {
        var checks = Checks.of(judged, judged.keySet());
        return jdbc.sql("""
                        select exists (
                            select from finding f join resource r on r.id = f.resource_id
                            where f.account_id = :account and f.region = :region
                              and (f.control_id, r.type) in (select * from unnest(:controls::text[], :types::text[])))
                        """)
                .param("account", accountId)
                .param("region", region)
                .param("controls", checks.controls())
                .param("types", checks.types())
                .query(Boolean.class)
                .single();
    }

    /** Runs in the caller's transaction, which is the scan's checkpoint. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Result reconcile(Order order) {
        Series.TRANSITION.ensureMonth(jdbc, order.at());
        FindingLock.take(jdbc, order.harvest().accountId(), order.harvest().region());
        stage(order.harvest());
        jdbc.sql(ReconciliationSql.DROP_REPEATED).update();
        findChanges(order);
        run(ReconciliationSql.KEEP_RESOURCES, order);
        run(ReconciliationSql.MARK_GONE, order);
        run(ReconciliationSql.UPDATE_FINDINGS, order);
        run(ReconciliationSql.INSERT_FINDINGS, order);
        run(ReconciliationSql.APPEND_TRANSITIONS, order);
        return result();
    }

    private Result result() {
        var read = jdbc.sql(ReconciliationSql.COUNT_READ).query(Read.class).single();
        var moved = jdbc.sql(ReconciliationSql.COUNT_MOVED).query(Moved.class).single();
        var missing = jdbc.sql(ReconciliationSql.MISSING)
                .query(Reconciliation::missing)
                .list();
        return new Result(read.resources(), read.evaluations(), moved, missing);
    }

    private static Missing missing(ResultSet row, int number) throws SQLException {
        return new Missing(
                row.getString("type"),
                new Gap(row.getString("action"), row.getString("error"), row.getString("message")),
                Set.of((String[]) row.getArray("fields").getArray()),
                row.getLong("resources"));
    }

    private void stage(Harvest harvest) {
        template.execute(ReconciliationSql.STAGE);
        var connection = DataSourceUtils.getConnection(dataSource);
        try (var resources = harvest.resourceRows();
                var verdicts = harvest.verdictRows()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            copy.copyIn("copy staged_resource from stdin", resources);
            copy.copyIn("copy staged_verdict from stdin", verdicts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw template.getExceptionTranslator().translate("stage", null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        template.execute("analyze staged_resource; analyze staged_verdict");
    }

    private void findChanges(Order order) {
        var judged = Checks.of(order.judged(), order.judged().keySet());
        var unlisted = Checks.of(order.judged(), order.unlisted().keySet());
        jdbc.sql(ReconciliationSql.FIND_CHANGES)
                .param("account", order.harvest().accountId())
                .param("region", order.harvest().region())
                .param("controls", judged.controls())
                .param("types", judged.types())
                .param("unlisted", unlisted.controls())
                .param("unlistedTypes", unlisted.types())
                .param(
                        "reasons",
                        unlisted.types(
                                type -> Objects.requireNonNull(order.unlisted().get(type))
                                        .summary()))
                .update();
    }

    private void run(String sql, Order order) {
        var listed = order.judged().keySet().stream()
                .filter(type -> !order.unlisted().containsKey(type))
                .map(ResourceType::name);
        jdbc.sql(sql)
                .param("account", order.harvest().accountId())
                .param("region", order.harvest().region())
                .param("listed", listed.toArray(String[]::new))
                .param("scan", order.scanId())
                .param("at", Instants.utc(order.at()))
                .update();
    }
}
