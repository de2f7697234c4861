package io.shisei.aws.service.lambda;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** AWS Lambda. */
@Component
public final class Lambda extends Service {

    public static final Api<LambdaClient> API =
            Api.of(LambdaClient.class, LambdaClient::builder, LambdaClient.serviceMetadata());

    public Lambda() {
        super("Lambda", Functions.KIND);
    }
}
