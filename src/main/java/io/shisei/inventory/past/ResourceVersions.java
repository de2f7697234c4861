package io.shisei.inventory.past;

import io.shisei.database.Instants;
import io.shisei.inventory.Document;
import io.shisei.inventory.Json;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.ResourceTypes;
import io.shisei.inventory.StoredResource;
import io.shisei.paging.KeyPart;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.paging.Where;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What resources were over time, for as long as it is kept. */
@Repository
public class ResourceVersions {

    private static final String LATER = """
            select *, false as first_known from resource_change
            where resource_id = :resource and at > :at order by at desc, id desc
            """;

    private final JdbcClient jdbc;
    private final ResourceTypes types;

    ResourceVersions(JdbcClient jdbc, ResourceTypes types) {
        this.jdbc = jdbc;
        this.types = types;
    }

    /** The newest first; ends with the first that is known. */
    public Page<ResourceVersion> list(StoredResource resource, PageRequest page) {
        var where = new Where().and("resource_id = :resource", "resource", resource.id());
        var total = where.count(jdbc, "resource_version");
        where.after(page, "(at, id) < (:at::timestamptz, :id::bigint)", KeyPart.instant("at"), KeyPart.number("id"));
        var rows = jdbc.sql("select * from resource_version" + where.where() + " order by at desc, id desc limit "
                        + (page.size() + 1))
                .params(where.parameters())
                .query(ResourceChange::of)
                .list();
        var moving = types.named(resource.type()).map(ResourceType::moving).orElse(Set.of());
        return page.page(rows, total, row -> List.of(row.at().toString(), Long.toString(row.id())))
                .map(row -> row.version(moving));
    }

    /** As it was at a moment; empty when that is not known. */
    public Optional<PastDocument> at(StoredResource resource, Instant at) {
        return since(resource.id(), at).map(since -> {
            var later = jdbc.sql(LATER)
                    .param("resource", resource.id())
                    .param("at", Instants.utc(at))
                    .query(ResourceChange::of)
                    .list();
            var wentAt = later.isEmpty() ? resource.goneAt() : later.getLast().goneAt();
            var goneAt = wentAt == null || wentAt.isAfter(at) ? null : wentAt;
            return before(later, resource, since, goneAt);
        });
    }

    private Optional<Instant> since(UUID resource, Instant at) {
        return jdbc.sql("select max(at) as at from resource_version where resource_id = :resource and at <= :at")
                .param("resource", resource)
                .param("at", Instants.utc(at))
                .query((row, number) -> Optional.ofNullable(Instants.readOrNull(row, "at")))
                .single();
    }

    /** @param changes the newest first */
    private static PastDocument before(
            List<ResourceChange> changes, StoredResource resource, Instant since, @Nullable Instant goneAt) {
        var fields = new HashMap<>(resource.document().fields());
        var labels = new HashMap<String, Object>(Map.of(
                "name",
                resource.name(),
                "tags",
                resource.tags(),
                "gaps",
                resource.document().gaps()));
        for (var change : changes) {
            ResourceChange.undo(change.fields(), fields);
            ResourceChange.undo(change.labels(), labels);
        }
        return new PastDocument(
                since,
                goneAt,
                Objects.requireNonNull(labels.get("name")).toString(),
                Json.texts(Json.write(Objects.requireNonNull(labels.get("tags")))),
                new Document(fields, Json.gaps(Json.write(Objects.requireNonNull(labels.get("gaps"))))));
    }
}
