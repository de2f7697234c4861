package io.shisei.control.setting;

import io.shisei.control.ControlId;
import io.shisei.database.JsonColumn;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import tools.jackson.core.type.TypeReference;

/** What operators say of a control at a level, as a row. */
@Table("control_setting")
class StoredSetting {

    private static final TypeReference<Map<String, Object>> PARAMETERS = new TypeReference<>() {};

    @Id
    private UUID id;

    private String controlId;
    private @Nullable String ou;
    private @Nullable String accountId;
    private @Nullable Boolean enabled;
    private PGobject parameters = JsonColumn.of(Map.of());

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected StoredSetting() {}

    StoredSetting(ControlId control, Level level) {
        this.id = UUID.randomUUID();
        this.controlId = control.value();
        this.ou = level.path();
        this.accountId = level.accountId();
    }

    UUID id() {
        return id;
    }

    void say(Values values) {
        this.enabled = values.enabled();
        this.parameters = JsonColumn.of(values.parameters());
    }

    Said toSaid() {
        return new Said(
                new ControlId(controlId),
                Level.of(ou, accountId),
                new Values(enabled, JsonColumn.read(parameters, PARAMETERS)));
    }
}
