package io.shisei.aws.service.s3;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import io.shisei.aws.kind.Site;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.ListMultiRegionAccessPointsResponse;
import software.amazon.awssdk.services.s3control.model.MultiRegionAccessPointReport;

/**
 * Multi-Region Access Points, of which
 * <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointRestrictions.html">one region
 * tells</a>, and which only AWS's public regions have.
 */
final class MultiRegionAccessPoints {

    private static final String REGION = "us-west-2";

    private static final Ask<S3ControlClient> LIST = S3Control.API.ask("s3:ListMultiRegionAccessPoints");

    static final Kind<MultiRegionAccessPointReport, MultiRegionAccessPointReport> KIND = Kind.listed(
                    "AWS::S3::MultiRegionAccessPoint",
                    MultiRegionAccessPointReport.class,
                    Listing.by(LIST, MultiRegionAccessPoints::all),
                    Naming.of(MultiRegionAccessPoints::arn, MultiRegionAccessPointReport::name))
            .global();

    private MultiRegionAccessPoints() {}

    private static Stream<MultiRegionAccessPointReport> all(Site site) {
        return site.partition().equals("aws")
                ? Pages.items(Pages.by(next -> page(site, next)), ListMultiRegionAccessPointsResponse::accessPoints)
                : Stream.empty();
    }

    private static ListMultiRegionAccessPointsResponse page(Site site, @Nullable String next) {
        return site.askIn(
                REGION,
                LIST,
                s3 -> s3.listMultiRegionAccessPoints(
                        request -> request.accountId(site.account()).nextToken(next)));
    }

    /** AWS names it by its alias; one that has none yet, by its name. */
    private static String arn(Site site, MultiRegionAccessPointReport point) {
        return "arn:" + site.partition() + ":s3::" + site.account() + ":accesspoint/"
                + Objects.requireNonNullElse(point.alias(), point.name());
    }
}
