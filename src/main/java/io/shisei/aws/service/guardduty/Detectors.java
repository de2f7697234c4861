package io.shisei.aws.service.guardduty;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Nothing;
import io.shisei.aws.kind.Site;
import io.shisei.aws.shape.Shapes;
import java.util.List;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.GetDetectorResponse;
import software.amazon.awssdk.services.guardduty.model.ListDetectorsResponse;

/** The detectors of a region: none where GuardDuty was never switched on. */
final class Detectors {

    private static final Ask<GuardDutyClient> LIST = GuardDuty.API.ask("guardduty:ListDetectors");
    private static final Ask<GuardDutyClient> GET = GuardDuty.API.ask("guardduty:GetDetector");

    private static final Listing<String> IDS =
            Listing.of(LIST, GuardDutyClient::listDetectorsPaginator, ListDetectorsResponse::detectorIds);

    static final Kind<String, Nothing> KIND = Kind.single("AWS::GuardDuty::Detectors")
            .part(
                    "Detectors",
                    Shapes.list(GetDetectorResponse.class),
                    List.of(LIST, GET),
                    (site, account, nothing) -> detectors(site));

    private Detectors() {}

    private static Object detectors(Site site) {
        return site.each(
                site.all(IDS),
                id -> site.ask(GET, guardDuty -> guardDuty.getDetector(request -> request.detectorId(id))));
    }
}
