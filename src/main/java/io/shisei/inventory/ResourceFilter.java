package io.shisei.inventory;

import io.shisei.refusal.Limits;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which stored resources are wanted. An empty set does not restrict; Each word of {@code text}
 * is found in the name or in the ARN after its account, or the ARN begins with the text. */
public record ResourceFilter(
        Set<String> accountIds,
        Set<String> regions,
        Set<String> types,
        boolean withGone,
        @Nullable String text) {

    /** @throws io.shisei.refusal.Refusal.Invalid when a value is empty or too long */
    public ResourceFilter {
        Limits.choices("accountId", accountIds);
        Limits.choices("region", regions);
        Limits.choices("type", types);
        Limits.atMost("q", text, Limits.SEARCH);
    }
}
