package io.shisei.aws.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.shisei.aws.service.s3.S3;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Missing;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.GetResourcesRequest;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.GetResourcesResponse;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.Tag;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

@Timeout(20)
class TaggingTests {

    private static final String TYPE = "AWS::S3::Bucket";

    private final S3Client s3 = Probe.stub(S3Client.class);
    private final ResourceGroupsTaggingApiClient tagging = Probe.stub(ResourceGroupsTaggingApiClient.class);
    private final Probe probe = new Probe(new S3(), api -> api.client() == S3Client.class ? s3 : tagging);

    @Test
    void comeFromAllPagesAHundredAtOnce() {
        buckets("a", "b", "c");
        answers(page("more", tagged("a", "env", "prod")), page("", tagged("b", "env", "test")));
        var read = probe.read(TYPE);
        assertThat(tags(read.found())).containsExactly("a {env=prod}", "b {env=test}", "c {}");
        assertThat(read.lack().untagged()).isEmpty();
        assertThat(asked()).hasSize(2).allSatisfy(request -> {
            assertThat(request.resourceTypeFilters()).containsExactly("s3:bucket");
            assertThat(request.resourcesPerPage()).isEqualTo(100);
        });
        assertThat(asked().getLast().paginationToken()).isEqualTo("more");
    }

    @Test
    void areNotAskedForWhereThereIsNothing() {
        buckets();
        probe.read(TYPE);
        verify(tagging, never()).getResources(any(GetResourcesRequest.class));
    }

    @Test
    void areNotKnownWhereTheyAreDeniedAndNothingElseSuffers() {
        buckets("a", "b");
        doThrow(Probe.refused("AccessDeniedException")).when(tagging).getResources(any(GetResourcesRequest.class));
        var read = probe.read(TYPE);
        assertThat(tags(read.found())).containsExactly("a ?", "b ?");
        assertThat(read.found())
                .allSatisfy(bucket -> assertThat(bucket.document().gaps()).isEmpty());
        assertThat(read.unlisted()).isEmpty();
        var gap = new Gap("tag:GetResources", "AccessDeniedException", "said AWS");
        assertThat(read.lack().untagged()).containsExactly(new Missing(TYPE, gap, Set.of(), 2));
    }

    @Test
    void areKnownAsFarAsTheyWereToldBeforeItBrokeOff() {
        buckets("a", "b", "once");
        doReturn(page("more", tagged("a", "env", "prod"), untagged("once")))
                .doThrow(Probe.refused("ThrottledException"))
                .when(tagging)
                .getResources(any(GetResourcesRequest.class));
        var read = probe.read(TYPE);
        assertThat(tags(read.found())).containsExactly("a {env=prod}", "b ?", "once {}");
        assertThat(read.lack().untagged())
                .extracting(missing -> missing.gap().summary() + " " + missing.resources())
                .containsExactly("tag:GetResources ThrottledException 1");
    }

    @Test
    void areNotKnownWhereATokenComesTwice() {
        buckets("a", "b");
        doReturn(page("same", tagged("a", "env", "prod"))).when(tagging).getResources(any(GetResourcesRequest.class));
        var read = probe.read(TYPE);
        assertThat(tags(read.found())).containsExactly("a {env=prod}", "b ?");
        assertThat(read.lack().untagged().getFirst().gap().error()).isEqualTo("MalformedAnswer");
    }

    @Test
    void areNotKnownOfWhatIsToldWithoutAListOfTags() {
        buckets("a", "b");
        answers(page(null, mapping("a").build(), tagged("b", "env", "prod")));
        var read = probe.read(TYPE);
        assertThat(tags(read.found())).containsExactly("a ?", "b {env=prod}");
        assertThat(read.lack().untagged().getFirst().gap().error()).isEqualTo("MalformedAnswer");
    }

    @Test
    void areTheLastThatWereToldOfWhatCameTwiceAndOfNothingUnknown() {
        buckets("a");
        answers(
                page("more", tagged("a", "env", "old")),
                page(
                        null,
                        tagged("a", "env", "new"),
                        ResourceTagMapping.builder()
                                .resourceARN("arn:aws:newservice:eu-west-1:111122223333:thing/a")
                                .tags(List.of())
                                .build()));
        assertThat(tags(probe.read(TYPE).found())).containsExactly("a {env=new}");
    }

