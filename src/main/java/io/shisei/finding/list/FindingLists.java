package io.shisei.finding.list;

import io.shisei.control.ControlId;
import io.shisei.database.ReadsAtOnce;
import io.shisei.deadline.Deadlines;
import io.shisei.deadline.TimesToFix;
import io.shisei.finding.Finding;
import io.shisei.finding.FindingCode;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.Findings;
import io.shisei.finding.search.FindingSearch;
import io.shisei.finding.search.SoughtFindings;
import io.shisei.finding.sum.FindingSums;
import io.shisei.finding.sum.StatusSum;
import io.shisei.paging.KeyPart;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.paging.Patience;
import io.shisei.refusal.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of findings, sorted as somebody wants them: see docs/adr/0112. */
@Repository
public class FindingLists {

    /** Texts are found by indexes, which are small enough to be at hand: the planner would rather read tables as a whole. */
    private static final String BY_INDEXES = "set local random_page_cost = 1.1";

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
                () -> {
                    jdbc.sql(BY_INDEXES).update();
                    return found(filter, order, page);
                },
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
        var found = search.seek(filter, deadlines.times());
        var sought = found.filter().findsUnsettledAlone() ? found.amongUnsettled() : found;
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
        if (sought.rare()) {
            var groups = groups(sought, order, summed);
            var rare = new RareFindings(jdbc, sought).read(groups, after, page.size() + 1);
            return new Found(read(page, rare.places(), Page.Total.exact(rare.total()), sought.times()), tally);
        }
        var places = places(sought, order, summed, after, page.size() + 1);
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

    /** Those of what is unsettled as it is found, and the others. */
    private static List<Group> groups(
            SoughtFindings sought, SoughtFindings unsettled, FindingOrder order, Map<ControlId, StatusSum> summed) {
        var groups = groups(sought, order, summed);
        return unsettled == sought
                ? groups
                : Stream.concat(
                                groups(unsettled, order, summed).stream().filter(Group::unsettled),
                                groups.stream().filter(group -> !group.unsettled()))
                        .sorted(Comparator.comparing(Group::number))
                        .toList();
    }

    /** Groups are read one after the other, but for those of which all that has a text is found at once. */
    private List<Place> places(
            SoughtFindings sought,
            FindingOrder order,
            Map<ControlId, StatusSum> summed,
            @Nullable List<String> after,
            int limit) {
        var unsettled = sought.amongUnsettled();
        var groups = groups(sought, unsettled, order, summed).stream()
                .filter(group -> group.isAhead(after))
                .toList();
        var places = new ArrayList<Place>();
        for (int next = 0; next < groups.size() && places.size() < limit; ) {
            var group = groups.get(next);
            var rest = limit - places.size();
            if (group.unsettled() && unsettled.rare()) {
                var together =
                        groups.stream().skip(next).takeWhile(Group::unsettled).toList();
                places.addAll(new RareFindings(jdbc, unsettled)
                        .read(together, after, rest)
                        .places());
                next += together.size();
            } else {
                places.addAll(places(group, group.unsettled() ? unsettled : sought, after, rest));
                next++;
            }
        }
        return places;
    }

    private List<Place> places(Group group, SoughtFindings sought, @Nullable List<String> after, int limit) {
        var where = switch (group.reading()) {
            case NEWEST -> sought.where();
            case NEWEST_OF_CONTROLS -> sought.ofAnyControl();
            case DUE, DUE_AMONG -> sought.ofAnyControlAndDeadline();
        };
        var accounts = sought.filter().accountIds().size();
        var inAccounts = accounts > 0 && accounts <= SoughtFindings.FEW_ACCOUNTS && !sought.isAlongUnsettled();
        var sql = group.first(where, after, inAccounts, sought.from(), limit);
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
