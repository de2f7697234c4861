package io.shisei.dashboard.finding;

import io.shisei.account.Accounts;
import io.shisei.control.Controls;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.NextPage;
import io.shisei.dashboard.Pick;
import io.shisei.dashboard.Places;
import io.shisei.finding.list.FindingLists;
import io.shisei.finding.list.FindingOrder;
import io.shisei.paging.PageRequest;
import io.shisei.view.SavedViews;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class FindingPages {
    private final Accounts accounts;
    private final FindingLists lists;
    private final FindingChoices choices;
    private final Controls controls;
    private final Places places;
    private final SavedViews views;
    private final Clock clock;

    FindingPages(
            Accounts accounts,
            FindingLists lists,
            FindingChoices choices,
            Controls controls,
            Places places,
            SavedViews views,
            Clock clock) {
        this.accounts = accounts;
        this.lists = lists;
        this.choices = choices;
        this.controls = controls;
        this.places = places;
        this.views = views;
        this.clock = clock;
    }

    /** A way to sort the list, and where that is. */
    record Sort(FindingOrder order, String href, boolean current) {}

    @GetPage("/findings")
    String list(
            @ModelAttribute("filter") FindingAddress filter,
            @RequestParam(defaultValue = "SEVERITY") FindingOrder sort,
            @RequestParam(required = false) @Nullable String pageToken,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean more,
            HttpServletRequest request,
            Principal user,
            Locale locale,
            Model model) {
        var wanted = filter.toFilter(accounts, user.getName());
        var found = lists.list(wanted, sort, new PageRequest(PageRequest.DEFAULT_SIZE, pageToken));
        var all = places.accounts();
        model.addAttribute("total", found.page().total());
        model.addAttribute("rows", FindingLine.of(found.page().items(), controls, Places.names(all)));
        model.addAttribute("now", clock.instant());
        model.addAttribute("next", NextPage.of(request, found.page().nextPageToken()));
        if (more) {
            return "findings/list :: rows";
        }
        var picks = choices.picks(filter, all, found.tally().orElse(null), locale);
        model.addAttribute("picks", picks);
        model.addAttribute("chips", chips(request, filter, picks));
        model.addAttribute("sort", sort);
        model.addAttribute("sorts", sorts(request, sort));
        model.addAttribute("views", views.list());
        model.addAttribute("address", sorts(request, sort).get(sort.ordinal()).href());
        model.addAttribute("exports", ExportLink.of(request));
        model.addAttribute(
                "change",
                FindingAddress.of(request, "/findings/change").build(true).toUriString());
        return "findings/list";
    }

    private static List<Chip> chips(HttpServletRequest request, FindingAddress filter, List<Pick> picks) {
        var chips = new ArrayList<>(Chip.of(request, picks));
        Stream.of(
                        Chip.of(request, "ou", filter.ou()),
                        Chip.of(request, "service", filter.service()),
                        Chip.of(request, "resourceType", filter.resourceType()),
                        Chip.of(request, "resourceId", filter.resourceId()))
                .flatMap(it -> it)
                .forEach(chips::add);
        if (filter.id() != null && !filter.id().isEmpty()) {
            chips.add(Chip.whole(request, "id", Integer.toString(filter.id().size())));
        }
        return chips;
    }

    private static List<Sort> sorts(HttpServletRequest request, FindingOrder current) {
        return Stream.of(FindingOrder.values())
                .map(order -> new Sort(
                        order,
                        FindingAddress.of(request, "/findings")
                                .replaceQueryParam("sort", order)
                                .build(true)
                                .toUriString(),
                        order == current))
                .toList();
    }
}
