package io.shisei.aws.service.elb;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.aws.kind.Probe;
import io.shisei.stub.RecordedAnswers;
import io.shisei.stub.StubAws;
import io.shisei.test.Gate.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElbTests {

    private final StubAws aws = new StubAws(new RecordedAnswers(ElbTests.class.getPackageName()));
    private final Probe probe = Probe.over(new Elb(), aws, Duration.ofSeconds(10));

    @Test
    void anAttributeWithoutAValueHidesNoOther() {
        answer("<member><Key>access_logs.s3.enabled</Key><Value>true</Value></member>"
                + "<member><Key>access_logs.s3.bucket</Key><Value/></member>"
                + "<member><Key>access_logs.s3.prefix</Key></member>");
        assertThat(attributes()).isEqualTo(Map.of("access_logs.s3.enabled", "true", "access_logs.s3.bucket", ""));
    }

    @Test
    void anAttributeThatIsToldTwiceIsReadOnce() {
        answer("<member><Key>access_logs.s3.enabled</Key><Value>true</Value></member>"
                + "<member><Key>access_logs.s3.enabled</Key><Value>true</Value></member>");
        assertThat(attributes()).isEqualTo(Map.of("access_logs.s3.enabled", "true"));
    }

    private Object attributes() {
        var balancer = probe.read("AWS::ElasticLoadBalancingV2::LoadBalancer", "Attributes")
                .only();
        return balancer.document().fields().get("Attributes");
    }

    private void answer(String attributes) {
        aws.meddle(
                "ElasticLoadBalancingV2 DescribeLoadBalancerAttributes",
                (request, behind) -> new Reply(200, "text/xml", """
                <DescribeLoadBalancerAttributesResponse><DescribeLoadBalancerAttributesResult><Attributes>%s</Attributes>\
                </DescribeLoadBalancerAttributesResult></DescribeLoadBalancerAttributesResponse>""".formatted(attributes)));
    }
}
