package io.shisei.aws.service.opensearch;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.DomainInfo;
import software.amazon.awssdk.services.opensearch.model.DomainStatus;
import software.amazon.awssdk.services.opensearch.model.EngineType;
import software.amazon.awssdk.services.opensearch.model.ListDomainNamesResponse;

/**
 * Domains that run OpenSearch; those with Elasticsearch are another service's. AWS gives all names at once. Older answers
 * do not tell the engine with the name: then its version does.
 */
final class Domains {

    static final Kind<DomainInfo, DomainStatus> KIND = Kind.described(
                    "AWS::OpenSearch::Domain",
                    DomainStatus.class,
                    Listing.once(
                                    OpenSearch.API.ask("es:ListDomainNames"),
                                    es -> es.listDomainNames(request -> request.engineType(EngineType.OPEN_SEARCH)),
                                    ListDomainNamesResponse::domainNames)
                            .filter(domain -> domain.engineType() != EngineType.ELASTICSEARCH),
                    OpenSearch.API.ask("es:DescribeDomains"),
                    5,
                    Domains::describe,
                    Naming.<DomainInfo>of(
                                    (site, domain) -> site.arn("es", "domain/" + domain.domainName()),
                                    DomainInfo::domainName)
                            .taggedAs("es:domain"))
            .goneWhen("ResourceNotFoundException");

    private Domains() {}

    private static Map<DomainInfo, DomainStatus> describe(OpenSearchClient es, List<DomainInfo> domains) {
        var names = domains.stream().map(DomainInfo::domainName).toList();
        var described = new HashMap<DomainInfo, DomainStatus>();
        for (var status : Pages.whole(
                es.describeDomains(request -> request.domainNames(names)).domainStatusList())) {
            domains.stream()
                    .filter(domain -> status.domainName().equals(domain.domainName()))
                    .filter(domain -> domain.engineType() != null || runsOpenSearch(status))
                    .forEach(domain -> described.put(domain, status));
        }
        return described;
    }

    private static boolean runsOpenSearch(DomainStatus status) {
        return status.engineVersion() != null && status.engineVersion().startsWith("OpenSearch");
    }
}
