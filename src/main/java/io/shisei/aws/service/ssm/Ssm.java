package io.shisei.aws.service.ssm;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ssm.SsmClient;

/** AWS Systems Manager. */
@Component
public final class Ssm extends Service {

    public static final Api<SsmClient> API = Api.of(SsmClient.class, SsmClient::builder, SsmClient.serviceMetadata());

    public Ssm() {
        super("SSM", PatchCompliance.KIND);
    }
}
