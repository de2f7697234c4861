package io.shisei.dashboard.control;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Difference;
import io.shisei.control.Severity;
import io.shisei.control.Standing;
import io.shisei.control.Standing.State;
import io.shisei.dashboard.GetPage;
import io.shisei.dashboard.Pick;
import io.shisei.refusal.Limits;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What becomes of each control of a standard here. */
@Controller
public class StandardCoveragePages {

    private final Controls controls;

    StandardCoveragePages(Controls controls) {
        this.controls = controls;
    }

    record Filter(
            @Nullable Set<State> state,
            @Nullable Set<String> service,
            @Nullable String q,
            @Nullable Boolean differs) {
        void check() {
            Limits.choices("state", state);
            Limits.choices("service", service);
            Limits.atMost("q", q, Limits.SEARCH);
        }

        boolean lets(Row row) {
            return Pick.lets(state, row.state())
                    && Pick.lets(service, row.id().service())
                    && (differs == null || !differs || row.differs() != null)
                    && (q == null || row.contains(q.strip().toLowerCase(Locale.ROOT)));
        }
    }

    record Row(
            ControlId id,
            String title,
            Severity severity,
            State state,
            boolean judged,
            @Nullable LocalDate retired,
            @Nullable Difference differs) {
        static Row of(Standing of, Locale locale) {
            return new Row(
                    of.id(), of.title().in(locale), of.severity(), of.state(), of.judged(), of.retired(), of.differs());
        }

        boolean contains(String text) {
            return (id + " " + title).toLowerCase(Locale.ROOT).contains(text);
        }
    }

    /**
     * The controls of a service that are shown.
     *
     * @param evaluated of all that the service has in the standard
     * @param counted all that it has
     */
    record Group(String service, List<Row> rows, long evaluated, long counted) {
        static Group of(List<Row> rows, List<Row> ofService) {
            var evaluated = count(ofService, State.EVALUATED);
            return new Group(
                    rows.getFirst().id().service(), rows, evaluated, evaluated + count(ofService, State.PLANNED));
        }

        private static long count(List<Row> rows, State state) {
            return rows.stream().filter(row -> row.state() == state).count();
        }
    }

    record Tile(State state, long count) {}

    @GetPage("/standards/{id}/coverage")
    String show(@PathVariable String id, @ModelAttribute("filter") Filter filter, Locale locale, Model model) {
        filter.check();
        var standard = controls.standard(id).orElseThrow();
        var all = controls.standings(standard).stream()
                .map(standing -> Row.of(standing, locale))
                .toList();
        var services = all.stream().map(row -> row.id().service()).collect(Collectors.toSet());
        model.addAttribute("standard", standard);
        model.addAttribute("tiles", tiles(all));
        var picks = List.of(
                Pick.of("state", "standing.", List.of(State.values()), filter.state()),
                Pick.plain("service", services, filter.service()));
        model.addAttribute("picks", picks);
        model.addAttribute("set", Pick.chosen(picks));
        model.addAttribute("groups", groups(all.stream().filter(filter::lets).toList(), all));
        return "controls/coverage";
    }

    private static List<Tile> tiles(List<Row> all) {
        var counts = all.stream().collect(Collectors.groupingBy(Row::state, Collectors.counting()));
        return List.of(State.values()).stream()
                .map(state -> new Tile(state, counts.getOrDefault(state, 0L)))
                .toList();
    }

    private static List<Group> groups(List<Row> shown, List<Row> all) {
        var ofServices = byService(all);
        return byService(shown).entrySet().stream()
                .map(service -> Group.of(service.getValue(), ofServices.getOrDefault(service.getKey(), List.of())))
                .toList();
    }

    /** AWS writes the same service in two ways, AutoScaling and Autoscaling. */
    private static Map<String, List<Row>> byService(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.id().service(),
                        () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
                        Collectors.toList()));
    }
}
