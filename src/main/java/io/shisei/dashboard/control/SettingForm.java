package io.shisei.dashboard.control;

import io.shisei.control.Control;
import io.shisei.control.setting.Level;
import io.shisei.control.setting.Values;
import io.shisei.dashboard.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people type about a control at a level; a field that is left blank says nothing. */
record SettingForm(Level level, Map<String, String> typed) {

    static SettingForm of(Map<String, String> typed) {
        return new SettingForm(Level.parse(typed.get("at")), typed);
    }

    Values values(Control control) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        control.parameters()
                .forEach((name, parameter) ->
                        parameters.put(name, ParameterField.value(parameter, typed.getOrDefault("p." + name, ""))));
        var enabled = Words.orNull(typed.get("enabled"));
        return Values.NONE.with(enabled == null ? null : Boolean.valueOf(enabled), parameters);
    }

    @Nullable
    String note() {
        return Words.orNull(typed.get("note"));
    }
}
