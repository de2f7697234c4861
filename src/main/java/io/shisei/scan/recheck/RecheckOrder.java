package io.shisei.scan.recheck;

import io.shisei.account.Account;
import io.shisei.control.ControlId;
import io.shisei.control.Occasion;
import io.shisei.control.Plan;
import io.shisei.coverage.Place;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import io.shisei.inventory.Source;
import io.shisei.inventory.StoredResource;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What is to be read again, and what judges it.
 *
 * @param resource the one to be read
 * @param source where its account is read from
 */
record RecheckOrder(
        Account account, StoredResource resource, ResourceType type, Plan plan, Source source, Instant started) {

    /** The resource's, or {@code global}. */
    String region() {
        return resource.region();
    }

    Occasion occasion() {
        return new Occasion(started, account.id(), account.partition(), region());
    }

    Place place() {
        return new Place(account.id(), region());
    }

    List<ControlId> controls() {
        return plan.controls(type);
    }

    /** The top-level fields that the controls read. */
    Set<String> fields() {
        return Objects.requireNonNull(
                plan.wanted(type.service(), Scope.of(region())).get(type), "a type that is not read there");
    }
}
