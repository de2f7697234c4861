package io.shisei.aws.service.s3;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import io.shisei.aws.kind.Site;
import io.shisei.aws.shape.Shapes;
import java.util.List;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.AccessPoint;
import software.amazon.awssdk.services.s3control.model.ListAccessPointsResponse;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/** Access points of this account, whoever owns the bucket behind; not those of directory buckets. */
final class AccessPoints {

    private static final Ask<S3ControlClient> GET = S3Control.API.ask("s3:GetAccessPoint");

    static final Kind<AccessPoint, AccessPoint> KIND = Kind.listed(
                    "AWS::S3::AccessPoint",
                    AccessPoint.class,
                    Listing.by(
                            S3Control.API.ask("s3:ListAccessPoints"),
                            site -> Pages.items(
                                    site.client(S3Control.API)
                                            .listAccessPointsPaginator(request -> request.accountId(site.account())
                                                    .maxResults(1000)),
                                    ListAccessPointsResponse::accessPointList)),
                    Naming.of(AccessPoint::accessPointArn, AccessPoint::name))
            .part(
                    "PublicAccessBlockConfiguration",
                    Shapes.struct(PublicAccessBlockConfiguration.class),
                    List.of(GET),
                    (site, listed, point) -> block(site, point))
            .goneWhen("NoSuchAccessPoint");

    private AccessPoints() {}

    private static PublicAccessBlockConfiguration block(Site site, AccessPoint point) {
        return site.ask(
                        GET,
                        s3 -> s3.getAccessPoint(
                                request -> request.accountId(site.account()).name(point.name())))
                .publicAccessBlockConfiguration();
    }
}
