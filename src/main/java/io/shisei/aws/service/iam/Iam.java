package io.shisei.aws.service.iam;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.iam.IamClient;

/** AWS IAM. */
@Component
public final class Iam extends Service {

    public static final Api<IamClient> API = Api.of(IamClient.class, IamClient::builder, IamClient.serviceMetadata());

    public Iam() {
        super("IAM", Groups.KIND, PasswordPolicy.KIND, Policies.KIND, Roles.KIND, RootUser.KIND, Users.KIND);
    }
}
