package io.shisei.control;

import io.shisei.control.catalogue.Catalogue;
import io.shisei.control.catalogue.ShippedCatalogue;
import io.shisei.control.setting.ControlSettings;
import io.shisei.inventory.Document;
import io.shisei.inventory.Source;
import io.shisei.refusal.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Every control that can be judged, with its settings. Soon after a start its methods wait for the catalogue. */
@Component
public final class Controls {

    private final Supplier<Catalogue> catalogue;
    private final ControlSettings settings;

    @Autowired
    Controls(ShippedCatalogue shipped, ControlSettings settings) {
        this(shipped::get, settings);
    }

    public Controls(Supplier<Catalogue> catalogue, ControlSettings settings) {
        this.catalogue = catalogue;
        this.settings = settings;
    }

    /** All controls, sorted by id. */
    public List<Control> all() {
        return catalogue.get().judges().values().stream().map(Judge::control).toList();
    }

    public Optional<Control> find(ControlId id) {
        return Optional.ofNullable(catalogue.get().judges().get(id)).map(Judge::control);
    }

    public List<Standard> standards() {
        return catalogue.get().standards();
    }

    public Optional<Standard> standard(String id) {
        return standards().stream().filter(standard -> standard.id().equals(id)).findFirst();
    }

    /** What becomes of each control that is or was in the standard, sorted by id. */
    public List<Standing> standings(Standard standard) {
        var judged = all().stream()
                .filter(control -> standard.controls().contains(control.id())
                        || standard.retired().containsKey(control.id()))
                .map(control -> Standing.of(control, standard.retired().get(control.id())));
        return Stream.concat(judged, standard.unjudged().stream())
                .sorted(Comparator.comparing(Standing::id))
                .toList();
    }

    /** The controls that count for the score of any of these standards. */
    public Set<ControlId> members(Set<String> standardIds) {
        return standards().stream()
                .filter(standard -> standardIds.contains(standard.id()))
                .flatMap(standard -> standard.controls().stream())
                .collect(Collectors.toSet());
    }

    /** The controls that need each IAM action, by action. */
    public SortedMap<String, SortedSet<ControlId>> needing() {
        var needing = new TreeMap<String, SortedSet<ControlId>>();
        all().forEach(control -> control.actions()
                .forEach(action ->
                        needing.computeIfAbsent(action, none -> new TreeSet<>()).add(control.id())));
        return needing;
    }

    /** Of all controls, in their order; reads the database once, where {@link #setting} reads it for each. */
    public Map<ControlId, Setting> settings() {
        return settings.of(all());
    }

    /** The controls that are on, or those that are off. */
    public Set<ControlId> switched(boolean on) {
        var off = settings.off();
        return catalogue.get().judges().keySet().stream()
                .filter(id -> off.contains(id) != on)
                .collect(Collectors.toSet());
    }

    /** Whether the control is switched on, and the values of its parameters. */
    public Setting setting(ControlId id) {
        return settings.of(judge(id).control());
    }

    /**
     * Changes what is not null, from the next scan on; what a control found that is switched off is archived.
     *
     * @param parameters by name; a name left out keeps its value, and null takes that of one without default away
     * @throws Refusal when there is no such control or parameter, or the value is not of its type or out of its limits
     */
    public Setting change(
            ControlId id, @Nullable Boolean enabled, @Nullable Map<String, ? extends @Nullable Object> parameters) {
        var control = find(id).orElseThrow(() -> new Refusal.Unknown(ControlCode.UNKNOWN_CONTROL, id));
        return settings.change(control, enabled, parameters);
    }

    /** @throws Refusal when there is no such control as one of those that somebody chose as {@code controlIds} */
    public void checkChosen(List<ControlId> chosen) {
        for (var i = 0; i < chosen.size(); i++) {
            if (find(chosen.get(i)).isEmpty()) {
                throw new Refusal.Impossible(ControlCode.UNKNOWN_CONTROL, "controlIds/" + i, chosen.get(i));
            }
        }
    }

    /** What a scan judges by: as {@link #plan(Set)}, without the controls for which {@code source} has no evidence. */
    public Plan plan(@Nullable Set<ControlId> only, Source source) {
        return plan(only).only(source::hasEvidenceFor);
    }

    /** The enabled controls, or those of them that are in {@code only}. */
    public Plan plan(@Nullable Set<ControlId> only) {
        var settings = settings();
        var steps = settings.entrySet().stream()
                .filter(control -> only == null || only.contains(control.getKey()))
                .filter(control -> control.getValue().enabled())
                .flatMap(control ->
                        Plan.steps(judge(control.getKey()), control.getValue().parameters()))
                .toList();
        return new Plan(steps, enabled(settings));
    }

    /**
     * Why the control, as it is set now, judges the document of a resource as it does on this occasion.
     *
     * @param type the name of the resource's type; nothing is said of one that the control does not judge any more
     */
    public Evidence explain(Control control, String type, Document document, Occasion occasion) {
        var judge = judge(control.id());
        var parameters = judge.seen(setting(control.id()).parameters());
        return judge.of(type)
                .map(target -> target.explain(document, parameters, occasion.with(enabled(settings()))))
                .orElse(Evidence.NONE);
    }

    private static List<String> enabled(Map<ControlId, Setting> settings) {
        return settings.entrySet().stream()
                .filter(control -> control.getValue().enabled())
                .map(control -> control.getKey().value())
                .toList();
    }

    private Judge judge(ControlId id) {
        var judge = catalogue.get().judges().get(id);
        if (judge == null) {
            throw new IllegalArgumentException("there is no control " + id);
        }
        return judge;
    }

    /** The settings of a control; {@code parameters} has a value for each parameter that has a default or was set. */
    public record Setting(boolean enabled, Map<String, Object> parameters) {}
}
