package io.shisei.aws.service.opensearch;

import static io.shisei.aws.kind.Probe.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import io.shisei.aws.kind.Probe;
import io.shisei.inventory.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.DescribeDomainsRequest;
import software.amazon.awssdk.services.opensearch.model.DescribeDomainsResponse;
import software.amazon.awssdk.services.opensearch.model.DomainInfo;
import software.amazon.awssdk.services.opensearch.model.DomainStatus;
import software.amazon.awssdk.services.opensearch.model.ListDomainNamesRequest;
import software.amazon.awssdk.services.opensearch.model.ListDomainNamesResponse;

class OpenSearchTests {

    private static final String TYPE = "AWS::OpenSearch::Domain";

    private final OpenSearchClient openSearch = Probe.stub(OpenSearchClient.class);
    private final Probe probe = new Probe(new OpenSearch(), openSearch);

    @Test
    void describesDomainsThatRunOpenSearch() {
        listed("logs", "OpenSearch");
        doReturn(DescribeDomainsResponse.builder()
                        .domainStatusList(DomainStatus.builder()
                                .domainName("logs")
                                .engineVersion("OpenSearch_2.11")
                                .build())
                        .build())
                .when(openSearch)
                .describeDomains(any(DescribeDomainsRequest.class));
        var domain = probe.read(TYPE).only();
        assertThat(domain.arn()).isEqualTo("arn:aws:es:eu-west-1:111122223333:domain/logs");
        assertThat(domain.document().fields()).containsEntry("EngineVersion", "OpenSearch_2.11");
    }

    @Test
    void leavesElasticsearchToItsOwnService() {
        listed("old", "Elasticsearch");
        assertThat(probe.read(TYPE).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"OpenSearch_2.11, 1", "Elasticsearch_7.10, 0", ", 0"})
    void takesTheVersionForTheEngineWhereTheListTellsNone(@Nullable String version, int found) {
        listed("logs", null);
        doReturn(DescribeDomainsResponse.builder()
                        .domainStatusList(status -> status.domainName("logs").engineVersion(version))
                        .build())
                .when(openSearch)
                .describeDomains(any(DescribeDomainsRequest.class));
        assertThat(probe.read(TYPE).found()).hasSize(found);
    }

    @Test
    void aDomainThatCannotBeDescribedIsThereWithAGap() {
        listed("logs", "OpenSearch");
        doThrow(refused("AccessDeniedException")).when(openSearch).describeDomains(any(DescribeDomainsRequest.class));
        assertThat(probe.read(TYPE).only().document().gaps()).containsKey(Document.WHOLE);
    }

    private void listed(String name, @Nullable String engine) {
        doReturn(ListDomainNamesResponse.builder()
                        .domainNames(DomainInfo.builder()
                                .domainName(name)
                                .engineType(engine)
                                .build())
                        .build())
                .when(openSearch)
                .listDomainNames(any(ListDomainNamesRequest.class));
    }
}
