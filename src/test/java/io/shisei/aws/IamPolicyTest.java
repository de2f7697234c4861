package io.shisei.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class IamPolicyTest {

    private final IamPolicy policy = new IamPolicy(collectors());

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
        assertThat(policy.actions())
                .allMatch(action -> action.matches("apigateway:GET|[a-z0-9]+:(Get|List|Describe)\\w+"));
    }

    private static List<Collector> collectors() {
        try (var context = new AnnotationConfigApplicationContext("io.shisei.aws.collect")) {
            return List.copyOf(context.getBeansOfType(Collector.class).values());
        }
    }

    private static String golden(String name) throws IOException {
        try (var text = IamPolicyTest.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
