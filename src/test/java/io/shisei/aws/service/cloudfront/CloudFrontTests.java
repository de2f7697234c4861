package io.shisei.aws.service.cloudfront;

import static io.shisei.aws.kind.Probe.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.shisei.aws.kind.Probe;
import io.shisei.aws.service.s3.S3;
import io.shisei.stub.RecordedAnswers;
import io.shisei.stub.StubAws;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigRequest;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigResponse;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsResponse;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

class CloudFrontTests {

    private static final String TYPE = "AWS::CloudFront::Distribution";

    private final CloudFrontClient cloudFront = Probe.stub(CloudFrontClient.class);
    private final S3Client s3 = Probe.stub(S3Client.class);
    private final Probe probe = new Probe(new CloudFront(), api -> api == S3.API ? s3 : cloudFront);

    @Test
    void listsPageByPageAndKeepsArnsAsTheyAre() {
        doAnswer(call -> call.<ListDistributionsRequest>getArgument(0).marker() == null
                        ? page("next", "E1")
                        : page("", "E2"))
                .when(cloudFront)
                .listDistributions(any(ListDistributionsRequest.class));
        var read = probe.read(TYPE);
        assertThat(read.names()).containsExactlyInAnyOrder("E1", "E2");
        assertThat(read.found()).extracting(resource -> resource.arn()).contains("odd:arn:E1");
    }

    @Test
    void anAccountWithoutDistributionsHasNone() {
        doReturn(ListDistributionsResponse.builder()
                        .distributionList(list -> list.quantity(0))
                        .build())
                .when(cloudFront)
                .listDistributions(any(ListDistributionsRequest.class));
        var read = probe.read(TYPE);
        assertThat(read.found()).isEmpty();
        assertThat(read.unlisted()).isEmpty();
    }

    @Test
    void readsTheConfigurationOfEach() {
        listed();
        doReturn(GetDistributionConfigResponse.builder()
                        .distributionConfig(config -> config.webACLId("acl"))
                        .build())
                .when(cloudFront)
                .getDistributionConfig(any(GetDistributionConfigRequest.class));
        assertThat(probe.read(TYPE, "DistributionConfig").only().document().fields())
                .containsEntry("DistributionConfig", Map.of("WebACLId", "acl"));
    }

    @Test
    void aDeniedConfigurationIsAGap() {
        listed();
        doThrow(refused("AccessDenied"))
                .when(cloudFront)
                .getDistributionConfig(any(GetDistributionConfigRequest.class));
        assertThat(probe.read(TYPE, "DistributionConfig").only().document().gaps())
                .containsKey("DistributionConfig");
    }

    @Test
    void oneDeletedMeanwhileIsDropped() {
        listed();
        doThrow(refused("NoSuchDistribution"))
                .when(cloudFront)
                .getDistributionConfig(any(GetDistributionConfigRequest.class));
        assertThat(probe.read(TYPE, "DistributionConfig").found()).isEmpty();
    }

    @Test
    void aFailedListingIsTold() {
        doThrow(refused("AccessDenied")).when(cloudFront).listDistributions(any(ListDistributionsRequest.class));
        assertThat(probe.read(TYPE).unlistedGap().summary()).isEqualTo("cloudfront:ListDistributions AccessDenied");
    }

    @Test
    void namesTheBucketsOfS3OriginsOnly() {
        var aws = new StubAws(new RecordedAnswers(CloudFront.class.getPackageName()));
        assertThat(Probe.over(new CloudFront(), aws, Duration.ofSeconds(10))
                        .read(TYPE, "OriginBuckets")
                        .only()
                        .document()
                        .fields())
                .containsEntry("OriginBuckets", buckets("my.site.example", true));
    }

    @Test
    void asksForABucketOnceHoweverManyOriginsNameIt() {
        listed("assets.s3.amazonaws.com", "assets.s3.eu-west-1.amazonaws.com");
        doReturn(HeadBucketResponse.builder().bucketRegion("eu-west-1").build())
                .when(s3)
                .headBucket(any(HeadBucketRequest.class));
        probe.read(TYPE, "OriginBuckets", "DistributionConfig");
        verify(s3, times(1)).headBucket(any(HeadBucketRequest.class));
        verify(cloudFront, times(1)).getDistributionConfig(any(GetDistributionConfigRequest.class));
    }

    @ParameterizedTest
    @CsvSource({"403, us-west-2, true", "301, us-west-2, true", "400, us-west-2, true", "404, , false"})
    void aBucketIsThereWhoseRegionS3Tells(int status, String region, boolean there) {
        listed("assets.s3.amazonaws.com");
        doThrow(answered(status, region)).when(s3).headBucket(any(HeadBucketRequest.class));
        assertThat(probe.read(TYPE, "OriginBuckets").only().document().fields())
                .containsEntry("OriginBuckets", buckets("assets", there));
    }

