package io.shisei.control.setting;

import io.shisei.account.Accounts;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls.Setting;
import io.shisei.control.parameter.Parameter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said of controls at a moment, and what that comes to. The switch and each parameter by itself are as the nearest
 * level says: the account, else the innermost organizational unit that says anything, else everywhere, else the default.
 */
public final class Settings {

    private final Map<ControlId, List<Said>> said;
    private final Accounts accounts;

    public Settings(Collection<Said> said, Accounts accounts) {
        this.said = said.stream()
                .sorted((one, other) -> one.level().compareTo(other.level()))
                .collect(Collectors.groupingBy(Said::control));
        this.accounts = accounts;
    }

    /** All that is said of a control, the nearest to an account first. */
    public List<Said> said(ControlId control) {
        return said.getOrDefault(control, List.of());
    }

    /** All that is said at organizational units. */
    public List<Said> ofUnits() {
        return all().filter(it -> it.level().ou() != null).toList();
    }

    /** What is said of a control at a level. */
    public Values at(ControlId control, Level level) {
        return saying(control)
                .filter(it -> it.level().equals(level))
                .map(Said::values)
                .findFirst()
                .orElse(Values.NONE);
    }

    /** As they would be if this were said. */
    public Settings with(Said other) {
        var rest = all().filter(it ->
                !it.control().equals(other.control()) || !it.level().equals(other.level()));
        return new Settings(Stream.concat(rest, Stream.of(other)).toList(), accounts);
    }

    /** In one account, or (null) where nothing of its own is said. */
    public Setting of(Control control, @Nullable String accountId) {
        return of(control, seat(accountId));
    }

    /** What would hold at a level if nothing were said there. */
    public Setting around(Control control, Level level) {
        var others = with(new Said(control.id(), level, Values.NONE));
        return others.of(control, level.ou() == null ? others.seat(level.accountId()) : new Seat(null, level.ou()));
    }

    /** How a control is set, by the accounts that are not retired in which {@code others} set it otherwise; sorted by id. */
    public SortedMap<String, Setting> unlike(Settings others, Control control) {
        var unlike = new TreeMap<String, Setting>();
        accounts.whereabouts().entrySet().stream()
                .map(Seat::of)
                .filter(seat -> !of(control, seat).equals(others.of(control, seat)))
                .forEach(seat -> unlike.put(Objects.requireNonNull(seat.accountId()), of(control, seat)));
        return unlike;
    }

    /** Of each, in their order. */
    public Map<ControlId, Setting> of(Collection<Control> controls, @Nullable String accountId) {
        var seat = seat(accountId);
        var all = new LinkedHashMap<ControlId, Setting>();
        controls.forEach(control -> all.put(control.id(), of(control, seat)));
        return all;
    }

    /** By account, those of the controls that are off there. */
    public Map<String, List<ControlId>> off(Collection<Control> controls) {
        var switched = controls.stream()
                .filter(control ->
                        saying(control.id()).anyMatch(it -> it.values().enabled() != null))
                .toList();
        return switched.isEmpty()
                ? Map.of()
                : accounts.whereabouts().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, account -> off(switched, Seat.of(account))));
    }

    private List<ControlId> off(List<Control> controls, Seat seat) {
        return controls.stream()
                .filter(control -> !of(control, seat).enabled())
                .map(Control::id)
                .toList();
    }

    /** Whether each control is on in any account that is not retired. */
    public Map<ControlId, Boolean> onAnywhere(Collection<Control> controls) {
        var seats = all().allMatch(it -> it.level().everywhere() || it.values().enabled() == null)
                ? List.of(Seat.NONE)
                : watched();
        var on = new LinkedHashMap<ControlId, Boolean>();
        controls.forEach(control -> on.put(
                control.id(), seats.stream().anyMatch(seat -> of(control, seat).enabled())));
        return on;
    }

    /** Where there is no account yet, what is said of none holds. */
    private List<Seat> watched() {
        var seats = accounts.whereabouts().entrySet().stream().map(Seat::of).toList();
        return seats.isEmpty() ? List.of(Seat.NONE) : seats;
    }

    private Setting of(Control control, Seat seat) {
        var here = saying(control.id()).filter(it -> it.level().holds(seat)).toList();
        var values = new LinkedHashMap<String, Object>();
        control.parameters()
                .forEach((name, parameter) -> here.stream()
                        .flatMap(it -> valid(parameter, it.values().parameters().get(name)).stream())
                        .findFirst()
                        .or(() -> Optional.ofNullable(parameter.defaultValue()))
                        .ifPresent(value -> values.put(name, value)));
        var enabled = here.stream()
                .flatMap(it -> Stream.ofNullable(it.values().enabled()))
                .findFirst();
        return new Setting(enabled.orElse(true), values);
    }

    /** A value that a newer version of the control no longer allows is as good as not said. */
    private static Optional<Object> valid(Parameter parameter, @Nullable Object value) {
        try {
            return value == null ? Optional.empty() : Optional.ofNullable(parameter.valid(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Nobody asks where an account is as long as nothing is said of any unit. */
    private Seat seat(@Nullable String accountId) {
        if (accountId == null) {
            return Seat.NONE;
        }
        return all().allMatch(it -> it.level().ou() == null)
                ? new Seat(accountId, null)
                : new Seat(accountId, accounts.ou(accountId).orElse(null));
    }

    private Stream<Said> saying(ControlId control) {
        return said(control).stream();
    }

    private Stream<Said> all() {
        return said.values().stream().flatMap(List::stream);
    }
}
