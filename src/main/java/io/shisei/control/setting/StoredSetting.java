package io.shisei.control.setting;

import io.shisei.control.ControlId;
import io.shisei.database.JsonColumn;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import tools.jackson.core.type.TypeReference;

/** What an operator changed about a control. */
@Table("control_setting")
class StoredSetting {

    private static final TypeReference<Map<String, Object>> PARAMETERS = new TypeReference<>() {};

    @Id
    private String controlId;

    private boolean enabled = true;

    /** By name, only those that were changed. */
    private PGobject parameters = JsonColumn.of(Map.of());

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected StoredSetting() {}

    StoredSetting(ControlId control) {
        this.controlId = control.value();
    }

    String controlId() {
        return controlId;
    }

    boolean enabled() {
        return enabled;
    }

    Map<String, Object> parameters() {
        return JsonColumn.read(parameters, PARAMETERS);
    }

    void enable(boolean on) {
        this.enabled = on;
    }

    /** Sets these, and takes away those that are null. */
    void set(Map<String, ? extends @Nullable Object> values) {
        var all = new HashMap<>(parameters());
        values.forEach((name, value) -> {
            if (value == null) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        });
        this.parameters = JsonColumn.of(all);
    }
}
