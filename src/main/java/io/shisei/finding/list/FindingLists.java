package io.shisei.finding.list;

import io.shisei.control.ControlId;
import io.shisei.database.ReadsAtOnce;
import io.shisei.deadline.Deadlines;
import io.shisei.deadline.TimesToFix;
import io.shisei.finding.Finding;
import io.shisei.finding.FindingCode;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.FindingSearch;
import io.shisei.finding.Findings;
import io.shisei.finding.SoughtFindings;
import io.shisei.finding.rule.RuleSql;
import io.shisei.finding.sum.FindingSums;
import io.shisei.finding.sum.StatusSum;
import io.shisei.paging.KeyPart;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.paging.Patience;
import io.shisei.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of findings, sorted as somebody wants them: see docs/adr/0112. */
@Repository
public class FindingLists {

    /** Of more accounts an index of each control is read instead of one of each account and control. */
    private static final int FEW_ACCOUNTS = 5;

    /** So many are looked at for a text that is common, before all are. */
    private static final int SOON = 2000;

    private static final KeyPart[] KEY = {KeyPart.number("group"), KeyPart.instant("at"), KeyPart.uuid("id")};

    private final JdbcClient jdbc;
    private final Deadlines deadlines;
    private final Findings findings;
    private final FindingSums sums;
    private final FindingSearch search;

    FindingLists(Deadlines deadlines, Findings findings, FindingSums sums, FindingSearch search) {
        this.jdbc = search.jdbc();
        this.deadlines = deadlines;
        this.findings = findings;
        this.sums = sums;
        this.search = search;
    }

    /** A page of a list; {@code tally} is empty where the filter asks for more than sums know. */
    public record Found(Page<Finding> page, Optional<Tally> tally) {}

    /**
     * Findings of retired accounts only where their account is asked for.
     *
     * @throws Refusal.Impossible when it would take too long to find a text
     */
    @ReadsAtOnce
    public Found list(FindingFilter filter, FindingOrder order, PageRequest page) {
        if (filter.text() == null) {
            return found(filter, order, page);
        }
        return Patience.read(
                jdbc,
                () -> found(filter, order, page), // what many resources have is compared one by one
                () -> new Refusal.Impossible(FindingCode.SEARCH_TOO_LONG, "q"));
    }

    /** A page of each filter, by sums of the accounts that all of them mean, and by deadlines, that were read before. */
    @ReadsAtOnce
    public List<Page<Finding>> lists(
            List<FindingFilter> filters,
            FindingOrder order,
            PageRequest page,
            Map<ControlId, StatusSum> summed,
            TimesToFix times) {
        return filters.stream()
                .map(filter ->
                        found(search.seek(filter, times), order, page, summed).page())
                .toList();
    }

    private Found found(FindingFilter filter, FindingOrder order, PageRequest page) {
        var sought = search.seek(filter, deadlines.times());
        return found(sought, order, page, sums.of(sought.filter().circle()));
    }

    private Found found(SoughtFindings sought, FindingOrder order, PageRequest page, Map<ControlId, StatusSum> summed) {
        var after = page.after(KEY);
        var tally = Tally.knows(sought.filter())
                ? Optional.of(new Tally(sought.filter(), sought.chosen(), summed))
                : Optional.<Tally>empty();
        if (sought.filter().contradictsItself()) {
            return new Found(new Page<>(List.of(), null, Page.Total.exact(0)), tally);
        }
        var groups = groups(sought, order, summed);
        if (sought.rare()) {
            var rare = new RareFindings(jdbc, sought).read(groups, after, page.size() + 1);
            return new Found(read(page, rare.places(), Page.Total.exact(rare.total()), sought.times()), tally);
        }
        var places = places(sought, groups, after, page.size() + 1);
        var total = tally.map(it -> Page.Total.exact(it.total())).orElseGet(() -> total(sought, page, places.size()));
        return new Found(read(page, places, total, sought.times()), tally);
    }

    /** What is looked for in resources is not counted beyond the page: that would be a longer search for a number alone. */
    private Page.Total total(SoughtFindings sought, PageRequest page, int rows) {
        var seen = page.seen(rows);
        return seen.countsAll() || sought.text() != null || sought.asksForResources() ? seen : sought.count(jdbc);
    }

    private static List<Group> groups(SoughtFindings sought, FindingOrder order, Map<ControlId, StatusSum> summed) {
        return switch (order) {
            case SEVERITY -> new Groups(sought, summed).severestFirst();
            case NEWEST -> List.of(new FewControls(sought).newest(0, "true"));
            case DUE -> new DueGroups(sought).soonestFirst();
        };
    }

    private List<Place> places(SoughtFindings sought, List<Group> groups, @Nullable List<String> after, int limit) {
        var places = new ArrayList<Place>();
        for (var group : groups) {
            if (group.isAhead(after) && places.size() < limit) {
                places.addAll(first(group, sought, after, limit - places.size()));
            }
        }
        return places;
    }

    /** Of what is due each control's findings are read for themselves: to find a common text in all takes longer than to look at the first. */
    private List<Place> first(Group group, SoughtFindings sought, @Nullable List<String> after, int limit) {
        if (sought.common() && group.reading() == Reading.DUE) {
            var soonest = all(group, sought.ofAnyText(), after, SOON);
            var having = having(soonest, sought).stream().limit(limit).toList();
            if (having.size() == limit || soonest.size() < SOON) {
                return having;
            }
        }
        return all(group, sought, after, limit);
    }

    private List<Place> having(List<Place> places, SoughtFindings sought) {
        var where = sought.havingText().and("f.id = any(:places)");
        var having = jdbc.sql("select f.id from " + RuleSql.FROM + where.where())
                .params(where.parameters())
                .param("places", places.stream().map(Place::id).toArray(UUID[]::new))
                .query((row, number) -> row.getObject("id", UUID.class))
                .set();
        return places.stream().filter(it -> having.contains(it.id())).toList();
    }

    private List<Place> all(Group group, SoughtFindings sought, @Nullable List<String> after, int limit) {
        var where = switch (group.reading()) {
            case NEWEST -> sought.where();
            case NEWEST_OF_CONTROLS -> sought.ofAnyControl();
            case DUE, DUE_AMONG -> sought.ofAnyControlAndDeadline();
        };
        var accounts = sought.filter().accountIds().size();
        var sql = group.first(where, after, accounts > 0 && accounts <= FEW_ACCOUNTS, sought.from(), limit);
        return jdbc.sql(sql)
                .params(where.parameters())
                .query((row, number) -> Place.read(row, group.number()))
                .list();
    }

    private Page<Finding> read(PageRequest page, List<Place> places, Page.Total total, TimesToFix times) {
        var found = page.page(places, total, Place::key);
        return new Page<>(read(found.items(), times), found.nextPageToken(), total);
    }

    private List<Finding> read(List<Place> places, TimesToFix times) {
        var ids = places.stream().map(Place::id).collect(Collectors.toSet());
        var found = findings.all(ids, times).stream().collect(Collectors.toMap(Finding::id, Function.identity()));
        return places.stream()
                .map(place -> found.get(place.id()))
                .filter(Objects::nonNull)
                .toList();
    }
}