    @Test
    void aBucketIsThereThatMayBeLookedAt() {
        listed("assets.s3.amazonaws.com");
        doReturn(HeadBucketResponse.builder().build()).when(s3).headBucket(any(HeadBucketRequest.class));
        assertThat(probe.read(TYPE, "OriginBuckets").only().document().fields())
                .containsEntry("OriginBuckets", buckets("assets", true));
    }

    @Test
    void aRefusalThatTellsNoRegionTellsNothing() {
        listed("assets.s3.amazonaws.com");
        doThrow(answered(403, null)).when(s3).headBucket(any(HeadBucketRequest.class));
        assertThat(gap()).isEqualTo("s3:ListBucket Http403");
    }

    @Test
    void whatIsKnownOfOtherOriginsStandsBesideAGap() {
        listed("secret.s3.amazonaws.com", "gone.s3.amazonaws.com", "assets.example.com");
        doAnswer(call -> {
                    var hidden = "secret"
                            .equals(call.<HeadBucketRequest>getArgument(0).bucket());
                    throw answered(hidden ? 403 : 404, null);
                })
                .when(s3)
                .headBucket(any(HeadBucketRequest.class));
        var document = probe.read(TYPE, "OriginBuckets").only().document();
        assertThat(document.fields()).containsEntry("OriginBuckets", buckets("gone", false));
        assertThat(document.gaps()).containsOnlyKeys("OriginBuckets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reports-a1b2c3-s3alias.s3.eu-west-1.amazonaws.com",
                "reports-a1b2c3--ol-s3.s3.eu-west-1.amazonaws.com",
                "reports-123456789012.s3-accesspoint.eu-west-1.amazonaws.com",
                "reports-123456789012.s3-accesspoint-fips.dualstack.us-east-1.amazonaws.com",
                "reports-123456789012.s3-object-lambda.eu-west-1.amazonaws.com",
                "mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com",
                "MFZWI23GNJVGW.mrap.accesspoint.s3-global.amazonaws.com"
            })
    void anAccessPointIsNoBucket(String host) {
        listed(host);
        assertThat(probe.read(TYPE, "OriginBuckets").only().document().fields())
                .containsEntry("OriginBuckets", List.of());
        verify(s3, never()).headBucket(any(HeadBucketRequest.class));
    }

    @Test
    void anOriginThatNamesNoBucketIsAGap() {
        listed("assets.example.com");
        assertThat(gap()).isEqualTo("s3:ListBucket NotFound");
    }

    @ParameterizedTest
    @CsvSource({
        "my.site.example.s3.amazonaws.com, my.site.example",
        "assets.s3.eu-west-1.amazonaws.com, assets",
        "assets.s3-eu-west-1.amazonaws.com, assets",
        "assets.s3.dualstack.eu-west-1.amazonaws.com, assets",
        "a.s3.b.s3.eu-west-1.amazonaws.com, a.s3.b",
        "assets.s3.cn-north-1.amazonaws.com.cn, assets",
        "Assets.S3.amazonaws.com, assets"
    })
    void takesTheNameOfTheBucketFromTheHost(String host, String bucket) {
        assertThat(OriginBuckets.bucket(host)).contains(bucket);
    }

    private static List<Map<String, Object>> buckets(String bucket, boolean exists) {
        return List.of(Map.of("OriginId", "assets", "Bucket", bucket, "Exists", exists));
    }

    private String gap() {
        return probe.read(TYPE, "OriginBuckets")
                .only()
                .document()
                .gaps()
                .get("OriginBuckets")
                .summary();
    }

    private static AwsServiceException answered(int status, @Nullable String region) {
        var answer = SdkHttpResponse.builder().statusCode(status);
        if (region != null) {
            answer.putHeader("x-amz-bucket-region", region);
        }
        return S3Exception.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .sdkHttpResponse(answer.build())
                        .build())
                .build();
    }

    private void listed() {
        doReturn(page(null, "E1")).when(cloudFront).listDistributions(any(ListDistributionsRequest.class));
    }

    /** A distribution of S3 origins, each of these hosts. */
    private void listed(String... hosts) {
        listed();
        var origins = Stream.of(hosts)
                .map(host -> Origin.builder()
                        .id("assets")
                        .domainName(host)
                        .s3OriginConfig(config -> config.originAccessIdentity(""))
                        .build())
                .toList();
        doReturn(GetDistributionConfigResponse.builder()
                        .distributionConfig(config -> config.origins(all -> all.items(origins)))
                        .build())
                .when(cloudFront)
                .getDistributionConfig(any(GetDistributionConfigRequest.class));
    }

    private static ListDistributionsResponse page(String marker, String id) {
        return ListDistributionsResponse.builder()
                .distributionList(list -> list.quantity(1)
                        .nextMarker(marker)
                        .items(item -> item.id(id).arn("odd:arn:" + id)))
                .build();
    }
}
