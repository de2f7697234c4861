package io.shisei.scan.reevaluation;

import io.shisei.account.Account;
import io.shisei.control.ControlId;
import io.shisei.control.Occasion;
import io.shisei.control.Plan;
import io.shisei.control.Verdict;
import io.shisei.inventory.Document;
import io.shisei.inventory.Listing;
import io.shisei.inventory.Listings;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.ResourceTypes;
import io.shisei.inventory.StoredResource;
import io.shisei.inventory.StoredResources;
import io.shisei.scan.Sources;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is stored of the resources of a type in a place, for controls to judge as if it was read just now. */
@Component
class StoredEvidence {

    private final Listings listings;
    private final StoredResources resources;
    private final ResourceTypes types;
    private final Sources sources;

    StoredEvidence(Listings listings, StoredResources resources, ResourceTypes types, Sources sources) {
        this.listings = listings;
        this.resources = resources;
        this.types = types;
        this.sources = sources;
    }

    /** What there is. */
    sealed interface Found {}

    /** Nothing that the plan judges. */
    record None() implements Found {}

    /** Documents that lack parts that the plan reads: they were not asked for. */
    record Unread() implements Found {}

    /**
     * Documents that show all that the plan reads, or why it could not be read.
     *
     * @param reading the one that they owe it to, the oldest of several
     * @param plan judges them
     * @param occasion when they were read
     */
    record Seen(
            Listing listing,
            Listing.Reading reading,
            ResourceType type,
            Set<String> fields,
            Plan plan,
            Occasion occasion)
            implements Found {

        Map<ControlId, Verdict> judge(StoredResource stored) {
            return plan.judge(stored.as(type), occasion);
        }

        boolean lacks(Document document) {
            return fields.stream().anyMatch(field -> document.gap(field) != null);
        }
    }

    Found of(Account account, String region, String type, Plan plan) {
        var listing = listings.find(account.id(), region, type);
        return listing.isEmpty() ? new None() : of(account, listing.get(), plan);
    }

    Found of(Account account, Listing listing, Plan plan) {
        var here = plan.only(sources.of(account)::hasEvidenceFor);
        var type = types.named(listing.type()).filter(it -> !here.controls(it).isEmpty());
        if (type.isEmpty()) {
            return new None();
        }
        var fields = here.fields(type.get());
        return listing.showing(type.get(), fields)
                .<Found>map(reading -> {
                    var occasion = new Occasion(reading.at(), account.id(), account.partition(), listing.region());
                    return new Seen(listing, reading, type.get(), fields, here, occasion);
                })
                .orElseGet(Unread::new);
    }

    /** The resources that were seen when they were last looked for, to be closed. */
    Stream<StoredResource> resources(Seen seen) {
        var listing = seen.listing();
        return resources.seen(listing.accountId(), listing.region(), listing.type());
    }
}
