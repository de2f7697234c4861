package io.shisei.aws.service.elasticsearch;

import static io.shisei.aws.kind.Probe.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import io.shisei.aws.kind.Probe;
import io.shisei.inventory.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticsearch.ElasticsearchClient;
import software.amazon.awssdk.services.elasticsearch.model.DescribeElasticsearchDomainsRequest;
import software.amazon.awssdk.services.elasticsearch.model.DescribeElasticsearchDomainsResponse;
import software.amazon.awssdk.services.elasticsearch.model.DomainInfo;
import software.amazon.awssdk.services.elasticsearch.model.ElasticsearchDomainStatus;
import software.amazon.awssdk.services.elasticsearch.model.ListDomainNamesRequest;
import software.amazon.awssdk.services.elasticsearch.model.ListDomainNamesResponse;

class ElasticsearchTests {

    private static final String TYPE = "AWS::Elasticsearch::Domain";

    private final ElasticsearchClient es = Probe.stub(ElasticsearchClient.class);
    private final Probe probe = new Probe(new Elasticsearch(), es);
    private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());

    @Test
    void describesFiveAtATime() {
        listed(12);
        described(Set.of());
        assertThat(probe.read(TYPE).found())
                .hasSize(12)
                .extracting(domain -> domain.arn())
                .contains("arn:aws:es:eu-west-1:111122223333:domain/d7");
        assertThat(batches).containsExactlyInAnyOrder(5, 5, 2);
    }

    @Test
    void leavesOutOpenSearch() {
        doReturn(ListDomainNamesResponse.builder()
                        .domainNames(domain -> domain.domainName("new").engineType("OpenSearch"))
                        .build())
                .when(es)
                .listDomainNames(any(ListDomainNamesRequest.class));
        assertThat(probe.read(TYPE).found()).isEmpty();
    }

    @Test
    void domainsThatCannotBeDescribedAreThereWithAGap() {
        listed(2);
        doThrow(refused("AccessDeniedException"))
                .when(es)
                .describeElasticsearchDomains(any(DescribeElasticsearchDomainsRequest.class));
        assertThat(probe.read(TYPE).found())
                .hasSize(2)
                .allSatisfy(domain -> assertThat(domain.document().gaps()).containsKey(Document.WHOLE));
    }

    @Test
    void oneDeletedMeanwhileDoesNotHideItsNeighbours() {
        listed(3);
        described(Set.of("d1"));
        assertThat(probe.read(TYPE).names()).containsExactlyInAnyOrder("d0", "d2");
    }

    @Test
    void aFailedListingIsTold() {
        doThrow(refused("ValidationException")).when(es).listDomainNames(any(ListDomainNamesRequest.class));
        assertThat(probe.read(TYPE).unlistedGap().summary()).isEqualTo("es:ListDomainNames ValidationException");
    }

    private void listed(int count) {
        var names = IntStream.range(0, count)
                .mapToObj(i -> DomainInfo.builder().domainName("d" + i).build())
                .toList();
        doReturn(ListDomainNamesResponse.builder().domainNames(names).build())
                .when(es)
                .listDomainNames(any(ListDomainNamesRequest.class));
    }

    private void described(Set<String> deleted) {
        doAnswer(call -> {
                    var names = call.<DescribeElasticsearchDomainsRequest>getArgument(0)
                            .domainNames();
                    batches.add(names.size());
                    if (names.stream().anyMatch(deleted::contains)) {
                        throw refused("ResourceNotFoundException");
                    }
                    return DescribeElasticsearchDomainsResponse.builder()
                            .domainStatusList(status(names.stream()))
                            .build();
                })
                .when(es)
                .describeElasticsearchDomains(any(DescribeElasticsearchDomainsRequest.class));
    }

    private static List<ElasticsearchDomainStatus> status(Stream<String> names) {
        return names.map(name ->
                        ElasticsearchDomainStatus.builder().domainName(name).build())
                .toList();
    }
}