    @Test
    void areAskedForAloneWhereOneResourceIsReadAgain() {
        buckets("a", "b");
        answers(page(null, tagged("a", "env", "prod")));
        var bucket = type();
        assertThat(tags(probe.reread(bucket, "arn:aws:s3:::a").found())).containsExactly("a {env=prod}");
        assertThat(asked()).singleElement().satisfies(request -> {
            assertThat(request.resourceARNList()).containsExactly("arn:aws:s3:::a");
            assertThat(request.hasResourceTypeFilters()).isFalse();
            assertThat(request.resourcesPerPage()).isNull();
        });
    }

    @Test
    void areAskedForOnceInAUnitAndJoinedInEachPartition() {
        buckets("a");
        answers(page(
                null,
                ResourceTagMapping.builder()
                        .resourceARN("arn:aws-cn:s3:::a")
                        .tags(Tag.builder().key("env").value("prod").build())
                        .build()));
        var memory = new Memory();
        List<Resource> found = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 2; i++) {
            try (var site = new Site(
                    "111122223333",
                    "aws-cn",
                    "eu-west-1",
                    4,
                    memory,
                    (api, region) -> probe.clients().apply(api))) {
                new S3().collect(site, Map.of(type(), Set.of()), found::add);
            }
        }
        assertThat(tags(found)).containsExactly("a {env=prod}", "a {env=prod}");
        verify(tagging, times(1)).getResources(any(GetResourcesRequest.class));
    }

    /** Where another partition tells the tags of what has no region is not written. */
    @ParameterizedTest
    @CsvSource({"aws, false", "aws-cn, true"})
    void areNoneWhereAWholeAnswerHasNone(String partition, boolean unread) {
        answers(page(null));
        try (var site = new Site("1", partition, "global", 1, new Memory(), (api, region) -> tagging)) {
            var told = new ArrayList<Gap>();
            assertThat(Tagging.of(site, "iam:policy").of("arn:aws:iam::1:policy/a", told::add))
                    .isEqualTo(new Tagging.Tags(Map.of(), unread));
            assertThat(told).isEmpty();
        }
    }

    private static ResourceType type() {
        return new S3()
                .types().stream()
                        .filter(type -> type.name().equals(TYPE))
                        .findFirst()
                        .orElseThrow();
    }

    private void buckets(String... names) {
        var buckets = Stream.of(names)
                .map(name ->
                        Bucket.builder().name(name).bucketRegion("eu-west-1").build())
                .toList();
        doReturn(ListBucketsResponse.builder().buckets(buckets).build())
                .when(s3)
                .listBuckets(any(ListBucketsRequest.class));
    }

    private void answers(GetResourcesResponse first, GetResourcesResponse... more) {
        doReturn(first, (Object[]) more).when(tagging).getResources(any(GetResourcesRequest.class));
    }

    private List<GetResourcesRequest> asked() {
        var requests = ArgumentCaptor.forClass(GetResourcesRequest.class);
        verify(tagging, atLeastOnce()).getResources(requests.capture());
        return requests.getAllValues();
    }

    private static GetResourcesResponse page(@Nullable String token, ResourceTagMapping... mappings) {
        return GetResourcesResponse.builder()
                .resourceTagMappingList(mappings)
                .paginationToken(token)
                .build();
    }

    private static ResourceTagMapping tagged(String bucket, String key, String value) {
        return mapping(bucket).tags(Tag.builder().key(key).value(value).build()).build();
    }

    private static ResourceTagMapping untagged(String bucket) {
        return mapping(bucket).tags(List.of()).build();
    }

    private static ResourceTagMapping.Builder mapping(String bucket) {
        return ResourceTagMapping.builder().resourceARN("arn:aws:s3:::" + bucket);
    }

    /** By name; a question mark for those that are not known. */
    private static List<String> tags(List<Resource> found) {
        return found.stream()
                .map(it -> it.name() + " " + (it.tagsUnread() ? "?" : it.tags().toString()))
                .toList();
    }
}
