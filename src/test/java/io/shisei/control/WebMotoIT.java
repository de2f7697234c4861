package io.shisei.control;

import static io.shisei.control.Emulated.all;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.SecurityPolicy;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.AuthorizationType;
import software.amazon.awssdk.services.apigatewayv2.model.ConnectionType;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.SslProtocol;
import software.amazon.awssdk.services.elasticsearch.ElasticsearchClient;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.LogType;
import software.amazon.awssdk.services.s3.S3Client;

/** Distributions, APIs and search domains of an emulated AWS: made carelessly, judged, put right, judged again. */
class WebMotoIT {

    @RegisterExtension
    static final Emulated aws = new Emulated();

    @Test
    void distributions() {
        var controls = List.of(1, 3, 4, 6, 7, 8, 9, 10, 12);
        try (var cloudFront =
                CloudFrontClient.builder().region(Region.AWS_GLOBAL).build()) {
            var made = cloudFront.createDistribution(create -> create.distributionConfig(distribution(false)));
            var id = made.distribution().id();
            assertThat(aws.verdicts("CloudFront", "global"))
                    .containsAllEntriesOf(all("CloudFront", controls, id, "Failed"));
            cloudFront.updateDistribution(
                    update -> update.id(id).ifMatch(made.eTag()).distributionConfig(distribution(true)));
            try (var s3 = S3Client.builder().forcePathStyle(true).build()) {
                s3.createBucket(create -> create.bucket("my.site.example"));
            }
            assertThat(aws.verdicts("CloudFront", "global"))
                    .containsAllEntriesOf(all("CloudFront", controls, id, "Passed"));
        }
    }

    private static DistributionConfig distribution(boolean careful) {
        return DistributionConfig.builder()
                .callerReference("shop")
                .comment("shop")
                .enabled(true)
                .defaultRootObject(careful ? "index.html" : "")
                .webACLId(careful ? "11111111-2222-3333-4444-555555555555" : "")
                .origins(origins -> origins.quantity(2)
                        .items(
                                bucket -> bucket.id("assets")
                                        .domainName("my.site.example.s3.amazonaws.com")
                                        .s3OriginConfig(config -> config.originAccessIdentity("")),
                                shop -> shop.id("shop")
                                        .domainName("shop.example.com")
                                        .customOriginConfig(config -> config.httpPort(80)
                                                .httpsPort(443)
                                                .originProtocolPolicy(careful ? "https-only" : "match-viewer")
                                                .originSslProtocols(allowed -> allowed.quantity(1)
                                                        .items(careful ? SslProtocol.TLS_V1_2 : SslProtocol.SSL_V3)))))
                .originGroups(groups -> groups.quantity(1)
                        .items(group -> group.id("failover")
                                .failoverCriteria(on -> on.statusCodes(
                                        codes -> codes.quantity(1).items(500)))
                                .members(members -> members.quantity(careful ? 2 : 1)
                                        .items(
                                                careful
                                                        ? List.of(member("assets"), member("shop"))
                                                        : List.of(member("shop"))))))
                .defaultCacheBehavior(cache -> cache.targetOriginId("shop").viewerProtocolPolicy("https-only"))
                .cacheBehaviors(paths -> paths.quantity(1)
                        .items(path -> path.pathPattern("/img/*")
                                .targetOriginId("assets")
                                .viewerProtocolPolicy(careful ? "redirect-to-https" : "allow-all")))
                .viewerCertificate(certificate -> {
                    certificate.cloudFrontDefaultCertificate(!careful).sslSupportMethod("sni-only");
                    if (careful) {
                        certificate.acmCertificateArn("arn:aws:acm:us-east-1:123456789012:certificate/shop");
                    }
                })
                .build();
    }

    private static software.amazon.awssdk.services.cloudfront.model.OriginGroupMember member(String origin) {
        return software.amazon.awssdk.services.cloudfront.model.OriginGroupMember.builder()
                .originId(origin)
                .build();
    }

