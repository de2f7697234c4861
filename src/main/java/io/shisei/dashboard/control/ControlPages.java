package io.shisei.dashboard.control;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.dashboard.AccountChoice;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Pick;
import io.shisei.dashboard.trend.Period;
import io.shisei.dashboard.trend.Sparkline;
import io.shisei.finding.Counts;
import io.shisei.refusal.Limits;
import io.shisei.score.ControlScore;
import io.shisei.score.ControlStatus;
import io.shisei.score.Scores;
import io.shisei.score.TrendPoint;
import io.shisei.score.Trends;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;

@Controller
public class ControlPages {
    private static final int DAYS = 90;

    private final Controls controls;
    private final Scores scores;
    private final Trends trends;
    private final AccountChoice accounts;
    private final Clock clock;

    ControlPages(Controls controls, Scores scores, Trends trends, AccountChoice accounts, Clock clock) {
        this.controls = controls;
        this.scores = scores;
        this.trends = trends;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** How the table may be sorted. */
    public enum Order {
        ID(Comparator.comparing(Row::id)),
        SEVERITY(Comparator.comparing(Row::severity)),
        STATUS(Comparator.comparing(Row::status)),
        SCORE(Comparator.comparing(
                row -> row.counts().score(), Comparator.nullsLast(Comparator.<Double>naturalOrder()))),
        FAILED(Comparator.<Row>comparingLong(row -> row.counts().failed()).reversed());

        private final Comparator<Row> comparator;

        Order(Comparator<Row> comparator) {
            this.comparator = comparator;
        }

        Comparator<Row> comparator() {
            return comparator.thenComparing(Row::id);
        }
    }

    record Filter(
            @Nullable Set<String> service,
            @Nullable Set<Severity> severity,
            @Nullable Set<ControlStatus> status,
            @Nullable Set<String> standardId,
            @Nullable String q,
            @Nullable String account,
            @Nullable Order sort) {
        void check() {
            Limits.choices("service", service);
            Limits.choices("severity", severity);
            Limits.choices("status", status);
            Limits.atMost("q", q, Limits.SEARCH);
        }

        public Order order() {
            return sort == null ? Order.ID : sort;
        }

        boolean lets(Row row) {
            return Pick.lets(service, row.service())
                    && Pick.lets(severity, row.severity())
                    && Pick.lets(status, row.status())
                    && (q == null || row.contains(q.strip().toLowerCase(Locale.ROOT)));
        }
    }

    record Row(
            ControlId id,
            String service,
            String title,
            Severity severity,
            ControlStatus status,
            Counts counts,
            Sparkline line,
            boolean disabled,
            boolean retired) {
        boolean contains(String text) {
            return (id + " " + title).toLowerCase(Locale.ROOT).contains(text);
        }
    }

    @GetPage("/controls")
    String list(@ModelAttribute("filter") Filter filter, Locale locale, Model model) {
        filter.check();
        var choice = accounts.of(filter.account());
        var all = rows(choice.selected(), locale);
        var services = all.stream().map(Row::service).distinct().toList();
        var standards = controls.standards().stream().map(Standard::id).toList();
        model.addAttribute("choice", choice);
        model.addAttribute(
                "picks",
                List.of(
                        Pick.plain("service", services, filter.service()),
                        Pick.of("severity", "severity.", List.of(Severity.values()), filter.severity()),
                        Pick.plain("standardId", standards, filter.standardId()),
                        Pick.of("status", "controlStatus.", List.of(ControlStatus.values()), filter.status())));
        model.addAttribute("standards", controls.standards());
        model.addAttribute("orders", Order.values());
        model.addAttribute("total", all.size());
        model.addAttribute(
                "rows",
                all.stream()
                        .filter(filter::lets)
                        .filter(it -> isIn(it, filter.standardId()))
                        .sorted(filter.order().comparator())
                        .toList());
        return "controls/list";
    }

    private boolean isIn(Row row, @Nullable Set<String> standards) {
        return standards == null
                || standards.isEmpty()
                || controls.members(standards).contains(row.id());
    }

    private List<Row> rows(@Nullable String account, Locale locale) {
        var period = Period.of(DAYS, clock);
        var lines = trends.lines(account, period.from(), period.to());
        var now = scores.controls(account);
        var retired = retired();
        return controls.all().stream()
                .map(it -> row(
                        it,
                        now.get(it.id()),
                        line(lines, it.id(), period.from(), period.to()),
                        retired.containsKey(it.id()),
                        locale))
                .toList();
    }

    private Map<ControlId, Object> retired() {
        Map<ControlId, Object> all = new HashMap<>();
        controls.standards().forEach(standard -> all.putAll(standard.retired()));
        return all;
    }

    private static Sparkline line(Map<ControlId, List<TrendPoint>> lines, ControlId id, Instant from, Instant to) {
        return Sparkline.of(lines.getOrDefault(id, List.of()), from, to);
    }

    private static Row row(
            Control control, @Nullable ControlScore score, Sparkline line, boolean retired, Locale locale) {
        var status = score == null ? ControlStatus.NO_DATA : score.status();
        return new Row(
                control.id(),
                control.service(),
                control.title().in(locale),
                control.severity(),
                status,
                score == null ? Counts.NONE : score.counts(),
                line,
                status == ControlStatus.DISABLED,
                retired);
    }
}
