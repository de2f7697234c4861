package io.shisei.control;

import io.shisei.control.catalogue.Catalogue;
import io.shisei.control.catalogue.ShippedCatalogue;
import io.shisei.control.setting.ControlSettings;
import io.shisei.control.setting.Level;
import io.shisei.control.setting.Said;
import io.shisei.control.setting.SettingChange;
import io.shisei.control.setting.Settings;
import io.shisei.control.setting.Values;
import io.shisei.inventory.Document;
import io.shisei.inventory.Source;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.Refusal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
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

    /** Of all controls, in their order, in one account or (null) where nothing of its own is said; reads the database once. */
    public Map<ControlId, Setting> settings(@Nullable String accountId) {
        return settings.now().of(all(), accountId);
    }

    /** Lets all settings stay as they are until the transaction ends. To be asked before places are locked. */
    public void hold() {
        settings.hold();
    }

    /** Whether each control is on, in one account or (null) in any. */
    public Map<ControlId, Boolean> switches(@Nullable String accountId) {
        if (accountId == null) {
            return settings.now().onAnywhere(all());
        }
        var switches = new LinkedHashMap<ControlId, Boolean>();
        settings(accountId).forEach((id, setting) -> switches.put(id, setting.enabled()));
        return switches;
    }

    /** By account, the controls that are off there; an account may be left out where none is. */
    public Map<String, List<ControlId>> off() {
        return settings.now().off(all());
    }

    /** How the control is set in an account, or (null) where nothing of its own is said. */
    public Setting setting(ControlId id, @Nullable String accountId) {
        return settingsOf(id).of(judge(id).control(), accountId);
    }

    /** All settings as they are now. */
    public Settings settingsNow() {
        return settings.now();
    }

    /**
     * All settings as they would be if this was said of a control; nothing is kept.
     *
     * @throws Refusal as {@link #say}
     */
    public Settings proposed(ControlId id, Level level, Values values) {
        return settings.now().with(settings.check(existing(id), level, values));
    }

    /** What is said of the control; reads the database once. */
    public Settings settingsOf(ControlId id) {
        return settings.of(id);
    }

    /** What is said of controls for one account alone, sorted by control. */
    public List<Said> saidOf(String accountId) {
        return settings.of(accountId);
    }

    /** The changes of what is said of the control, newest first. */
    public Page<SettingChange> settingHistory(ControlId id, PageRequest page) {
        return settings.history(id, page);
    }

    public Optional<SettingChange> settingChange(UUID id) {
        return settings.change(id);
    }

    /** The last change that may have changed verdicts of the control, somewhere. */
    public Optional<SettingChange> lastChange(ControlId id) {
        return settings.lastChange(id, judge(id).asksForSwitches());
    }

    /** The accounts that are not retired in which a control is set otherwise by a change that was just made. */
    public Set<String> concerned(SettingChange change) {
        var now = settings.now();
        var before = now.with(new Said(change.control(), change.level(), change.before()));
        return now.unlike(before, judge(change.control()).control()).keySet();
    }

    /** The controls whose verdicts a change may change: its own, and those that ask which controls are on. */
    public List<Control> dependents(SettingChange change) {
        return catalogue.get().judges().values().stream()
                .filter(judge ->
                        judge.control().id().equals(change.control()) || change.switched() && judge.asksForSwitches())
                .map(Judge::control)
                .toList();
    }

    /** The controls whose verdicts may be others in another unit: as {@link #dependents}, of all that is said at units. */
    public List<Control> dependentsOnUnits() {
        var said = settings.now().ofUnits();
        var named = said.stream().map(Said::control).collect(Collectors.toSet());
        var switched = said.stream().anyMatch(it -> it.values().enabled() != null);
        return catalogue.get().judges().values().stream()
                .filter(judge -> named.contains(judge.control().id()) || switched && judge.asksForSwitches())
                .map(Judge::control)
                .toList();
    }

    /**
     * Changes everywhere what is not null; findings follow at once where nothing else is said.
     *
     * @param parameters by name; a name left out keeps its value, and null takes that of one without default away
     * @param username the user who wants it
     * @throws Refusal when there is no such control or parameter, or the value is not of its type or out of its limits
     */
    public Setting change(
            ControlId id,
            @Nullable Boolean enabled,
            @Nullable Map<String, ? extends @Nullable Object> parameters,
            String username) {
        settings.change(existing(id), enabled, parameters == null ? Map.of() : parameters, username);
        return setting(id, null);
    }

    /**
     * Says this of a control at a level, instead of all that was said there; findings follow at once.
     *
     * @param note why; null: nobody says
     * @param username the user who wants it
     * @throws Refusal when there is no such control or parameter, a value is not of its type or out of its limits, no
     *     account is at the level, or the note is too long
     */
    public void say(ControlId id, Level level, Values values, @Nullable String note, String username) {
        settings.say(existing(id), level, values, note, username);
    }

    private Control existing(ControlId id) {
        return find(id).orElseThrow(() -> new Refusal.Unknown(ControlCode.UNKNOWN_CONTROL, id));
    }

    /** @throws Refusal when there is no such control as one of those that somebody chose as {@code controlIds} */
    public void checkChosen(List<ControlId> chosen) {
        for (var i = 0; i < chosen.size(); i++) {
            if (find(chosen.get(i)).isEmpty()) {
                throw new Refusal.Impossible(ControlCode.UNKNOWN_CONTROL, "controlIds/" + i, chosen.get(i));
            }
        }
    }

    /** What a scan of an account judges by: as {@link #plan(Set, String)}, without what {@code source} has no evidence for. */
    public Plan plan(@Nullable Set<ControlId> only, String accountId, Source source) {
        return plan(only, accountId).only(source::hasEvidenceFor);
    }

    /** The controls that are on in an account, or those of them that are in {@code only}. */
    public Plan plan(@Nullable Set<ControlId> only, @Nullable String accountId) {
        return plan(only, settings(accountId));
    }

    /** As {@link #plan(Set, String)}, with other settings than those of now. */
    public Plan plan(Set<ControlId> only, String accountId, Settings proposed) {
        return plan(only, proposed.of(all(), accountId));
    }

    private Plan plan(@Nullable Set<ControlId> only, Map<ControlId, Setting> settings) {
        var steps = settings.entrySet().stream()
                .filter(control -> only == null || only.contains(control.getKey()))
                .filter(control -> control.getValue().enabled())
                .flatMap(control ->
                        Plan.steps(judge(control.getKey()), control.getValue().parameters()))
                .toList();
        return new Plan(steps, settings);
    }

    /**
     * Why the control, as it is set now in the account, judges the document of a resource as it does on this occasion.
     *
     * @param type the name of the resource's type; nothing is said of one that the control does not judge any more
     */
    public Evidence explain(Control control, String type, Document document, Occasion occasion) {
        return explain(control, type, document, occasion, settings(occasion.account()));
    }

    /** As {@link #explain(Control, String, Document, Occasion)}, by {@link #settings} that were read before. */
    public Evidence explain(
            Control control, String type, Document document, Occasion occasion, Map<ControlId, Setting> settings) {
        var judge = judge(control.id());
        var parameters =
                judge.seen(Objects.requireNonNull(settings.get(control.id())).parameters());
        return judge.of(type)
                .map(target -> target.explain(document, parameters, occasion.with(Plan.enabled(settings))))
                .orElse(Evidence.NONE);
    }

    /** How the control judges each type, as its file writes it. */
    public List<ConditionText> conditions(ControlId id) {
        return judge(id).targets().stream().map(ConditionText::of).toList();
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
