package io.shisei.aws.kind;

import io.shisei.inventory.Gap;
import io.shisei.inventory.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.GetResourcesResponse;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;

/**
 * The tags of resources whose own answers do not have them, as the
 * <a href="https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html">Resource Groups
 * Tagging API</a> tells them: of those resources of a region that have some, or had. What is of no region is told in
 * us-east-1; where other partitions tell it is not written, so that what their capitals leave out may have some.
 *
 * @param byArn the tags of each that was told
 * @param whole whether others have none
 * @param gap why not all were told; null: nothing failed
 */
record Tagging(
        Map<String, Map<String, String>> byArn,
        boolean whole,
        @Nullable Gap gap) {

    static final Ask<ResourceGroupsTaggingApiClient> ASK = Api.of(
                    ResourceGroupsTaggingApiClient.class,
                    ResourceGroupsTaggingApiClient::builder,
                    ResourceGroupsTaggingApiClient.serviceMetadata())
            .ask("tag:GetResources");

    /**
     * The tags of a resource, as far as they are known.
     *
     * @param unread whether they could not be read: it may have others
     */
    record Tags(Map<String, String> all, boolean unread) {

        static final Tags UNREAD = new Tags(Map.of(), true);

        static Tags of(Map<String, String> all) {
            return new Tags(all, false);
        }
    }

    /** The most resources that AWS tells at once. */
    private static final int PAGE = 100;

    /** Of all resources of a type, asked for once in a unit. */
    static Tagging of(Site site, String type) {
        var pages = Listing.of(
                ASK,
                tagging -> tagging.getResourcesPaginator(
                        request -> request.resourceTypeFilters(type).resourcesPerPage(PAGE)),
                GetResourcesResponse::resourceTagMappingList);
        return site.once(List.of(ASK, type), () -> read(site, pages));
    }

    /** Of one resource; one that does not exist is left out. */
    static Tagging ofOne(Site site, String arn) {
        return read(
                site,
                Listing.once(
                        ASK,
                        tagging -> tagging.getResources(request -> request.resourceARNList(arn)),
                        GetResourcesResponse::resourceTagMappingList));
    }

    /** What was told before it broke off is kept. */
    private static Tagging read(Site site, Listing<ResourceTagMapping> listing) {
        var byArn = new HashMap<String, Map<String, String>>();
        var gaps = new ArrayList<Gap>();
        Consumer<Map.Entry<String, Map<String, String>>> keep = told -> byArn.put(told.getKey(), told.getValue());
        listing.map(Tagging::told).walk().run(site, keep, gaps::add);
        var tellsAll = site.scope() == Scope.REGIONAL || site.partition().equals("aws");
        return new Tagging(Map.copyOf(byArn), gaps.isEmpty() && tellsAll, gaps.isEmpty() ? null : gaps.getFirst());
    }

    /** AWS sends a list of tags even if it is empty. */
    private static Map.Entry<String, Map<String, String>> told(ResourceTagMapping mapping) {
        var arn = Objects.requireNonNull(mapping.resourceARN(), "tags without an ARN");
        return Map.entry(arn, Naming.tags(Pages.whole(mapping.tags())));
    }

    /** Those of a resource; {@code broken} is told why they are not known. */
    Tags of(String arn, Consumer<Gap> broken) {
        var tags = byArn.get(arn);
        if (tags != null || whole) {
            return Tags.of(tags == null ? Map.of() : tags);
        }
        if (gap != null) {
            broken.accept(gap);
        }
        return Tags.UNREAD;
    }
}
