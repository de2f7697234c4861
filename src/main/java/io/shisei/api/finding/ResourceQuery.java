package io.shisei.api.finding;

import io.shisei.api.Known;
import io.shisei.inventory.ResourceFilter;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The filters of the inventory; accounts, regions and types may be repeated. */
record ResourceQuery(
        @Nullable Set<String> accountId,

        @Parameter(description = "Accounts in this organizational unit, at any depth: a path such as /Workloads/Prod")
        @Nullable
        String ou,

        @Nullable Set<String> region,
        @Nullable Set<String> type,

        @Parameter(description = "Also resources that are gone; false unless told") @Nullable
        Boolean withGone,

        @Parameter(description = "Found in the ARN or the name") @Nullable
        String q) {

    ResourceFilter filter(Known known) {
        known.checkTypes("type", all(type));
        var text = q == null || q.isBlank() ? null : q.strip();
        return new ResourceFilter(
                known.accounts(all(accountId), ou), all(region), all(type), Boolean.TRUE.equals(withGone), text);
    }

    private static Set<String> all(@Nullable Set<String> chosen) {
        return chosen == null ? Set.of() : chosen;
    }
}
