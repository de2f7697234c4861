package io.shisei.aws.collect;

import io.shisei.aws.Api;
import io.shisei.aws.Site;
import io.shisei.inventory.Scope;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticsearch.ElasticsearchClient;
import software.amazon.awssdk.services.elasticsearch.model.DescribeElasticsearchDomainsResponse;
import software.amazon.awssdk.services.elasticsearch.model.DomainInfo;
import software.amazon.awssdk.services.elasticsearch.model.ElasticsearchDomainStatus;
import software.amazon.awssdk.services.elasticsearch.model.EngineType;
import software.amazon.awssdk.services.elasticsearch.model.ListDomainNamesResponse;

/** Elasticsearch domains; OpenSearch ones are another service's. */
@Component
class ElasticsearchCollector extends ServiceCollector {

    static final Api<ElasticsearchClient> ES =
            Api.of(ElasticsearchClient.class, ElasticsearchClient::builder, ElasticsearchClient.serviceMetadata());

    private static final Kind<String> DOMAIN = Kind.of(
                    "AWS::Elasticsearch::Domain",
                    ElasticsearchDomainStatus.class,
                    Listing.of("es:ListDomainNames", "ListDomainNames", ElasticsearchCollector::names),
                    new Main.Described<>(
                            new Ask("es:DescribeElasticsearchDomains", "DescribeElasticsearchDomains"),
                            5,
                            ElasticsearchCollector::describe),
                    Naming.of((site, name) -> site.arn("es", "domain/" + name), name -> name))
            .goneWhen("ResourceNotFoundException");

    ElasticsearchCollector() {
        super("ES", Scope.REGIONAL, ES, DOMAIN);
    }

    /** AWS gives all names at once; this listing has no pages. */
    private static Stream<String> names(Site site) {
        var answer = site.client(ES).listDomainNames(request -> request.engineType(EngineType.ELASTICSEARCH));
        return Pages.whole(answer, ListDomainNamesResponse::hasDomainNames).domainNames().stream()
                .filter(domain -> domain.engineType() != EngineType.OPEN_SEARCH)
                .map(DomainInfo::domainName);
    }

    private static Map<String, SdkPojo> describe(Site site, List<String> names) {
        var answer = site.client(ES).describeElasticsearchDomains(request -> request.domainNames(names));
        return Pages.whole(answer, DescribeElasticsearchDomainsResponse::hasDomainStatusList)
                .domainStatusList()
                .stream()
                .collect(Collectors.toMap(
                        ElasticsearchDomainStatus::domainName, domain -> domain, (one, again) -> again));
    }
}
