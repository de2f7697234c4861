package io.shisei.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.aws.kind.Services;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IamPolicyTests {

    private final IamPolicy policy = new IamPolicy(Services.all());

    @Test
    void allowsWhatTheCollectorsCallAndNoMore() throws IOException {
        assertThat(policy.json("aws")).isEqualTo(golden("policy.json"));
    }

    @Test
    void namesThePartition() {
        assertThat(policy.json("aws-cn")).contains("arn:aws-cn:apigateway:*::/restapis/*");
    }

    @Test
    void makesATemplateForTheRole() throws IOException {
        assertThat(policy.cloudFormation()).isEqualTo(golden("role.yaml"));
    }

    @Test
    void changesNothing() {
        // A report that AWS writes for whoever asks is no change of the account; SecurityAudit allows it too.
        assertThat(policy.actions())
                .allMatch(action -> action.matches(
                        "apigateway:GET|iam:GenerateCredentialReport" + "|[a-z0-9]+:(Get|List|Describe)\\w+"));
    }

    private static String golden(String name) throws IOException {
        try (var text = IamPolicyTests.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
