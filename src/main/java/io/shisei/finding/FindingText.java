package io.shisei.finding;

import io.shisei.control.Control;
import io.shisei.control.Controls;
import io.shisei.inventory.search.ResourceSearch;
import io.shisei.paging.Where;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A text that findings are searched for: all its words in the resource's name or in its ARN after the account, the ARN's
 * beginning, the text as it is in a reason, or the account's number. The id of a control means that alone.
 */
record FindingText(FindingFilter filter, String text) {

    /** Of so many resources all findings are read and sorted; a text that more have is met soon in any order. */
    private static final int FEW = 10_000;

    private static final String SAID =
            "f.reason <> '' and said(f.reason, f.reason_ja) like lower(:said) or f.account_id = :account_said";

    /** The same filter, or one that asks for the control that the text is the id of, if it does not ask for others yet. */
    static FindingFilter understood(FindingFilter filter, Controls controls) {
        var text = filter.text();
        if (text == null || text.isBlank()) {
            return filter.withText(null);
        }
        var wanted = text.strip();
        var control = controls.all().stream()
                .map(Control::id)
                .filter(id -> id.value().equalsIgnoreCase(wanted))
                .findFirst();
        if (control.isPresent() && filter.controlIds().isEmpty()) {
            return filter.ofControl(control.get());
        }
        return filter.withText(wanted);
    }

    /** What is to be found of a filter that was understood; null where it has no text. */
    static @Nullable FindingText of(FindingFilter understood) {
        var text = understood.text();
        return text == null ? null : new FindingText(understood, text);
    }

    /** The resources that have it; null: they are more than those of which indexes find all findings. */
    @Nullable
    List<UUID> few(JdbcClient jdbc) {
        var where = resources();
        if (where.expected(jdbc, "stored_resource") > 3 * FEW) {
            return null;
        }
        var found = jdbc.sql("select id from stored_resource" + where.where() + " limit " + (FEW + 1))
                .params(where.parameters())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        return found.size() > FEW ? null : found;
    }

    /** Demands of findings that indexes find those of these resources. */
    Where byIndexes(List<UUID> resources) {
        var where = having("f.resource_id = any(:having)")
                .in("f.account_id", filter.accountIds())
                .in("f.region", filter.regions());
        where.parameters().put("having", resources.toArray(UUID[]::new));
        return where;
    }

    /** Demands it of each finding with its resource {@code r}. */
    Where oneByOne() {
        var resource = ResourceSearch.restrict(new Where(), "r.", text);
        var where = having(resource.condition());
        where.parameters().putAll(resource.parameters());
        return where;
    }

    private Where having(String resource) {
        var where = new Where().and("(" + resource + " or " + SAID + ")", "said", "%" + Where.literally(text) + "%");
        where.parameters().put("account_said", text);
        return where;
    }

    private Where resources() {
        var where = new Where()
                .in("account_id", filter.accountIds())
                .in("region", filter.regions())
                .in("type", filter.resourceTypes());
        return ResourceSearch.restrict(where, "", text);
    }
}
