package io.shisei.sample;

import io.shisei.inventory.Gap;
import io.shisei.inventory.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * A call that AWS refuses for some days.
 *
 * @param action the IAM action, that of a listing or of a part
 * @param region the only region where it is refused; left out: everywhere
 * @param until the last such day; left out: one day
 */
record Denial(
        String action,
        String error,
        String message,
        @Nullable String region,
        @Nullable Integer until) {

    boolean in(String unit) {
        return region == null || region.equals(unit);
    }

    boolean concerns(ResourceType type) {
        return hinders(type) || type.parts().containsValue(action);
    }

    /** Whether nothing of this type can be listed. */
    boolean hinders(ResourceType type) {
        return type.listing().contains(action);
    }

    Gap gap() {
        return new Gap(action, error, message);
    }
}