    @Test
    void stagesOfRestApis() {
        var controls = List.of(1, 3, 5);
        try (var gateway = ApiGatewayClient.create()) {
            var api = gateway.createRestApi(create -> create.name("orders")).id();
            var root = gateway.getResources(get -> get.restApiId(api))
                    .items()
                    .getFirst()
                    .id();
            gateway.putMethod(
                    put -> put.restApiId(api).resourceId(root).httpMethod("GET").authorizationType("NONE"));
            gateway.putIntegration(put -> put.restApiId(api)
                    .resourceId(root)
                    .httpMethod("GET")
                    .type(IntegrationType.HTTP)
                    .integrationHttpMethod("GET")
                    .uri("https://orders.example.com"));
            gateway.createDeployment(create -> create.restApiId(api).stageName("prod"));
            set(gateway, api, "/*/*/caching/enabled", "true");
            set(gateway, api, "/*/*/caching/dataEncrypted", "false");
            assertThat(aws.verdicts("APIGateway", "us-east-1"))
                    .containsAllEntriesOf(all("APIGateway", controls, "orders/prod", "Failed"))
                    .containsEntry("APIGateway.2 orders/prod", "Failed");
            set(gateway, api, "/*/*/caching/dataEncrypted", "true");
            set(gateway, api, "/*/*/logging/loglevel", "INFO");
            set(gateway, api, "/tracingEnabled", "true");
            gateway.putIntegration(
                    put -> put.restApiId(api).resourceId(root).httpMethod("GET").type(IntegrationType.MOCK));
            assertThat(aws.verdicts("APIGateway", "us-east-1"))
                    .containsAllEntriesOf(all("APIGateway", controls, "orders/prod", "Passed"))
                    .containsEntry("APIGateway.2 orders/prod", "NotApplicable");
        }
    }

    private static void set(ApiGatewayClient gateway, String api, String path, String value) {
        gateway.updateStage(update -> update.restApiId(api)
                .stageName("prod")
                .patchOperations(patch -> patch.op("replace").path(path).value(value)));
    }

    @Test
    void domainNames() {
        try (var gateway = ApiGatewayClient.create()) {
            gateway.createDomainName(
                    create -> create.domainName("api.example.com").securityPolicy(SecurityPolicy.TLS_1_2));
            assertThat(aws.verdicts("APIGateway", "us-east-1"))
                    .containsEntry("APIGateway.11 api.example.com", "Failed");
            gateway.deleteDomainName(delete -> delete.domainName("api.example.com"));
            gateway.createDomainName(create -> create.domainName("api.example.com")
                    .securityPolicy(SecurityPolicy.SECURITY_POLICY_TLS13_1_3_2025_09));
            assertThat(aws.verdicts("APIGateway", "us-east-1"))
                    .containsEntry("APIGateway.11 api.example.com", "Passed");
        }
    }

    @Test
    void routesIntegrationsAndStagesOfHttpApis() {
        try (var gateway = ApiGatewayV2Client.create()) {
            var api = gateway.createApi(create -> create.name("carts").protocolType(ProtocolType.HTTP))
                    .apiId();
            var route = gateway.createRoute(create -> create.apiId(api).routeKey("GET /carts"))
                    .routeId();
            var integration = gateway.createIntegration(create -> create.apiId(api)
                            .integrationType("HTTP_PROXY")
                            .integrationMethod("GET")
                            .connectionType(ConnectionType.VPC_LINK)
                            .connectionId("link")
                            .payloadFormatVersion("1.0")
                            .integrationUri("https://carts.example.com"))
                    .integrationId();
            gateway.createStage(create -> create.apiId(api).stageName("prod"));
            assertThat(aws.verdicts("APIGateway", "us-east-1"))
                    .containsEntry("APIGateway.8 carts/GET /carts", "Failed")
                    .containsEntry("APIGateway.9 carts/prod", "Failed")
                    .containsEntry("APIGateway.10 carts/" + integration, "Failed");
            gateway.updateRoute(
                    update -> update.apiId(api).routeId(route).authorizationType(AuthorizationType.AWS_IAM));
            gateway.updateIntegration(update -> update.apiId(api)
                    .integrationId(integration)
                    .tlsConfig(tls -> tls.serverNameToVerify("carts.example.com")));
            assertThat(aws.verdicts("APIGateway", "us-east-1"))
                    .containsEntry("APIGateway.8 carts/GET /carts", "Passed")
                    .containsEntry("APIGateway.10 carts/" + integration, "Passed");
        }
    }

