package io.shisei.control.setting;

import io.shisei.control.ControlId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of what is said of a control at a level, as it is kept for years.
 *
 * @param note why; null where nobody said
 */
public record SettingChange(
        UUID id,
        ControlId control,
        Level level,
        Instant at,
        String username,
        @Nullable String note,
        Values before,
        Values after) {

    public boolean switched() {
        return !Objects.equals(before.enabled(), after.enabled());
    }
}
