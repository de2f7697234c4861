package io.shisei.control.setting;

import io.shisei.control.ControlId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What an operator changed about a control. */
@Entity
@Table(name = "control_setting")
class StoredSetting {

    @Id
    private String controlId;

    private boolean enabled = true;

    /** By name, only those that were changed. */
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> parameters = new HashMap<>();

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
        return Map.copyOf(parameters);
    }

    void enable(boolean on) {
        this.enabled = on;
    }

    /** Sets these, and takes away those that are null. */
    void set(Map<String, ? extends @Nullable Object> values) {
        var all = new HashMap<>(parameters);
        values.forEach((name, value) -> {
            if (value == null) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        });
        this.parameters = all;
    }
}
