package io.shisei.aws.service.waf;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Pages;
import io.shisei.aws.kind.Site;
import io.shisei.inventory.Scope;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.ListWebAcLsResponse;
import software.amazon.awssdk.services.wafv2.model.WebACL;

/** Web ACLs of each region, and those of CloudFront, which lie in the partition's home region. */
final class WebAcls {

    private record Id(String arn, String id, String name, String scope) {}

    static final Kind<?, WebACL> KIND = Kind.described(
                    "AWS::WAFv2::WebACL",
                    WebACL.class,
                    Listing.by(
                            Waf.API.ask("wafv2:ListWebACLs"),
                            site -> Pages.items(pages(site), ListWebAcLsResponse::webACLs)
                                    .map(found -> new Id(found.arn(), found.id(), found.name(), scope(site)))),
                    Waf.API.ask("wafv2:GetWebACL"),
                    1,
                    WebAcls::describe,
                    Naming.of(Id::arn, Id::name).taggedAs("wafv2"))
            .goneWhen("WAFNonexistentItemException")
            .everywhere();

    private WebAcls() {}

    private static String scope(Site site) {
        return site.scope() == Scope.GLOBAL ? "CLOUDFRONT" : "REGIONAL";
    }

    /** The SDK has no paginator for this one. */
    private static Iterable<ListWebAcLsResponse> pages(Site site) {
        return Pages.by(marker -> site.client(Waf.API)
                .listWebACLs(
                        request -> request.scope(scope(site)).nextMarker(marker).limit(100)));
    }

    private static Map<Id, WebACL> describe(Wafv2Client waf, List<Id> ids) {
        var wanted = ids.getFirst();
        return Map.of(
                wanted,
                waf.getWebACL(request ->
                                request.id(wanted.id()).name(wanted.name()).scope(wanted.scope()))
                        .webACL());
    }
}
