package io.shisei.comparison;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Controls.Setting;
import io.shisei.control.Evidence;
import io.shisei.finding.Finding;
import io.shisei.finding.Findings;
import io.shisei.inventory.StoredResource;
import io.shisei.inventory.StoredResources;
import io.shisei.paging.KeyPart;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.paging.Where;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where Security Hub, as it was brought in, and we as of now agree and disagree. */
@Repository
public class Comparisons {

    private static final KeyPart[] KEY = {
        KeyPart.text("after_control"),
        KeyPart.text("after_arn"),
        KeyPart.text("after_region"),
        KeyPart.text("after_finding")
    };

    private final JdbcClient jdbc;
    private final Findings findings;
    private final StoredResources resources;
    private final Controls controls;

    Comparisons(JdbcClient jdbc, Findings findings, StoredResources resources, Controls controls) {
        this.jdbc = jdbc;
        this.findings = findings;
        this.resources = resources;
        this.controls = controls;
    }

    /** Of each control that one of both has a verdict of, those first on which they differ most. */
    public List<ControlComparison> counts(String accountId) {
        return jdbc
                .sql("""
                        select control_id,
                               count(*) filter (where outcome = 'AGREE') as agree,
                               count(*) filter (where outcome = 'DIFFER') as differ,
                               count(*) filter (where outcome = 'ONLY_THEIRS') as only_theirs,
                               count(*) filter (where outcome = 'ONLY_OURS') as only_ours,
                               count(*) filter (where outcome = 'UNKNOWN') as unknown
                        from %s group by control_id
                        """.formatted(PairSql.OF_ALL))
                .param("account", accountId)
                .query((row, number) -> new ControlComparison(
                        new ControlId(row.getString("control_id")),
                        row.getLong("agree"),
                        row.getLong("differ"),
                        row.getLong("only_theirs"),
                        row.getLong("only_ours"),
                        row.getLong("unknown")))
                .list()
                .stream()
                .sorted(Comparator.comparing(ControlComparison::differ)
                        .reversed()
                        .thenComparing(ControlComparison::controlId))
                .toList();
    }

    /**
     * Resource by resource, sorted by control.
     *
     * @param control null: all
     * @param outcomes empty: any
     */
    public Page<Compared> list(
            String accountId, @Nullable ControlId control, Set<Agreement> outcomes, PageRequest page) {
        var where = new Where().in("outcome", outcomes);
        where.parameters().put("account", accountId);
        if (control != null) {
            where.parameters().put("control", control.value());
        }
        var pairs = control == null ? PairSql.OF_ALL : PairSql.OF_CONTROL;
        var total = where.count(jdbc, pairs);
        where.after(
                page,
                "(control_id, arn, region, finding) > (:after_control, :after_arn, :after_region, :after_finding)",
                KEY);
        var rows = jdbc.sql("select * from " + pairs + where.where()
                        + " order by control_id, arn, region, finding limit " + (page.size() + 1))
                .params(where.parameters())
                .query(PairRow::of)
                .list();
        return withOurs(page.page(rows, total, PairRow::key), accountId);
    }

    private Page<Compared> withOurs(Page<PairRow> page, String accountId) {
        var ids = page.items().stream().map(PairRow::finding).filter(Objects::nonNull);
        var found = byKey(findings.all(ids.collect(Collectors.toSet())), Finding::id);
        var arns = page.items().stream().map(PairRow::resource).collect(Collectors.toSet());
        var known = resources.of(accountId, arns);
        var byKey = byKey(known, StoredResource::id);
        var byArn =
                known.stream().collect(Collectors.toMap(StoredResource::arn, StoredResource::id, (one, other) -> one));
        var settings = controls.settings(accountId);
        return page.map(row -> row.toCompared(ours(row, found, byKey, settings), byArn.get(row.resource())));
    }

    private static <T> Map<UUID, T> byKey(Collection<T> all, Function<T, UUID> key) {
        return all.stream().collect(Collectors.toMap(key, Function.identity()));
    }

    private Compared.@Nullable Ours ours(
            PairRow row,
            Map<UUID, Finding> found,
            Map<UUID, StoredResource> resources,
            Map<ControlId, Setting> settings) {
        var finding = row.finding() == null ? null : found.get(row.finding());
        return finding == null
                ? null
                : new Compared.Ours(
                        finding,
                        evidence(finding, resources.get(finding.resource().key()), settings));
    }

    private @Nullable Evidence evidence(
            Finding finding, @Nullable StoredResource resource, Map<ControlId, Setting> settings) {
        return resource == null
                ? null
                : controls.find(finding.controlId())
                        .map(control -> controls.explain(
                                control, resource.type(), resource.document(), finding.occasion(), settings))
                        .orElse(null);
    }
}
