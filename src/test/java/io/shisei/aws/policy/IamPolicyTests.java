package io.shisei.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.aws.kind.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class IamPolicyTests {

    private final IamPolicy policy = new IamPolicy(services());

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

    private static List<Service> services() {
        try (var context = new AnnotationConfigApplicationContext("io.shisei.aws.service")) {
            return List.copyOf(context.getBeansOfType(Service.class).values());
        }
    }

    private static String golden(String name) throws IOException {
        try (var text = IamPolicyTests.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
