package io.shisei.inventory;

import io.shisei.database.Instants;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores what {@link StagedResources} hold, where it is not the same as what is stored, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReadResources {

    private static final String KNOWS = """
            select exists (select from resource
                           where account_id = :account and region = :region and type = any(:types))
            """;

    /** Of those that changed or came back, what they were; nobody knows of tags that were not read whether they changed. */
    private static final String KEEP_REPLACED = """
            insert into resource_change (resource_id, at, since, gone_at, fields, labels, unread)
            select s.id, :at, known.changed_at, known.gone_at,
                   replaced_values(known.document, s.document),
                   replaced_values(jsonb_build_object('name', known.name, 'gaps', known.gaps, 'tags',
                                                      case when known.tags_unread or s.tags_unread then s.tags
                                                           else known.tags end),
                                   jsonb_build_object('name', s.name, 'gaps', s.gaps, 'tags', s.tags)),
                   array(select jsonb_object_keys(known.gaps) union select jsonb_object_keys(s.gaps))
            from staged_resource s join resource known on known.id = s.id
            where known.digest <> s.digest or known.gone_at is not null
            """;

    private static final String KEEP = """
            insert into resource as r (id, account_id, region, type, arn, name, tags, tags_unread, document, gaps, digest,
                                       first_seen_at, changed_at)
            select s.id, :account, :region, s.type, s.arn, s.name, s.tags, s.tags_unread, s.document, s.gaps, s.digest,
                   :at, :at
            from staged_resource s left join resource known on known.id = s.id
            where known.id is null or known.digest <> s.digest or known.gone_at is not null or known.unseen is not null
               or s.id = any(:anew) or known.tags_unread <> s.tags_unread
               or s.type = any(:moving)
                  and array(select jsonb_object_keys(known.document)) <> array(select jsonb_object_keys(s.document))
            on conflict (id) do update set
                name = excluded.name, tags = excluded.tags, tags_unread = excluded.tags_unread,
                document = excluded.document, gaps = excluded.gaps, digest = excluded.digest, gone_at = null, unseen = null,
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

    private final JdbcClient jdbc;

    ReadResources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether any resource of these types was ever seen there. */
    public boolean knows(String accountId, String region, Collection<ResourceType> types) {
        return jdbc.sql(KNOWS)
                .param("account", accountId)
                .param("region", region)
                .param("types", ResourceType.names(types))
                .query(Boolean.class)
                .single();
    }

    /** Makes room for the changes of a moment; comes before anything is changed, as a new month locks the inventory. */
    public void ensureMonth(Instant at) {
        ResourceHistory.CHANGES.ensureMonth(jdbc, at);
    }

    /**
     * Writes those that are new, changed, or back, and what they were before, and those that have other fields that move by
     * themselves than before, or whose tags have become known.
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
                        ResourceType.names(types.stream()
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
                .param("listed", ResourceType.names(listed))
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
}
