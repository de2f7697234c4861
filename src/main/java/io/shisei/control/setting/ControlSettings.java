package io.shisei.control.setting;

import io.shisei.control.Control;
import io.shisei.control.ControlCode;
import io.shisei.control.ControlId;
import io.shisei.control.ControlSwitched;
import io.shisei.control.Controls.Setting;
import io.shisei.control.parameter.Parameter;
import io.shisei.refusal.Refusal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The settings of controls: their defaults, and over them what operators changed. */
@Component
public class ControlSettings {

    private final StoredSettings stored;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;

    ControlSettings(StoredSettings stored, TransactionOperations transaction, ApplicationEventPublisher events) {
        this.stored = stored;
        this.transaction = transaction;
        this.events = events;
    }

    public Setting of(Control control) {
        return setting(control, stored.findById(control.id().value()).orElse(null));
    }

    /** Of each, in their order; reads the database once. */
    public Map<ControlId, Setting> of(Collection<Control> controls) {
        var changed = stored.findAll().stream().collect(Collectors.toMap(StoredSetting::controlId, setting -> setting));
        var all = new LinkedHashMap<ControlId, Setting>();
        controls.forEach(control ->
                all.put(control.id(), setting(control, changed.get(control.id().value()))));
        return all;
    }

    /** Those that are switched off, also some that are no more. */
    public Set<ControlId> off() {
        return stored.findAll().stream()
                .filter(setting -> !setting.enabled())
                .map(setting -> new ControlId(setting.controlId()))
                .collect(Collectors.toSet());
    }

    /**
     * Changes what is not null.
     *
     * @throws Refusal when there is no such parameter, or the value is not of its type or out of its limits
     */
    public Setting change(
            Control control, @Nullable Boolean enabled, @Nullable Map<String, ? extends @Nullable Object> parameters) {
        var setting = stored.findById(control.id().value()).orElseGet(() -> new StoredSetting(control.id()));
        if (parameters != null) {
            setting.set(valid(control, parameters));
        }
        if (enabled != null) {
            setting.enable(enabled);
        }
        return transaction.execute(status -> {
            var saved = stored.save(setting);
            events.publishEvent(new ControlSwitched(control.id()));
            return setting(control, saved);
        });
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

    private static Setting setting(Control control, @Nullable StoredSetting changed) {
        var values = new LinkedHashMap<String, Object>();
        var stored = changed == null ? Map.<String, Object>of() : changed.parameters();
        control.parameters().forEach((name, parameter) -> {
            var value = value(parameter, stored.get(name));
            if (value != null) {
                values.put(name, value);
            }
        });
        return new Setting(changed == null || changed.enabled(), values);
    }

    // A stored value that a newer version of the control no longer allows gives way to the default.
    private static @Nullable Object value(Parameter parameter, @Nullable Object stored) {
        try {
            return stored == null ? parameter.defaultValue() : parameter.valid(stored);
        } catch (IllegalArgumentException e) {
            return parameter.defaultValue();
        }
    }
}
