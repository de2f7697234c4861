package io.shisei.inventory;

import io.shisei.database.CopyIn;
import io.shisei.database.Instants;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The resources that a scan read of one service in one region: staged, compared with those that are stored, and stored
 * where they changed. All runs in the caller's transaction, which may read them as {@code staged_resource}, with the
 * columns of {@code stored_resource}.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReadResources {

    private static final String COLUMNS = """
            reading bigint, id uuid, judged integer, type text, arn text, name text, tags jsonb, document jsonb,
            gaps jsonb, digest uuid
            """;

    private static final String DROP_REPEATED = """
            delete from staged_resource s
            using (select id, max(reading) as last from staged_resource group by id having count(*) > 1) as repeated
            where s.id = repeated.id and s.reading < repeated.last
            """;

    private static final String KNOWS = """
            select exists (select from resource
                           where account_id = :account and region = :region and type = any(:types))
            """;

    /** Of those that changed or came back, what they were. */
    private static final String KEEP_REPLACED = """
            insert into resource_change (resource_id, at, since, gone_at, fields, labels, unread)
            select s.id, :at, known.changed_at, known.gone_at,
                   replaced_values(known.document, s.document),
                   replaced_values(jsonb_build_object('name', known.name, 'tags', known.tags, 'gaps', known.gaps),
                                   jsonb_build_object('name', s.name, 'tags', s.tags, 'gaps', s.gaps)),
                   array(select jsonb_object_keys(known.gaps) union select jsonb_object_keys(s.gaps))
            from staged_resource s join resource known on known.id = s.id
            where known.digest <> s.digest or known.gone_at is not null
            """;

    private static final String KEEP = """
            insert into resource as r (id, account_id, region, type, arn, name, tags, document, gaps, digest,
                                       first_seen_at, changed_at)
            select s.id, :account, :region, s.type, s.arn, s.name, s.tags, s.document, s.gaps, s.digest, :at, :at
            from staged_resource s left join resource known on known.id = s.id
            where known.id is null or known.digest <> s.digest or known.gone_at is not null or known.unseen is not null
               or s.id = any(:anew)
               or s.type = any(:moving)
                  and array(select jsonb_object_keys(known.document)) <> array(select jsonb_object_keys(s.document))
            on conflict (id) do update set
                name = excluded.name, tags = excluded.tags, document = excluded.document, gaps = excluded.gaps,
                digest = excluded.digest, gone_at = null, unseen = null,
                changed_at = case when r.digest = excluded.digest and r.gone_at is null then r.changed_at
                                  else excluded.changed_at end
            """;

    private static final String MARK_GONE = """
            update resource set gone_at = :at
            where account_id = :account and region = :region and type = any(:listed) and gone_at is null
              and (:only::uuid is null or id = :only::uuid)
              and not exists (select from staged_resource s where s.id = resource.id)
            """;

    private static final String MARK_UNSEEN = """
            update resource set unseen = :gap::jsonb
            where account_id = :account and region = :region and type = :type and gone_at is null
              and (:only::uuid is null or id = :only::uuid) and unseen is distinct from :gap::jsonb
              and not exists (select from staged_resource s where s.id = resource.id)
            """;

    private static final String COUNT =
            "select count(*) as resources, coalesce(sum(judged), 0) as evaluations from staged_resource";

    /** What could not be read of resources, each action and error once for each type. */
    private static final String MISSING = """
            select type, gap->>'action' as action, gap->>'error' as error, min(gap->>'message') as message,
                   array_agg(distinct field) as fields, count(distinct id) as resources
            from staged_resource cross join lateral jsonb_each(gaps) as part (field, gap)
            where gaps <> '{}'
            group by 1, 2, 3 order by 1, 2, 3
            """;

    private final JdbcClient jdbc;
    private final CopyIn copy;

    ReadResources(JdbcClient jdbc, CopyIn copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    /** Whether any resource of these types was ever seen there. */
    public boolean knows(String accountId, String region, Collection<ResourceType> types) {
        return jdbc.sql(KNOWS)
                .param("account", accountId)
                .param("region", region)
                .param("types", names(types))
                .query(Boolean.class)
                .single();
    }

    /** Makes room for the changes of a moment; comes before anything is changed, as a new month locks the inventory. */
    public void ensureMonth(Instant at) {
        ResourceHistory.CHANGES.ensureMonth(jdbc, at);
    }

    /** Stages rows, and keeps the last reading of a resource that was listed several times; answers whether any was. */
    public boolean stage(InputStream rows) {
        copy.temporary("staged_resource", COLUMNS, rows);
        return jdbc.sql(DROP_REPEATED).update() > 0;
    }

    /**
     * Writes those that are new, changed, or back, and what they were before, and those that have other fields that move by
     * themselves than before.
     *
     * @param types those that were read
     * @param anew the ids of those of which something else is said now, if only by a field that moves by itself: what is
     *     stored is what was judged
     */
    public void keep(
            String accountId, String region, Collection<ResourceType> types, Collection<UUID> anew, Instant at) {
        jdbc.sql(KEEP_REPLACED).param("at", Instants.utc(at)).update();
        jdbc.sql(KEEP)
                .param("account", accountId)
                .param("region", region)
                .param("anew", anew.toArray(UUID[]::new))
                .param(
                        "moving",
                        names(types.stream()
                                .filter(type -> !type.moving().isEmpty())
                                .toList()))
                .param("at", Instants.utc(at))
                .update();
    }

    /**
     * Those that are not among the staged ones are gone.
     *
     * @param listed the types that were listed completely
     * @param only the one resource that was looked for; null: all were
     */
    public void markGone(
            String accountId, String region, Collection<ResourceType> listed, @Nullable UUID only, Instant at) {
        jdbc.sql(MARK_GONE)
                .param("account", accountId)
                .param("region", region)
                .param("listed", names(listed))
                .param("only", only)
                .param("at", Instants.utc(at))
                .update();
    }

    /**
     * Those that are not among the staged ones may be there.
     *
     * @param gap what kept them from being listed
     * @param only the one resource that was looked for; null: all were
     */
    public void markUnseen(String accountId, String region, ResourceType type, Gap gap, @Nullable UUID only) {
        jdbc.sql(MARK_UNSEEN)
                .param("account", accountId)
                .param("region", region)
                .param("type", type.name())
                .param("gap", Json.write(new Gap(gap.action(), gap.error(), ""))) // messages have ids of requests
                .param("only", only)
                .update();
    }

    /** As if nothing had been read. */
    public void stageNone() {
        stage(InputStream.nullInputStream());
    }

    private static String[] names(Collection<ResourceType> types) {
        return types.stream().map(ResourceType::name).toArray(String[]::new);
    }

    /** How many were read, and how many times a control judged one, inapplicable ones counted. */
    public record Count(long resources, long evaluations) {}

    public Count count() {
        return jdbc.sql(COUNT).query(Count.class).single();
    }

    /** What could not be read of them. */
    public List<Missing> missing() {
        return jdbc.sql(MISSING).query(ReadResources::gap).list();
    }

    private static Missing gap(ResultSet row, int number) throws SQLException {
        return new Missing(
                row.getString("type"),
                new Gap(row.getString("action"), row.getString("error"), row.getString("message")),
                Set.of((String[]) row.getArray("fields").getArray()),
                row.getLong("resources"));
    }
}
