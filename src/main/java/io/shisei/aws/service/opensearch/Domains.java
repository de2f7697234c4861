package io.shisei.aws.service.opensearch;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.DomainInfo;
import software.amazon.awssdk.services.opensearch.model.DomainStatus;
import software.amazon.awssdk.services.opensearch.model.EngineType;
import software.amazon.awssdk.services.opensearch.model.ListDomainNamesResponse;

/** Domains that run OpenSearch; those with Elasticsearch are another service's. AWS gives all names at once. */
final class Domains {

    static final Kind<String, DomainStatus> KIND = Kind.described(
                    "AWS::OpenSearch::Domain",
                    DomainStatus.class,
                    Listing.once(
                                    OpenSearch.API.ask("es:ListDomainNames"),
                                    es -> es.listDomainNames(request -> request.engineType(EngineType.OPEN_SEARCH)),
                                    ListDomainNamesResponse::domainNames)
                            .filter(domain -> domain.engineType() == EngineType.OPEN_SEARCH)
                            .map(DomainInfo::domainName),
                    OpenSearch.API.ask("es:DescribeDomains"),
                    5,
                    Domains::describe,
                    Naming.of((site, name) -> site.arn("es", "domain/" + name), name -> name))
            .goneWhen("ResourceNotFoundException");

    private Domains() {}

    private static Map<String, DomainStatus> describe(OpenSearchClient es, List<String> names) {
        var answer = es.describeDomains(request -> request.domainNames(names));
        return Pages.whole(answer.domainStatusList()).stream()
                .collect(Collectors.toMap(DomainStatus::domainName, domain -> domain, (one, again) -> again));
    }
}
