package io.shisei.aws.service.elasticsearch;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticsearch.ElasticsearchClient;
import software.amazon.awssdk.services.elasticsearch.model.DomainInfo;
import software.amazon.awssdk.services.elasticsearch.model.ElasticsearchDomainStatus;
import software.amazon.awssdk.services.elasticsearch.model.EngineType;
import software.amazon.awssdk.services.elasticsearch.model.ListDomainNamesResponse;

/** Elasticsearch domains; OpenSearch ones are another service's. AWS gives all names at once. */
final class Domains {

    static final Kind<String, ElasticsearchDomainStatus> KIND = Kind.described(
                    "AWS::Elasticsearch::Domain",
                    ElasticsearchDomainStatus.class,
                    Listing.once(
                                    Elasticsearch.API.ask("es:ListDomainNames"),
                                    es -> es.listDomainNames(request -> request.engineType(EngineType.ELASTICSEARCH)),
                                    ListDomainNamesResponse::domainNames)
                            .filter(domain -> domain.engineType() != EngineType.OPEN_SEARCH)
                            .map(DomainInfo::domainName),
                    Elasticsearch.API.ask("es:DescribeElasticsearchDomains"),
                    5,
                    Domains::describe,
                    Naming.<String>of((site, name) -> site.arn("es", "domain/" + name), name -> name)
                            .taggedAs("es:domain"))
            .goneWhen("ResourceNotFoundException");

    private Domains() {}

    private static Map<String, ElasticsearchDomainStatus> describe(ElasticsearchClient es, List<String> names) {
        var answer = es.describeElasticsearchDomains(request -> request.domainNames(names));
        return Pages.whole(answer.domainStatusList()).stream()
                .collect(Collectors.toMap(
                        ElasticsearchDomainStatus::domainName, domain -> domain, (one, again) -> again));
    }
}
