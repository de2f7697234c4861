package io.shisei.dashboard.finding;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.dashboard.AccountChoice;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.NextPage;
import io.shisei.dashboard.Words;
import io.shisei.finding.history.Counted;
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.MovementFilter;
import io.shisei.finding.history.Movements;
import io.shisei.paging.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    private final AccountChoice accounts;
    private final Clock clock;

    MovementPages(Movements movements, Controls controls, AccountChoice accounts, Clock clock) {
        this.movements = movements;
        this.controls = controls;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** As a step names what it counts; without day, today. */
    record Address(
            @Nullable LocalDate day,
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
        var day = address.day() == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : address.day();
        var account = accounts.of(address.account()).selected();
        var chosen = MovementFilter.chosen(controls, address.controlId(), Words.orNull(address.standardId()));
        var filter = new MovementFilter(day, account, chosen, address.cause(), address.was(), address.became());
        var page = movements.list(filter, new PageRequest(PageRequest.DEFAULT_SIZE, pageToken));
        model.addAttribute("day", day);
        model.addAttribute("account", account);
        model.addAttribute("page", page);
        model.addAttribute("next", NextPage.of(request, page.nextPageToken()));
        return "movements/list";
    }
}
