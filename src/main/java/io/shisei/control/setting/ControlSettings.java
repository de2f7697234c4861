package io.shisei.control.setting;

import io.shisei.account.Accounts;
import io.shisei.control.Control;
import io.shisei.control.ControlCode;
import io.shisei.control.ControlId;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The settings of controls: their defaults, and over them what operators say at each level. */
@Component
public class ControlSettings {

    private final StoredSettings stored;
    private final SettingHistory history;
    private final Accounts accounts;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ControlSettings(
            StoredSettings stored,
            SettingHistory history,
            Accounts accounts,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stored = stored;
        this.history = history;
        this.accounts = accounts;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** As they are now; reads the database once. */
    public Settings now() {
        return new Settings(stored.findAll().stream().map(StoredSetting::toSaid).toList(), accounts);
    }

    /** Lets them stay as they are until the transaction ends. To be asked before the locks of places are taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        history.hold();
    }

    /** As {@link #now}, of one control alone. */
    public Settings of(ControlId control) {
        return new Settings(
                stored.findByControlId(control.value()).stream()
                        .map(StoredSetting::toSaid)
                        .toList(),
                accounts);
    }

    /** What is said for one account alone, sorted by control. */
    public List<Said> of(String accountId) {
        return stored.findByAccountIdOrderByControlId(accountId).stream()
                .map(StoredSetting::toSaid)
                .toList();
    }

    public Page<SettingChange> history(ControlId control, PageRequest page) {
        return history.of(control, page);
    }

    /** @param orSwitch also one that switched another control */
    public Optional<SettingChange> lastChange(ControlId control, boolean orSwitch) {
        return history.last(control, orSwitch);
    }

    public Optional<SettingChange> change(UUID id) {
        return history.find(id);
    }

    /**
     * What may be said of a control at a level.
     *
     * @throws Refusal when there is no such parameter, a value is not of its type or out of its limits, or no account is at
     *     the level
     */
    public Said check(Control control, Level level, Values values) {
        if (!values.saysNothing()) {
            checkLevel(level);
        }
        var all = Values.NONE.with(values.enabled(), valid(control, values.parameters()));
        return new Said(control.id(), level, all.at(level));
    }

    private void checkLevel(Level level) {
        var account = level.accountId();
        if (account != null && !accounts.existsById(account)) {
            throw new Refusal.Impossible(ControlCode.SETTING_ACCOUNT_NOT_WATCHED, "accountId", account);
        }
        var ou = level.ou();
        if (ou != null && !accounts.ous().containsKey(ou)) {
            throw new Refusal.Impossible(ControlCode.SETTING_OU_EMPTY, "ou", ou);
        }
    }

    /**
     * Says this of a control at a level, instead of all that was said there.
     *
     * @param note why; null: nobody says
     * @throws Refusal as {@link #check}, or when the note is too long
     */
    public void say(Control control, Level level, Values values, @Nullable String note, String username) {
        var said = check(control, level, values).values();
        put(control, level, before -> said, note, username);
    }

    /**
     * Changes what is said of a control everywhere.
     *
     * @param enabled null leaves it as it is
     * @param parameters by name; a name left out keeps its value, and null takes that of one without default away
     * @throws Refusal as {@link #check}, or when null is given for a parameter with a default
     */
    public void change(
            Control control,
            @Nullable Boolean enabled,
            Map<String, ? extends @Nullable Object> parameters,
            String username) {
        var wanted = valid(control, parameters);
        put(control, Level.EVERYWHERE, before -> before.with(enabled, wanted), null, username);
    }

    private void put(
            Control control, Level level, UnaryOperator<Values> change, @Nullable String note, String username) {
        Limits.atMost("note", note, Limits.NOTE);
        transaction.executeWithoutResult(status -> {
            history.holdAlone();
            var known = stored.findByControlId(control.id().value()).stream()
                    .filter(it -> it.toSaid().level().equals(level))
                    .findFirst();
            var before = known.map(it -> it.toSaid().values()).orElse(Values.NONE);
            var after = change.apply(before).at(level);
            if (!after.isSameAs(before)) {
                store(known.orElseGet(() -> new StoredSetting(control.id(), level)), after);
                tell(new SettingChange(
                        UUID.randomUUID(), control.id(), level, clock.instant(), username, note, before, after));
            }
        });
    }

    private void store(StoredSetting setting, Values values) {
        if (values.saysNothing()) {
            stored.delete(setting); // which was there: otherwise nothing would have changed
        } else {
            setting.say(values);
            stored.save(setting);
        }
    }

    private void tell(SettingChange change) {
        history.append(change);
        events.publishEvent(new SettingChanged(change));
    }

    private static Map<String, @Nullable Object> valid(
            Control control, Map<String, ? extends @Nullable Object> values) {
        var valid = new LinkedHashMap<String, @Nullable Object>();
        values.forEach((name, value) -> {
            var parameter = control.parameters().get(name);
            if (parameter == null) {
                throw new Refusal.Impossible(ControlCode.NO_SUCH_PARAMETER, field(name), control.id(), name);
            }
            try {
                valid.put(name, parameter.valid(value));
            } catch (IllegalArgumentException e) {
                throw new Refusal.Impossible(
                        ControlCode.PARAMETER_VALUE, field(name), name, String.valueOf(e.getMessage()));
            }
        });
        return valid;
    }

    private static String field(String parameter) {
        return "parameters/" + parameter;
    }
}
