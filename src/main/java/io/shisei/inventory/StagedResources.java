package io.shisei.inventory;

import io.shisei.database.CopyIn;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The resources that a scan read of one service in one region, before they are stored. All runs in the caller's
 * transaction, which may read them as {@code staged_resource}, with the columns of {@code stored_resource}.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StagedResources {

    private static final String COLUMNS = """
            reading bigint, id uuid, judged integer, type text, arn text, name text, tags jsonb, tags_unread boolean,
            document jsonb, gaps jsonb, digest uuid
            """;

    private static final String DROP_REPEATED = """
            delete from staged_resource s
            using (select id, max(reading) as last from staged_resource group by id having count(*) > 1) as repeated
            where s.id = repeated.id and s.reading < repeated.last
            """;

    /**
     * What was covered by a gap of the whole document is still unread, though the rest was read now. Another digest tells
     * such a document from one that was read as a whole and has no more than what was read here.
     */
    private static final String ADD_PARTS_AS_THEY_WERE = """
            update staged_resource s set
                document = s.document || part.fields, gaps = s.gaps || part.gaps,
                digest = md5(s.digest::text || part.fields::text || without_messages(part.gaps)::text)::uuid
            from (
                select s.id,
                       coalesce(jsonb_object_agg(field, known.document -> field)
                                filter (where jsonb_exists(known.document, field)), '{}') as fields,
                       coalesce(jsonb_object_agg(field, of_field.gap) filter (where of_field.gap is not null), '{}') as gaps
                from staged_resource s
                join unnest(:types::text[], :fields::text[], :gaps::text[]) as left_out (type, field, gap)
                    on left_out.type = s.type
                left join resource known on known.id = s.id and known.gone_at is null
                cross join lateral (
                    select case when known.id is null then left_out.gap::jsonb
                                when jsonb_exists(known.document, field) then known.gaps -> field
                                else coalesce(known.gaps -> field, known.gaps -> '') end as gap) as of_field
                group by s.id) as part
            where part.id = s.id and (part.fields, part.gaps) <> ('{}', '{}')
            """;

    /** Tags that could not be read are those that are known, if any are: a rule by tags hides what it hid. */
    private static final String KEEP_TAGS_THAT_WERE_NOT_READ = """
            update staged_resource s set tags = known.tags, tags_unread = known.tags_unread
            from resource known
            where s.tags_unread and known.id = s.id and known.gone_at is null
            """;

    private static final String TYPES_WITH_NEW_ONES = """
            select distinct type from staged_resource s
            where type = any(:types)
              and not exists (select from resource known where known.id = s.id and known.gone_at is null)
            """;

    /**
     * Messages of gaps and fields that move by themselves are no difference, as in {@link ResourceRow}'s digest; nor are tags
     * that were not read before.
     */
    private static final String KEEP_DIGESTS_OF_THE_SAME = """
            update staged_resource s set digest = known.digest
            from resource known
            left join unnest(:types::text[], :moving::text[]) as of_type (type, moving) on of_type.type = known.type
            cross join lateral (select coalesce(string_to_array(moving, ','), '{}') as moving) as kind
            where known.id = s.id and known.digest <> s.digest
              and known.name = s.name and (known.tags = s.tags or known.tags_unread)
              and known.document - kind.moving = s.document - kind.moving
              and without_messages(known.gaps) = without_messages(s.gaps)
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

    StagedResources(JdbcClient jdbc, CopyIn copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    /** Stages rows, and keeps the last reading of a resource that was listed several times; answers whether any was. */
    public boolean stage(InputStream rows) {
        copy.temporary("staged_resource", COLUMNS, rows);
        return jdbc.sql(DROP_REPEATED).update() > 0;
    }

    /** As if nothing had been read. */
    public void stageNone() {
        stage(InputStream.nullInputStream());
    }

    /** How many were read, and how many times a control judged one, inapplicable ones counted. */
    public record Count(long resources, long evaluations) {}

    public Count count() {
        return jdbc.sql(COUNT).query(Count.class).single();
    }

    /** What could not be read of them; to be asked before parts that were not read are put beside what was. */
    public List<Missing> missing() {
        return jdbc.sql(MISSING).query(StagedResources::gap).list();
    }

    /** Keeps the tags of those whose tags could not be read. */
    public void keepTagsThatWereNotRead() {
        jdbc.sql(KEEP_TAGS_THAT_WERE_NOT_READ).update();
    }

    /**
     * Puts parts that were not asked for beside what was read, as they are stored of resources that were there before; of
     * others nobody knows them.
     *
     * @param leftOut the parts, by type
     * @return the parts by type, of types of which all resources were there before: what documents lack of them is not set
     */
    public Map<ResourceType, Set<String>> addPartsAsTheyWere(Map<ResourceType, Set<String>> leftOut) {
        if (leftOut.isEmpty()) {
            return leftOut;
        }
        var parts = leftOut.entrySet().stream()
                .flatMap(type -> type.getValue().stream().map(field -> new PartOf(type.getKey(), field)))
                .toList();
        jdbc.sql(ADD_PARTS_AS_THEY_WERE)
                .param("types", texts(parts, part -> part.type().name()))
                .param("fields", texts(parts, PartOf::field))
                .param("gaps", texts(parts, part -> Json.write(part.gap())))
                .update();
        var whole = new HashMap<>(leftOut);
        var withNew = jdbc.sql(TYPES_WITH_NEW_ONES)
                .param("types", ResourceType.names(leftOut.keySet()))
                .query(String.class)
                .set();
        whole.keySet().removeIf(type -> withNew.contains(type.name()));
        return whole;
    }

    private record PartOf(ResourceType type, String field) {

        /** Why it is not known. */
        Gap gap() {
            var action = type.actionsFor(Set.of(field)).stream().reduce((one, last) -> last);
            return new Gap(action.orElse(type.firstAction()), Gap.NOT_ASKED, "");
        }
    }

    /**
     * Gives those that say the same as what is stored its digest: of a document that was put together of several readings
     * no digest tells that.
     */
    public void keepDigestsOfTheSame(Collection<ResourceType> types) {
        var all = new ArrayList<>(types);
        jdbc.sql(KEEP_DIGESTS_OF_THE_SAME)
                .param("types", ResourceType.names(all))
                .param("moving", texts(all, type -> String.join(",", type.moving())))
                .update();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static Missing gap(ResultSet row, int number) throws SQLException {
        return new Missing(
                row.getString("type"),
                new Gap(row.getString("action"), row.getString("error"), row.getString("message")),
                Set.of((String[]) row.getArray("fields").getArray()),
                row.getLong("resources"));
    }
}
