package io.shisei.aws.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.stub.Answers;
import io.shisei.stub.RecordedAnswers;
import io.shisei.stub.StubAws;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.GetResourcesRequest;

/** By which name each type is asked for where its tags come from: that of the service and of the type, as ARNs have them. */
class TaggedAsTests {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("AWS::CloudFront::Distribution", "cloudfront:distribution"),
            Map.entry("AWS::DMS::ReplicationTask", "dms:task"),
            Map.entry("AWS::ElasticLoadBalancing::LoadBalancer", "elasticloadbalancing:loadbalancer"),
            Map.entry("AWS::ElasticLoadBalancingV2::LoadBalancer", "elasticloadbalancing:loadbalancer"),
            Map.entry("AWS::Elasticsearch::Domain", "es:domain"),
            Map.entry("AWS::IAM::Policy", "iam:policy"),
            Map.entry("AWS::Lambda::Function", "lambda:function"),
            Map.entry("AWS::OpenSearch::Domain", "es:domain"),
            Map.entry("AWS::RDS::DBProxy", "rds:db-proxy"),
            Map.entry("AWS::RDS::EventSubscription", "rds:es"),
            Map.entry("AWS::S3::Bucket", "s3:bucket"),
            Map.entry("AWS::WAFv2::WebACL", "wafv2"));

    @Test
    void isTheOneInItsArns() {
        var asked = new TreeMap<String, String>();
        for (var service : Services.all()) {
            service.calls().stream()
                    .filter(call -> call.role() == Call.Role.TAGS)
                    .forEach(call -> asked.put(call.type(), name(service, type(service, call.type()))));
        }
        assertThat(asked).isEqualTo(NAMES);
    }

    private static ResourceType type(Service service, String name) {
        return service.types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Service service, ResourceType type) {
        var recorded = new RecordedAnswers(service.getClass().getPackageName());
        var names = new ConcurrentSkipListSet<String>();
        Answers answers = (operation, request, shape) -> {
            if (request instanceof GetResourcesRequest asked) {
                names.addAll(asked.resourceTypeFilters());
            }
            return recorded.of(operation, request, shape);
        };
        var read = Probe.over(service, new StubAws(answers), Duration.ofSeconds(10))
                .whole(type);
        assertThat(names).hasSize(1);
        assertThat(read.found())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(stands(names.first(), it))
                        .as(names.first() + " in " + it.arn())
                        .isTrue());
        return names.first();
    }

    /** Of a bucket the ARN names no type; an ARN that is made up says nothing. */
    private static boolean stands(String name, Resource resource) {
        var parts = resource.arn().split(":", 6);
        if (parts.length < 6 || parts[2].equals("made")) {
            return true;
        }
        var words = name.split(":");
        return parts[2].equals(words[0])
                && (words.length == 1 || name.equals("s3:bucket") || parts[5].matches(words[1] + "[:/].+"));
    }
}
