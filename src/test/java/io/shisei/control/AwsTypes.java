package io.shisei.control;

import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.ResourceTypes;
import io.shisei.inventory.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
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
                    Bucket.builder(),
                    "s3:ListAllMyBuckets",
                    part(
                            "PublicAccessBlockConfiguration",
                            struct(PublicAccessBlockConfiguration.builder()),
                            "s3:GetBucketPublicAccessBlock")),
            type("AWS::EC2::Instance", "EC2", Instance.builder(), "ec2:DescribeInstances", Map.of()),
            type(
                    "AWS::EC2::SecurityGroup",
                    "EC2",
                    SecurityGroup.builder(),
                    "ec2:DescribeSecurityGroups",
                    part(
                            "ManagedPrefixListEntries",
                            new MapOf(new ListOf(struct(PrefixListEntry.builder()))),
                            "ec2:GetManagedPrefixListEntries")),
            type("AWS::ECS::TaskDefinition", "ECS", TaskDefinition.builder(), "ecs:DescribeTaskDefinition", Map.of()),
            type("AWS::ApiGateway::Stage", "APIGateway", Stage.builder(), "apigateway:GET", Map.of()),
            type(
                    "AWS::CloudFront::Distribution",
                    "CloudFront",
                    DistributionSummary.builder(),
                    "cloudfront:ListDistributions",
                    part(
                            "DistributionConfig",
                            struct(DistributionConfig.builder()),
                            "cloudfront:GetDistributionConfig")),
            type(
                    "AWS::Elasticsearch::Domain",
                    "ES",
                    ElasticsearchDomainStatus.builder(),
                    "es:DescribeElasticsearchDomains",
                    Map.of()),
            type(
                    "AWS::IAM::Policy",
                    "IAM",
                    ManagedPolicyDetail.builder(),
                    "iam:GetAccountAuthorizationDetails",
                    Map.of()),
            type("AWS::RDS::DBCluster", "RDS", DBCluster.builder(), "rds:DescribeDBClusters", Map.of())));

    private AwsTypes() {}

    static ResourceType named(String name) {
        return ALL.named(name).orElseThrow();
    }

    private record Part(FieldType type, String action) {}

    private static Map<String, Part> part(String name, FieldType type, String action) {
        return Map.of(name, new Part(type, action));
    }

    private static ResourceType type(
            String name, String service, SdkPojo pojo, String listing, Map<String, Part> parts) {
        var listed = struct(pojo);
        var shape = new Struct(listed.name(), () -> {
            var fields = new LinkedHashMap<>(listed.fields());
            parts.forEach((part, type) -> fields.put(part, type.type()));
            return fields;
        });
        var actions = new LinkedHashMap<String, String>();
        parts.forEach((part, type) -> actions.put(part, type.action()));
        var scope = List.of("IAM", "CloudFront").contains(service) ? Scope.GLOBAL : Scope.REGIONAL;
        return new ResourceType(name, service, scope, shape, List.of(listing), actions);
    }

    private static Struct struct(SdkPojo pojo) {
        var model = pojo.getClass().getEnclosingClass();
        var service = model.getPackageName().replaceAll(".*services\\.(\\w+)\\.model", "$1");
        return new Struct(service + "." + model.getSimpleName(), () -> fields(pojo));
    }

    private static Map<String, FieldType> fields(SdkPojo pojo) {
        var fields = new LinkedHashMap<String, FieldType>();
        pojo.sdkFields().forEach(field -> fields.put(field.memberName(), fieldType(field)));
        return fields;
    }

    private static FieldType fieldType(SdkField<?> field) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> Scalar.STRING;
            case BOOLEAN -> Scalar.BOOL;
            case INTEGER, LONG, SHORT, BYTE -> Scalar.INT;
            case FLOAT, DOUBLE, BIG_DECIMAL -> Scalar.DOUBLE;
            case INSTANT -> Scalar.TIMESTAMP;
            case SDK_BYTES -> Scalar.BYTES;
            case LIST -> new ListOf(fieldType(field.getTrait(ListTrait.class).memberFieldInfo()));
            case MAP -> new MapOf(fieldType(field.getTrait(MapTrait.class).valueFieldInfo()));
            case SDK_POJO -> struct(field.constructor().get());
            default -> Scalar.ANY;
        };
    }
}
