package io.shisei.aws.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.aws.door.Wiring;
import io.shisei.aws.kind.Api;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.rds.RdsClient;

/** A service is not there only when AWS's own name servers say so, and nothing speaks against it. */
class PresenceTests {

    private static final Api<RdsClient> RDS = Api.of(RdsClient.class, RdsClient::builder, RdsClient.serviceMetadata());
    private static final Api<CloudFrontClient> CLOUDFRONT =
            Api.of(CloudFrontClient.class, CloudFrontClient::builder, CloudFrontClient.serviceMetadata());
    private static final Region GOV_CLOUD = Region.of("aws-us-gov-global");

    private Set<String> known = Set.of("iam.us-gov.amazonaws.com", "sts.eu-west-1.amazonaws.com");

    /** How the network meets a request. */
    private interface Network {
        HttpExecuteResponse meet() throws java.io.IOException;
    }

    @Test
    void believesThatThereIsNoCloudFrontInGovCloud() {
        assertThat(cloudFrontInGovCloud(PresenceTests::noSuchHost)).isTrue();
    }

    @Test
    void doesNotMistakeABrokenNetworkForAnAbsentService() {
        known = Set.of();
        assertThat(cloudFrontInGovCloud(PresenceTests::noSuchHost)).isFalse();
    }

    @Test
    void takesAnEndpointThatHasANameForThere() {
        assertThat(cloudFrontInGovCloud(() -> {
                    throw new ConnectException();
                }))
                .isFalse();
    }

    @Test
    void takesWhatAnswersForThere() {
        assertThat(cloudFrontInGovCloud(() -> HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder().statusCode(403).build())
                        .build()))
                .isFalse();
    }

    @Test
    void doesNotBelieveTheNameServerAgainstTheSdkWhichKnowsTheServiceThere() {
        assertThat(rds(Region.EU_WEST_1)).isFalse();
    }

    @Test
    void skipsNothingInRegionsOfWhichTheSdkKnowsNothing() {
        known = Set.of("sts.eusc-de-east-1.amazonaws.eu", "sts.xx-new-1.amazonaws.com");
        assertThat(rds(Region.EUSC_DE_EAST_1)).isFalse();
        assertThat(rds(Region.of("xx-new-1"))).isFalse();
    }

    private static HttpExecuteResponse noSuchHost() throws UnknownHostException {
        throw new UnknownHostException("no such host");
    }

    private boolean cloudFrontInGovCloud(Network network) {
        var presence = new Presence(known::contains);
        try (var client = wiring(presence, GOV_CLOUD, network)
                .wire(CloudFrontClient.builder())
                .build()) {
            client.listDistributions();
        } catch (SdkException expected) {
            // what came of it is what the presence tells
        }
        return presence.isDenied(CLOUDFRONT, GOV_CLOUD);
    }

    private boolean rds(Region region) {
        var presence = new Presence(known::contains);
        try (var client = wiring(presence, region, PresenceTests::noSuchHost)
                .wire(RdsClient.builder())
                .build()) {
            client.describeDBClusters();
        } catch (SdkException expected) {
            // what came of it is what the presence tells
        }
        return presence.isDenied(RDS, region);
    }

    private static Wiring wiring(Presence presence, Region region, Network network) {
        var overrides = ClientOverrideConfiguration.builder()
                .addExecutionInterceptor(presence)
                .retryStrategy(DefaultRetryStrategy.doNotRetry())
                .build();
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing"));
        return new Wiring(credentials, region, client(network), overrides);
    }

    private static SdkHttpClient client(Network network) {
        return new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                return new ExecutableHttpRequest() {
                    @Override
                    public HttpExecuteResponse call() throws java.io.IOException {
                        return network.meet();
                    }

                    @Override
                    public void abort() {}
                };
            }

            @Override
            public void close() {}
        };
    }
}
