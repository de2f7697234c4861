package io.shisei.finding.list;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.database.Instants;
import io.shisei.database.ReadsAtOnce;
import io.shisei.deadline.Deadlines;
import io.shisei.deadline.TimesToFix;
import io.shisei.finding.ChosenControls;
import io.shisei.finding.Finding;
import io.shisei.finding.FindingCode;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.FindingSearch;
import io.shisei.finding.Findings;
import io.shisei.finding.sum.FindingSums;
import io.shisei.finding.sum.StatusSum;
import io.shisei.paging.KeyPart;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.paging.Patience;
import io.shisei.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
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

    private static final KeyPart[] KEY = {KeyPart.number("group"), KeyPart.instant("at"), KeyPart.uuid("id")};

    private final JdbcClient jdbc;
    private final Controls controls;
    private final Deadlines deadlines;
    private final Findings findings;
    private final FindingSums sums;
    private final FindingSearch search;

    FindingLists(
            JdbcClient jdbc, Controls controls, Deadlines deadlines, Findings findings, FindingSums sums, Clock clock) {
        this.jdbc = jdbc;
        this.controls = controls;
        this.deadlines = deadlines;
        this.findings = findings;
        this.sums = sums;
        this.search = new FindingSearch(controls, clock);
    }

    /** A page of a list; {@code tally} is empty where the filter asks for more than sums know. */
    public record Found(Page<Finding> page, Optional<Tally> tally) {}

    /** Where a finding stands in the list. */
    private record Place(int group, Instant at, UUID id) {

        List<String> key() {
            return List.of(Integer.toString(group), at.toString(), id.toString());
        }
    }

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
                () -> found(filter, order, page), // no index has parts of reasons
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
                .map(filter -> found(filter, order, page, summed, times).page())
                .toList();
    }

    private Found found(FindingFilter filter, FindingOrder order, PageRequest page) {
        return found(filter, order, page, sums.of(filter.circle()), deadlines.times());
    }

    private Found found(
            FindingFilter filter,
            FindingOrder order,
            PageRequest page,
            Map<ControlId, StatusSum> summed,
            TimesToFix times) {
        var after = page.after(KEY);
        var chosen = new ChosenControls(controls, filter);
        var tally = Tally.knows(filter) ? Optional.of(new Tally(filter, chosen, summed)) : Optional.<Tally>empty();
        var total = tally.map(it -> Page.Total.exact(it.total()))
                .orElseGet(() -> search.where(filter, times).count(jdbc, FindingSearch.from(filter)));
        var places = places(filter, groups(filter, order, chosen, summed, times), after, page.size() + 1, times);
        var found = page.page(places, total, Place::key);
        return new Found(new Page<>(read(found.items(), times), found.nextPageToken(), total), tally);
    }

    private List<Group> groups(
            FindingFilter filter,
            FindingOrder order,
            ChosenControls chosen,
            Map<ControlId, StatusSum> summed,
            TimesToFix times) {
        var few = new FewControls(controls, filter, chosen);
        return switch (order) {
            case SEVERITY -> new Groups(filter, chosen, few, summed).severestFirst();
            case NEWEST -> List.of(few.newest(0, "true"));
            case DUE -> new DueGroups(filter, controls, times).soonestFirst();
        };
    }

    private List<Place> places(
            FindingFilter filter, List<Group> groups, @Nullable List<String> after, int limit, TimesToFix times) {
        var from = after == null ? -1 : Long.parseLong(after.getFirst());
        var places = new ArrayList<Place>();
        for (var group : groups) {
            if (group.number() >= from && places.size() < limit) {
                var last = group.number() == from ? after : null;
                places.addAll(first(group, filter, last, limit - places.size(), times));
            }
        }
        return places;
    }

    private List<Place> first(
            Group group, FindingFilter filter, @Nullable List<String> after, int limit, TimesToFix times) {
        var where =
                group.reading() == Reading.NEWEST ? search.where(filter, times) : search.ofAnyControl(filter, times);
        if (after != null) {
            where.and(group.reading().after());
            where.parameters().put("at", after.get(1));
            where.parameters().put("id", after.get(2));
        }
        var accounts = filter.accountIds().size();
        var sql = group.first(where, accounts > 0 && accounts <= FEW_ACCOUNTS, FindingSearch.from(filter), limit);
        return jdbc.sql(sql)
                .params(where.parameters())
                .query((row, number) ->
                        new Place(group.number(), Instants.read(row, "at"), row.getObject("id", UUID.class)))
                .list();
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
