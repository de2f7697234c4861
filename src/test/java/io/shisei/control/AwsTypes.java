package io.shisei.control;

import io.shisei.aws.Shapes;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.ResourceTypes;
import io.shisei.inventory.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.apigateway.model.Stage;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.elasticsearch.model.ElasticsearchDomainStatus;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** The resource types of the ten controls, with the shapes of the AWS SDK. */
final class AwsTypes {

    static final ResourceTypes ALL = new ResourceTypes(List.of(
            type(
                    "AWS::S3::Bucket",
                    "S3",
                    Bucket.class,
                    "s3:ListAllMyBuckets",
                    part(
                            "PublicAccessBlockConfiguration",
                            Shapes.struct(PublicAccessBlockConfiguration.class),
                            "s3:GetBucketPublicAccessBlock")),
            type("AWS::EC2::Instance", "EC2", Instance.class, "ec2:DescribeInstances", Map.of()),
            type(
                    "AWS::EC2::SecurityGroup",
                    "EC2",
                    SecurityGroup.class,
                    "ec2:DescribeSecurityGroups",
                    part(
                            "ManagedPrefixListEntries",
                            new MapOf(new ListOf(Shapes.struct(PrefixListEntry.class))),
                            "ec2:GetManagedPrefixListEntries")),
            type("AWS::ECS::TaskDefinition", "ECS", TaskDefinition.class, "ecs:DescribeTaskDefinition", Map.of()),
            type("AWS::ApiGateway::Stage", "APIGateway", Stage.class, "apigateway:GET", Map.of()),
            type(
                    "AWS::CloudFront::Distribution",
                    "CloudFront",
                    DistributionSummary.class,
                    "cloudfront:ListDistributions",
                    part(
                            "DistributionConfig",
                            Shapes.struct(DistributionConfig.class),
                            "cloudfront:GetDistributionConfig")),
            type(
                    "AWS::Elasticsearch::Domain",
                    "ES",
                    ElasticsearchDomainStatus.class,
                    "es:DescribeElasticsearchDomains",
                    Map.of()),
            type("AWS::IAM::Policy", "IAM", ManagedPolicyDetail.class, "iam:GetAccountAuthorizationDetails", Map.of()),
            type("AWS::RDS::DBCluster", "RDS", DBCluster.class, "rds:DescribeDBClusters", Map.of())));

    private AwsTypes() {}

    static ResourceType named(String name) {
        return ALL.named(name).orElseThrow();
    }

    private record Part(FieldType type, String action) {}

    private static Map<String, Part> part(String name, FieldType type, String action) {
        return Map.of(name, new Part(type, action));
    }

    private static ResourceType type(
            String name, String service, Class<? extends SdkPojo> listed, String listing, Map<String, Part> parts) {
        var struct = Shapes.struct(listed);
        var shape = new Struct(struct.name(), () -> {
            var fields = new LinkedHashMap<>(struct.fields());
            parts.forEach((part, type) -> fields.put(part, type.type()));
            return fields;
        });
        var actions = new LinkedHashMap<String, String>();
        parts.forEach((part, type) -> actions.put(part, type.action()));
        var scope = List.of("IAM", "CloudFront").contains(service) ? Scope.GLOBAL : Scope.REGIONAL;
        return new ResourceType(name, service, scope, shape, List.of(listing), actions);
    }
}
