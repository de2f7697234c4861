package io.shisei.finding;

import io.shisei.control.ControlId;
import io.shisei.control.setting.SettingChange;
import io.shisei.coverage.Evaluations;
import io.shisei.coverage.Place;
import io.shisei.coverage.Unseen;
import io.shisei.coverage.UnseenControls;
import io.shisei.database.Instants;
import io.shisei.finding.history.CauseSql;
import io.shisei.finding.history.TransitionHistory;
import io.shisei.inventory.Listings;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Archives what is looked at no more: findings in regions that are not watched, of controls that are switched off, and
 * in accounts that are retired. What was evaluated there is forgotten, and comes back when it is looked at again.
 */
@Component
public class OutOfSight {

    /** So many take about a second, for which a user may wait. */
    private static final int FINDINGS = 10_000;

    private static final String ARCHIVE = """
            with unseen as (
                select f.id, f.control_id, f.reason, f.reason_ja, u.why,
                       counted_as('ACTIVE', f.compliance_status, f.workflow_status) as was
                from finding f join unnest(:controls::text[], :whys::text[]) as u (control_id, why) using (control_id)
                where f.account_id = :account and f.region = :region and f.record_state = 'ACTIVE'
                limit :limit
            ), archived as (
                update finding f set record_state = 'ARCHIVED', archive_reason = u.why, version = f.version + 1
                from unseen u where f.id = u.id
            )
            insert into transition (finding_id, account_id, control_id, at, what, from_value, to_value, reason, reason_ja,
                                    username, setting_change_id, archive_reason, cause, was, became)
            select id, :account, control_id, :at, 'RECORD_STATE', 'ACTIVE', 'ARCHIVED', reason, reason_ja, :user,
                   case when why = 'CONTROL_DISABLED' and control_id = :switched then :setting::uuid end, why, %s, was, 'NONE'
            from unseen
            """.formatted(CauseSql.OF_LOST_SIGHT);

    private final JdbcClient jdbc;
    private final UnseenControls unseen;
    private final Evaluations evaluations;
    private final Listings listings;

    OutOfSight(JdbcClient jdbc, UnseenControls unseen, Evaluations evaluations, Listings listings) {
        this.jdbc = jdbc;
        this.unseen = unseen;
        this.evaluations = evaluations;
        this.listings = listings;
    }

    /**
     * Which evaluations to look through.
     *
     * @param accountId null: of all accounts
     * @param regions those that AWS has enabled for the account; null: as the account says
     */
    public record Part(@Nullable String accountId, @Nullable List<String> regions) {

        public static final Part ALL = new Part(null, null);
    }

    /**
     * What was done.
     *
     * @param lost by account, the controls that were evaluated somewhere where they are no more
     * @param complete false when there is more to do, for another transaction
     */
    public record Result(Map<String, Set<ControlId>> lost, boolean complete) {}

    /**
     * Why something ceased to be looked at.
     *
     * @param username the user who wanted it so; null where nobody did
     * @param change the change of a setting that switched a control off; null where none did
     */
    public record Cause(@Nullable String username, @Nullable SettingChange change) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public Result archive(Part part, Cause cause, Instant at) {
        var places = new LinkedHashMap<Place, Map<ControlId, Unseen.Why>>();
        unseen.list(part.accountId(), part.regions())
                .forEach(it -> places.computeIfAbsent(it.place(), place -> new LinkedHashMap<>())
                        .put(it.control(), it.why()));
        var lost = new HashMap<String, Set<ControlId>>();
        int left = FINDINGS;
        for (var place : places.entrySet().stream().limit(FindingLock.MOST).toList()) {
            left -= archive(place.getKey(), place.getValue(), cause, at, left);
            if (left == 0) {
                return new Result(lost, false);
            }
            forget(place.getKey(), place.getValue());
            lost.computeIfAbsent(place.getKey().accountId(), account -> new TreeSet<>())
                    .addAll(place.getValue().keySet());
        }
        return new Result(lost, places.size() <= FindingLock.MOST);
    }

    private void forget(Place place, Map<ControlId, Unseen.Why> whys) {
        evaluations.forget(place, whys.keySet());
        if (whys.containsValue(Unseen.Why.ACCOUNT_RETIRED) || whys.containsValue(Unseen.Why.REGION_NOT_WATCHED)) {
            listings.forget(place.accountId(), place.region());
        }
    }

    private int archive(Place place, Map<ControlId, Unseen.Why> whys, Cause cause, Instant at, int limit) {
        var change = cause.change();
        TransitionHistory.TRANSITION.ensureMonth(jdbc, at);
        FindingLock.take(jdbc, place.accountId(), place.region());
        return jdbc.sql(ARCHIVE)
                .param("account", place.accountId())
                .param("region", place.region())
                .param("controls", texts(whys.keySet()))
                .param("whys", texts(whys.values()))
                .param("limit", limit)
                .param("at", Instants.utc(at))
                .param("user", cause.username())
                .param("switched", change == null ? null : change.control().value())
                .param("setting", change == null ? null : change.id())
                .update();
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
