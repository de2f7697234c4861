package io.shisei.finding.search;

import io.shisei.control.Control;
import io.shisei.control.Controls;
import io.shisei.finding.FindingFilter;
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

    /** By how many resources and findings have it. */
    TextWay way(JdbcClient jdbc) {
        var unsettled = UnsettledText.of(this, jdbc);
        if (unsettled == null) {
            return ofAll(jdbc);
        }
        var expected = unsettled.expected(jdbc);
        var among = unsettled.way(expected, jdbc);
        if (among.rare() && filter.findsUnsettledAlone()) {
            return TextWay.found("finding", unsettled.ids()).parted(among, true);
        }
        var all = ofAll(jdbc);
        return all.rare() && expected <= FEW ? all : all.parted(among, false);
    }

    private TextWay ofAll(JdbcClient jdbc) {
        var resources = fewResources(jdbc);
        return resources == null
                ? TextWay.met("finding", oneByOne(), true)
                : TextWay.found("finding", ofResources(resources));
    }

    /** The resources that have it; null: they are more than those of which indexes find all findings. */
    private @Nullable List<UUID> fewResources(JdbcClient jdbc) {
        if (foundByIndexes().expected(jdbc, "stored_resource") > 3 * FEW) {
            return null;
        }
        var where = foundByIndexes().in("region", filter.regions()).in("type", filter.resourceTypes());
        if (isOfManyAccounts()) {
            where.in("account_id", filter.accountIds());
        }
        var found = jdbc.sql("select id from stored_resource" + where.where() + " limit " + (FEW + 1))
                .params(where.parameters())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        return found.size() > FEW ? null : found;
    }

    /** What is asked of resources by indexes: all that have the text are looked at, wherever they are, or all of an account. */
    private Where foundByIndexes() {
        var where = isOfManyAccounts() ? new Where() : new Where().in("account_id", filter.accountIds());
        return ResourceSearch.restrict(where, "", text);
    }

    private boolean isOfManyAccounts() {
        return filter.accountIds().size() > SoughtFindings.FEW_ACCOUNTS;
    }

    /** Demands of findings that indexes find those of these resources. */
    private Where ofResources(List<UUID> resources) {
        var having = new Where().and("f.resource_id = any(:having)", "having", resources.toArray(UUID[]::new));
        return inPlaces(having(having, SAID));
    }

    /** Demands it of each finding with its resource {@code r}. */
    private Where oneByOne() {
        return having(ResourceSearch.restrict(new Where(), "r.", text), SAID);
    }

    /** Demands one of both, of which the other asks for {@code :said} or {@code :account_said}. */
    Where having(Where resource, String said) {
        var where = new Where().and("(" + resource.condition() + " or " + said + ")");
        where.parameters().putAll(resource.parameters());
        where.parameters().put("said", pattern(text));
        where.parameters().put("account_said", text);
        return where;
    }

    /** What a reason is like that has a text, whatever stands before and after it. */
    static String pattern(String text) {
        return "%" + Where.literally(text) + "%";
    }

    /** Demands the accounts and regions that the filter asks for. */
    Where inPlaces(Where where) {
        return where.in("f.account_id", filter.accountIds()).in("f.region", filter.regions());
    }
}
