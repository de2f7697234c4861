package io.shisei.finding;

import io.shisei.control.ControlId;
import io.shisei.coverage.Checks;
import io.shisei.coverage.Place;
import io.shisei.database.CopyIn;
import io.shisei.database.Instants;
import io.shisei.database.TemporaryTables;
import io.shisei.finding.history.TransitionHistory;
import io.shisei.finding.rule.SuppressionRule;
import io.shisei.finding.rule.SuppressionRules;
import io.shisei.finding.sum.RepairSums;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Missing;
import io.shisei.inventory.ReadResources;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.StagedResources;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the findings agree with what was read of one service in one region, writing only what changed. A finding
 * whose resource was not seen is archived only when the type was listed completely; otherwise it becomes a warning.
 */
@Component
public class Reconciliation {

    private final JdbcClient jdbc;
    private final TemporaryTables tables;
    private final CopyIn copy;
    private final StagedResources staged;
    private final ReadResources resources;
    private final SuppressionRules rules;
    private final Suppressing suppressing;

    Reconciliation(
            JdbcClient jdbc,
            TemporaryTables tables,
            CopyIn copy,
            StagedResources staged,
            ReadResources resources,
            SuppressionRules rules,
            Suppressing suppressing) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.copy = copy;
        this.staged = staged;
        this.resources = resources;
        this.rules = rules;
        this.suppressing = suppressing;
    }

    /**
     * What was read, and how.
     *
     * @param judged by type that was to be listed, the controls that judged it
     * @param leftOut by type, the parts that were not asked for, and stay as they are stored
     * @param unlisted the types that could not be listed completely
     */
    public record Order(
            Harvest harvest,
            Map<ResourceType, List<ControlId>> judged,
            Map<ResourceType, Set<String>> leftOut,
            Map<ResourceType, Gap> unlisted,
            Cause cause,
            Instant at) {

        /** Of what was read with every part that is stored. */
        public Order(
                Harvest harvest,
                Map<ResourceType, List<ControlId>> judged,
                Map<ResourceType, Gap> unlisted,
                Cause cause,
                Instant at) {
            this(harvest, judged, Map.of(), unlisted, cause, at);
        }
    }

    /**
     * What had AWS looked at: a scan, or somebody's wish to have one resource read again; or the change of a setting, because
     * of which what is stored is judged again.
     *
     * @param resourceId the resource that the recheck looked for: of others nothing is said; null: all were looked for
     */
    public record Cause(
            @Nullable UUID scanId,
            @Nullable UUID recheckId,
            @Nullable String username,
            @Nullable UUID resourceId,
            @Nullable UUID settingChangeId) {

        public static Cause scan(UUID id) {
            return new Cause(id, null, null, null, null);
        }

        /** @param username the user who changed it */
        public static Cause setting(UUID changeId, String username) {
            return new Cause(null, null, username, null, changeId);
        }

        /** @param username the user who wished it */
        public static Cause recheck(UUID id, String username, UUID resourceId) {
            return new Cause(null, id, username, resourceId, null);
        }
    }

    /**
     * What was read and what came of it, repeated listings of a resource counted once.
     *
     * @param evaluations how many times a control judged a resource, inapplicable ones counted
     * @param leftOut by type, parts that were not asked for and are in all documents as they were
     */
    public record Result(
            long resources,
            long evaluations,
            Moved moved,
            List<Missing> missing,
            Map<ResourceType, Set<String>> leftOut) {}

    /**
     * How many findings became FAILED, and how many ceased to be, from verdict to verdict: losing sight of a resource
     * is neither, and what a finding said before counts when it is seen again.
     */
    public record Moved(long opened, long closed) {}

    /** Whether any control ever found something in this region that it judged. */
    public boolean knows(String accountId, String region, Map<ResourceType, List<ControlId>> judged) {
        var checks = Checks.of(judged);
        return jdbc.sql("""
                        select exists (
                            select from finding f join stored_resource r on r.id = f.resource_id
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
        var harvest = order.harvest();
        if (harvest.isEmpty()
                && !resources.knows(
                        harvest.accountId(), harvest.region(), order.judged().keySet())) {
            return new Result(0, 0, new Moved(0, 0), List.of(), order.leftOut()); // as of most services in most regions
        }
        resources.ensureMonth(order.at()); // first, as resources are changed before findings are
        var hiding = begin(order);
        stage(order.harvest());
        var missing = staged.missing();
        staged.keepTagsThatWereNotRead();
        var leftOut = staged.addPartsAsTheyWere(order.leftOut());
        staged.keepDigestsOfTheSame(order.judged().keySet());
        findChanges(order, false);
        keepResources(order);
        write(order, hiding);
        var read = staged.count();
        return new Result(read.resources(), read.evaluations(), moved(), missing, leftOut);
    }

    /**
     * Makes the findings agree with what controls say now of the resources that are stored, in the caller's transaction.
     *
     * @param judging judges them, while nobody else changes findings or resources there
     * @return of how many findings something else is said
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long rejudge(Order order, Runnable judging) {
        var hiding = begin(order);
        judging.run();
        staged.stageNone();
        copy.temporary(
                "staged_verdict", ReconciliationSql.VERDICTS, order.harvest().verdictRows());
        var changed = findChanges(order, true);
        write(order, hiding);
        return changed;
    }

    /** The rules that hide, held like the place. */
    private List<SuppressionRule> begin(Order order) {
        TransitionHistory.TRANSITION.ensureMonth(jdbc, order.at());
        RepairSums.FIX_DAY.ensureMonth(jdbc, order.at());
        var hiding = rules.hold();
        FindingLock.take(jdbc, order.harvest().accountId(), order.harvest().region());
        return hiding;
    }

    private void write(Order order, List<SuppressionRule> hiding) {
        jdbc.sql(ReconciliationSql.KEEP_FIXES)
                .param("at", Instants.utc(order.at()))
                .update();
        run(ReconciliationSql.UPDATE_FINDINGS, order);
        run(ReconciliationSql.INSERT_FINDINGS, order);
        run(ReconciliationSql.APPEND_TRANSITIONS, order);
        suppress(order, hiding);
    }

    private void suppress(Order order, List<SuppressionRule> hiding) {
        var place = new Place(order.harvest().accountId(), order.harvest().region());
        var judged = order.judged().values().stream().flatMap(List::stream).collect(Collectors.toSet());
        suppressing.follow(place, judged, hiding, order.cause(), order.at());
    }

    private Moved moved() {
        return jdbc.sql(ReconciliationSql.COUNT_MOVED).query(Moved.class).single();
    }

    private void stage(Harvest harvest) {
        var repeated = staged.stage(harvest.resourceRows());
        copy.temporary("staged_verdict", ReconciliationSql.VERDICTS, harvest.verdictRows());
        if (repeated) {
            jdbc.sql(ReconciliationSql.DROP_REPEATED).update();
        }
    }

    /** @param stored whether resources are judged as they are stored: none was read */
    private int findChanges(Order order, boolean stored) {
        tables.empty("change", ReconciliationSql.CHANGES);
        var judged = Checks.of(order.judged());
        var unlisted = Checks.of(order.judged(), order.unlisted().keySet());
        return jdbc.sql(ReconciliationSql.FIND_CHANGES)
                .param("stored", stored)
                .param("account", order.harvest().accountId())
                .param("region", order.harvest().region())
                .param("scan", order.cause().scanId())
                .param("setting", order.cause().settingChangeId())
                .param("only", order.cause().resourceId())
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

    private void keepResources(Order order) {
        var harvest = order.harvest();
        var listed = order.judged().keySet().stream()
                .filter(type -> !order.unlisted().containsKey(type))
                .toList();
        var anew = jdbc.sql(ReconciliationSql.JUDGED_ANEW)
                .query((row, number) -> row.getObject("resource_id", UUID.class))
                .list();
        var only = order.cause().resourceId();
        resources.keep(harvest.accountId(), harvest.region(), order.judged().keySet(), anew, order.at());
        resources.markGone(harvest.accountId(), harvest.region(), listed, only, order.at());
        order.unlisted()
                .forEach((type, gap) -> resources.markUnseen(harvest.accountId(), harvest.region(), type, gap, only));
    }

    private void run(String sql, Order order) {
        jdbc.sql(sql)
                .param("account", order.harvest().accountId())
                .param("region", order.harvest().region())
                .param("scan", order.cause().scanId())
                .param("recheck", order.cause().recheckId())
                .param("user", order.cause().username())
                .param("setting", order.cause().settingChangeId())
                .param("at", Instants.utc(order.at()))
                .update();
    }
}
