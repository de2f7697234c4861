package io.shisei.dashboard.control.list;

import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Pick;
import io.shisei.dashboard.SamePage;
import io.shisei.dashboard.choice.CircleChoice;
import io.shisei.score.ControlStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;

@Controller
class ControlPages {

    private final Controls controls;
    private final ControlRows rows;
    private final CircleChoice circles;

    ControlPages(Controls controls, ControlRows rows, CircleChoice circles) {
        this.controls = controls;
        this.rows = rows;
        this.circles = circles;
    }

    /** How many controls have a status, or (null) any, and the page of them alone. */
    record Tab(@Nullable ControlStatus status, long count, String address, boolean chosen) {}

    @GetPage("/controls")
    String list(
            @ModelAttribute("filter") ControlFilter filter, HttpServletRequest request, Locale locale, Model model) {
        filter.check();
        var choice = circles.of(filter.ou(), filter.account());
        var all = rows.of(choice, locale);
        var shown = all.stream().filter(row -> filter.lets(row, controls)).toList();
        var page = SamePage.of(request);
        model.addAttribute("choice", choice);
        var picks = picks(filter, all);
        model.addAttribute("picks", picks);
        model.addAttribute("set", Pick.chosen(picks));
        model.addAttribute("standards", controls.standards());
        model.addAttribute("orders", Order.values());
        model.addAttribute("sorts", sorts(page));
        model.addAttribute("groupings", Grouping.values());
        model.addAttribute("tabs", tabs(filter, all, page));
        model.addAttribute("shown", shown.size());
        model.addAttribute("total", all.size());
        model.addAttribute("changeDays", ControlRows.CHANGE_DAYS);
        model.addAttribute("groups", filter.grouping().groups(shown, all, filter.order()));
        return "controls/list";
    }

    private List<Pick> picks(ControlFilter filter, List<ControlRow> all) {
        var services = all.stream().map(ControlRow::service).distinct().toList();
        var standards = controls.standards().stream().map(Standard::id).toList();
        return List.of(
                Pick.plain("service", services, filter.service()),
                Pick.of("severity", "severity.", List.of(Severity.values()), filter.severity()),
                Pick.plain("standardId", standards, filter.standardId()),
                Pick.of("status", "controlStatus.", List.of(ControlStatus.values()), filter.status()));
    }

    private static Map<String, String> sorts(SamePage page) {
        return Arrays.stream(Order.values()).collect(Collectors.toMap(Order::name, order -> page.with("sort", order)));
    }

    private List<Tab> tabs(ControlFilter filter, List<ControlRow> all, SamePage page) {
        var counts = all.stream()
                .filter(row -> filter.letsButForStatus(row, controls))
                .collect(Collectors.groupingBy(ControlRow::status, Collectors.counting()));
        var chosen = filter.status() == null ? Set.<ControlStatus>of() : filter.status();
        var any = counts.values().stream().mapToLong(count -> count).sum();
        return Stream.concat(
                        Stream.of(new Tab(null, any, page.with("status", null), chosen.isEmpty())),
                        Arrays.stream(ControlStatus.values())
                                .map(status -> new Tab(
                                        status,
                                        counts.getOrDefault(status, 0L),
                                        page.with("status", status),
                                        chosen.equals(Set.of(status)))))
                .toList();
    }
}
