package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import io.shisei.aws.kind.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Amazon EC2. */
@Component
public final class Ec2 extends Service {

    public static final Api<Ec2Client> API = Api.of(Ec2Client.class, Ec2Client::builder, Ec2Client.serviceMetadata());

    public Ec2() {
        super(
                "EC2",
                ClientVpnEndpoints.KIND,
                EbsEncryptionByDefault.KIND,
                Instances.KIND,
                LaunchTemplates.KIND,
                NetworkAcls.KIND,
                NetworkInterfaces.KIND,
                PublicSnapshots.KIND,
                SecurityGroups.KIND,
                SnapshotBlockPublicAccess.KIND,
                SpotFleets.KIND,
                Subnets.KIND,
                TransitGateways.KIND,
                Volumes.KIND,
                VpcBlockPublicAccess.KIND,
                Vpcs.KIND,
                VpnConnections.KIND);
    }

    /** The ARN of what another account may own: what lies in a shared VPC is its owner's. */
    static String arn(Site site, @Nullable String owner, String rest) {
        return "arn:" + site.partition() + ":ec2:" + site.region() + ":" + (owner == null ? site.account() : owner)
                + ":" + rest;
    }
}
