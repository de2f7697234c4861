package io.shisei.aws.service.apigateway;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Site;
import java.util.Objects;
import software.amazon.awssdk.services.apigateway.model.DomainName;
import software.amazon.awssdk.services.apigateway.model.GetDomainNamesResponse;

/** Custom domain names of the account's own, of REST, HTTP and WebSocket APIs alike. */
final class DomainNames {

    static final Kind<DomainName, DomainName> KIND = Kind.listed(
            "AWS::ApiGateway::DomainName",
            DomainName.class,
            Listing.of(
                    ApiGateway.API.ask("apigateway:GET", "GetDomainNames").on("apigateway:*::/domainnames"),
                    gateway -> gateway.getDomainNamesPaginator(request -> request.limit(500)),
                    GetDomainNamesResponse::items),
            Naming.of(DomainNames::arn, DomainName::domainName).labelled(DomainName::tags));

    private DomainNames() {}

    /** AWS tells the ARN of private ones, of which several may have the same name. */
    private static String arn(Site site, DomainName domain) {
        var built =
                "arn:%s:apigateway:%s::/domainnames/%s".formatted(site.partition(), site.region(), domain.domainName());
        return Objects.requireNonNullElse(domain.domainNameArn(), built);
    }
}