    /** Moto cannot change a domain: another of the same name takes its place. */
    @Test
    void domainsWithElasticsearch() {
        var controls = List.of(1, 3, 5, 6, 7, 8);
        try (var es = ElasticsearchClient.create()) {
            es.createElasticsearchDomain(create -> create.domainName("orders").elasticsearchVersion("7.10"));
            assertThat(aws.verdicts("ES", "us-east-1")).containsAllEntriesOf(all("ES", controls, "orders", "Failed"));
            es.deleteElasticsearchDomain(delete -> delete.domainName("orders"));
            es.createElasticsearchDomain(create -> create.domainName("orders")
                    .elasticsearchVersion("7.10")
                    .encryptionAtRestOptions(options -> options.enabled(true))
                    .nodeToNodeEncryptionOptions(options -> options.enabled(true))
                    .logPublishingOptionsWithStrings(Map.of(
                            "AUDIT_LOGS",
                            software.amazon.awssdk.services.elasticsearch.model.LogPublishingOption.builder()
                                    .cloudWatchLogsLogGroupArn("arn:aws:logs:us-east-1:123456789012:log-group:orders")
                                    .enabled(true)
                                    .build()))
                    .elasticsearchClusterConfig(cluster -> cluster.instanceCount(3)
                            .zoneAwarenessEnabled(true)
                            .dedicatedMasterEnabled(true)
                            .dedicatedMasterCount(3))
                    .domainEndpointOptions(
                            options -> options.enforceHTTPS(true).tlsSecurityPolicy("Policy-Min-TLS-1-2-PFS-2023-10")));
            assertThat(aws.verdicts("ES", "us-east-1")).containsAllEntriesOf(all("ES", controls, "orders", "Passed"));
            assertThat(aws.verdicts("Opensearch", "us-east-1").keySet()).noneMatch(one -> one.endsWith(" orders"));
        }
    }

    @Test
    void domainsWithOpenSearch() {
        var controls = List.of(1, 3, 4, 5, 6, 7, 8);
        try (var openSearch = OpenSearchClient.create()) {
            openSearch.createDomain(create -> create.domainName("logs").engineVersion("OpenSearch_2.11"));
            assertThat(aws.verdicts("Opensearch", "us-east-1"))
                    .containsAllEntriesOf(all("Opensearch", controls, "logs", "Failed"));
            openSearch.deleteDomain(delete -> delete.domainName("logs"));
            openSearch.createDomain(create -> create.domainName("logs")
                    .engineVersion("OpenSearch_2.11")
                    .encryptionAtRestOptions(options -> options.enabled(true))
                    .nodeToNodeEncryptionOptions(options -> options.enabled(true))
                    .advancedSecurityOptions(options -> options.enabled(true))
                    .logPublishingOptions(
                            Map.of(LogType.AUDIT_LOGS, published(), LogType.ES_APPLICATION_LOGS, published()))
                    .clusterConfig(cluster -> cluster.instanceCount(3).zoneAwarenessEnabled(true))
                    .domainEndpointOptions(
                            options -> options.enforceHTTPS(true).tlsSecurityPolicy("Policy-Min-TLS-1-2-PFS-2023-10")));
            assertThat(aws.verdicts("Opensearch", "us-east-1"))
                    .containsAllEntriesOf(all("Opensearch", controls, "logs", "Passed"));
            assertThat(aws.verdicts("ES", "us-east-1").keySet()).noneMatch(one -> one.endsWith(" logs"));
        }
    }

    private static software.amazon.awssdk.services.opensearch.model.LogPublishingOption published() {
        return software.amazon.awssdk.services.opensearch.model.LogPublishingOption.builder()
                .cloudWatchLogsLogGroupArn("arn:aws:logs:us-east-1:123456789012:log-group:logs")
                .enabled(true)
                .build();
    }
}
