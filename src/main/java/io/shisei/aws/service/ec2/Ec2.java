package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Amazon EC2. */
@Component
public final class Ec2 extends Service {

    public static final Api<Ec2Client> API = Api.of(Ec2Client.class, Ec2Client::builder, Ec2Client.serviceMetadata());

    public Ec2() {
        super("EC2", Instances.KIND, SecurityGroups.KIND, VpnConnections.KIND, Vpcs.KIND);
    }
}
