package io.shisei.dashboard.finding;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.NextPage;
import io.shisei.dashboard.Words;
import io.shisei.dashboard.choice.CircleChoice;
import io.shisei.finding.history.Counted;
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.MovementFilter;
import io.shisei.finding.history.Movements;
import io.shisei.paging.PageRequest;
import io.shisei.score.DayZone;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists behind the counts of steps. */
@Controller
class MovementPages {

    private final Movements movements;
    private final Controls controls;
    private final CircleChoice circles;
    private final DayZone days;

    MovementPages(Movements movements, Controls controls, CircleChoice circles, DayZone days) {
        this.movements = movements;
        this.controls = controls;
        this.circles = circles;
        this.days = days;
    }

    /** As a step names what it counts, or several of them from one day to another; without a day, today. */
    record Address(
            @Nullable LocalDate day,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String ou,
            @Nullable String account,
            @Nullable ControlId controlId,
            @Nullable String standardId,
            @Nullable MoveCause cause,
            @Nullable Counted was,
            @Nullable Counted became) {}

    @GetPage("/movements")
    String list(
            @ModelAttribute("filter") Address address,
            @RequestParam(required = false) @Nullable String pageToken,
            HttpServletRequest request,
            Model model) {
        var day = Objects.requireNonNullElseGet(address.day(), days::today);
        var from = Objects.requireNonNullElse(address.from(), day);
        var to = Objects.requireNonNullElse(address.to(), day);
        var choice = circles.of(address.ou(), address.account());
        var chosen = MovementFilter.chosen(controls, address.controlId(), Words.orNull(address.standardId()));
        var filter =
                new MovementFilter(from, to, choice.circle(), chosen, address.cause(), address.was(), address.became());
        var page = movements.list(filter, new PageRequest(PageRequest.DEFAULT_SIZE, pageToken));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("choice", choice);
        model.addAttribute("page", page);
        model.addAttribute("next", NextPage.of(request, page.nextPageToken()));
        return "movements/list";
    }
}
