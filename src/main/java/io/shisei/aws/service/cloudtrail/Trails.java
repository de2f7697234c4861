package io.shisei.aws.service.cloudtrail;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Nothing;
import io.shisei.aws.kind.Pages;
import io.shisei.aws.kind.Site;
import io.shisei.aws.shape.Shapes;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/**
 * The trails that log every Region for the account, an organization's too. They show in each Region; what they log is
 * asked for in the Region where they were made.
 */
final class Trails {

    private static final Ask<CloudTrailClient> DESCRIBE = CloudTrail.API.ask("cloudtrail:DescribeTrails");
    private static final Ask<CloudTrailClient> STATUS = CloudTrail.API.ask("cloudtrail:GetTrailStatus");
    private static final Ask<CloudTrailClient> SELECTORS = CloudTrail.API.ask("cloudtrail:GetEventSelectors");

    private static final Struct TRAIL = new Struct(
            "cloudtrail.MultiRegionTrail",
            () -> Map.of(
                    "Trail",
                    Shapes.struct(Trail.class),
                    "IsLogging",
                    Scalar.BOOL,
                    "Selectors",
                    Shapes.struct(GetEventSelectorsResponse.class)));

    static final Kind<String, Nothing> KIND = Kind.single("AWS::CloudTrail::Trails")
            .part(
                    "MultiRegionTrails",
                    new ListOf(TRAIL),
                    List.of(DESCRIBE, STATUS, SELECTORS),
                    (site, account, nothing) -> trails(site))
            .global();

    private Trails() {}

    private static Object trails(Site site) {
        var found = site.ask(DESCRIBE, trails -> trails.describeTrails(request -> request.includeShadowTrails(true)));
        var everywhere = Pages.whole(found.trailList()).stream()
                .filter(trail -> Boolean.TRUE.equals(trail.isMultiRegionTrail()))
                .toList();
        return site.each(everywhere, trail -> trail(site, trail));
    }

    private static Map<String, Object> trail(Site site, Trail trail) {
        var home = Objects.requireNonNullElse(trail.homeRegion(), site.region());
        var status =
                site.askIn(home, STATUS, trails -> trails.getTrailStatus(request -> request.name(trail.trailARN())));
        var isLogging = Boolean.TRUE.equals(status.isLogging());
        return isLogging && !isOrganizationsWithoutSelectors(site, trail)
                ? Map.of("Trail", trail, "IsLogging", true, "Selectors", selectors(site, home, trail))
                : Map.of("Trail", trail, "IsLogging", isLogging);
    }

    /**
     * Members of an organization are refused the selectors of its trail, but told whether it has any: without, it logs what
     * a new trail does.
     */
    private static boolean isOrganizationsWithoutSelectors(Site site, Trail trail) {
        return Boolean.TRUE.equals(trail.isOrganizationTrail())
                && Boolean.FALSE.equals(trail.hasCustomEventSelectors())
                && !trail.trailARN().contains(":" + site.account() + ":");
    }

    /** Not asked of a trail that is stopped, which logs nothing whatever they are. */
    private static GetEventSelectorsResponse selectors(Site site, String home, Trail trail) {
        return site.askIn(
                home, SELECTORS, trails -> trails.getEventSelectors(request -> request.trailName(trail.trailARN())));
    }
}
