package io.shisei.sample;

import io.shisei.inventory.Gap;
import io.shisei.inventory.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * A call that AWS refuses for some days.
 *
 * @param action the IAM action, that of a listing or of a part
 * @param region the only region where it is refused; left out: everywhere
 * @param resource the ARN of the only resource whose part it is refused for; left out: all of them
 * @param until the last such day; left out: one day
 */
record Denial(
        String action,
        String error,
        String message,
        @Nullable String region,
        @Nullable String resource,
        @Nullable Integer until) {

    boolean in(String unit) {
        return region == null || region.equals(unit);
    }

    boolean concerns(ResourceType type) {
        return hinders(type) || type.parts().values().stream().anyMatch(actions -> actions.contains(action));
    }

    /** Whether nothing of this type can be listed. */
    boolean hinders(ResourceType type) {
        return type.listing().contains(action);
    }

    /** Whether this is what keeps a part of the resource {@code arn} from being read. */
    boolean hides(String partAction, String arn) {
        return action.equals(partAction) && (resource == null || resource.equals(arn));
    }

    /** Whether the account looks different for it. */
    boolean touches(Recorded recorded) {
        var touched = recorded.resource();
        return in(recorded.unit()) && concerns(touched.type()) && (resource == null || resource.equals(touched.arn()));
    }

    Gap gap() {
        return new Gap(action, error, message);
    }
}
