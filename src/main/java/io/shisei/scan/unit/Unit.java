package io.shisei.scan.unit;

import io.shisei.account.Account;
import io.shisei.control.Occasion;
import io.shisei.control.Plan;
import io.shisei.coverage.Place;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import io.shisei.inventory.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One account in one region, being read for a scan.
 *
 * @param plan the controls to judge by
 * @param enabled all that are on in the account, whether the scan is to judge by them or not
 * @param clock the present, or the moment of a recording
 */
record Unit(
        UUID scanId,
        Account account,
        String region,
        Plan plan,
        Plan enabled,
        Source.Session session,
        InstantSource clock) {

    Place place() {
        return new Place(account.id(), region);
    }

    /** For what is judged here at a moment. */
    Occasion occasion(Instant now) {
        return new Occasion(now, account.id(), account.partition(), region);
    }

    /** The services to read here. */
    List<String> services() {
        return List.copyOf(plan.services(Scope.of(region)));
    }

    /** The types to list of a service here, each with the top-level fields that the controls read. */
    Map<ResourceType, Set<String>> wanted(String service) {
        return plan.wanted(service, Scope.of(region));
    }

    /** By type of a service, the parts that only controls read by which the scan is not to judge: they are not asked for. */
    Map<ResourceType, Set<String>> leftOut(String service) {
        var leftOut = new LinkedHashMap<ResourceType, Set<String>>();
        wanted(service).forEach((type, fields) -> {
            var parts = enabled.fields(type).stream()
                    .filter(type.parts()::containsKey)
                    .filter(part -> !fields.contains(part))
                    .collect(Collectors.toSet());
            if (!parts.isEmpty()) {
                leftOut.put(type, parts);
            }
        });
        return leftOut;
    }
}
