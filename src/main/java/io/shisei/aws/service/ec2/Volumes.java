package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.ec2.model.DescribeVolumesResponse;
import software.amazon.awssdk.services.ec2.model.Volume;

/** EBS volumes, attached or not. */
final class Volumes {

    static final Kind<Volume, Volume> KIND = Kind.listed(
            "AWS::EC2::Volume",
            Volume.class,
            Listing.of(
                    Ec2.API.ask("ec2:DescribeVolumes"),
                    ec2 -> ec2.describeVolumesPaginator(request -> request.maxResults(500)),
                    DescribeVolumesResponse::volumes),
            Naming.<Volume>of((site, volume) -> site.arn("ec2", "volume/" + volume.volumeId()), Volume::volumeId)
                    .tagged(Volume::tags)
                    .calledByTag());

    private Volumes() {}
}
