package io.shisei.aws.service.config;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Nothing;
import io.shisei.aws.kind.Site;
import io.shisei.aws.shape.Shapes;
import io.shisei.inventory.FieldType.Scalar;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.config.model.ConfigurationRecorder;
import software.amazon.awssdk.services.config.model.ConfigurationRecorderStatus;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.DescribeHubResponse;
import software.amazon.awssdk.services.securityhub.model.DescribeSecurityHubV2Response;
import software.amazon.awssdk.services.securityhub.model.GetFindingAggregatorResponse;

/**
 * What AWS Config records in a region, by the recorder of the customer, of which there is one at most; those that
 * services make for themselves are theirs.
 */
final class Recording {

    /** By which Security Hub says that it is not switched on. */
    private static final String[] OFF = {"InvalidAccessException", "ResourceNotFoundException"};

    private static final Ask<SecurityHubClient> AGGREGATORS =
            Config.SECURITY_HUB.ask("securityhub:ListFindingAggregators").none(OFF);
    private static final Ask<SecurityHubClient> AGGREGATOR =
            Config.SECURITY_HUB.ask("securityhub:GetFindingAggregator").none(OFF);

    static final Kind<String, Nothing> KIND = Kind.single("AWS::Config::Recording")
            .part(
                    "Recorders",
                    Shapes.list(ConfigurationRecorder.class),
                    Config.API.ask("config:DescribeConfigurationRecorders"),
                    (config, nothing) -> config.describeConfigurationRecorders().configurationRecorders().stream()
                            .filter(ofCustomer(ConfigurationRecorder::servicePrincipal))
                            .toList())
            .part(
                    "Recording",
                    Scalar.BOOL,
                    Config.API.ask("config:DescribeConfigurationRecorderStatus"),
                    (config, nothing) ->
                            config.describeConfigurationRecorderStatus().configurationRecordersStatus().stream()
                                    .filter(ofCustomer(ConfigurationRecorderStatus::servicePrincipal))
                                    .anyMatch(status -> Boolean.TRUE.equals(status.recording())))
            .part(
                    "SecurityHub",
                    DescribeHubResponse.class,
                    Config.SECURITY_HUB.ask("securityhub:DescribeHub").none(OFF),
                    (hub, nothing) -> hub.describeHub(request -> {}))
            .part(
                    "SecurityHubV2",
                    DescribeSecurityHubV2Response.class,
                    Config.SECURITY_HUB.ask("securityhub:DescribeSecurityHubV2").none(OFF),
                    (hub, nothing) -> hub.describeSecurityHubV2(request -> {}))
            .part(
                    "FindingAggregators",
                    Shapes.list(GetFindingAggregatorResponse.class),
                    List.of(AGGREGATORS, AGGREGATOR),
                    (site, account, nothing) -> aggregators(site));

    private Recording() {}

    private static <T> Predicate<T> ofCustomer(Function<T, @Nullable String> service) {
        return recorder -> service.apply(recorder) == null;
    }

    /** One, or none. */
    private static List<GetFindingAggregatorResponse> aggregators(Site site) {
        return site.find(AGGREGATORS, hub -> hub.listFindingAggregators(request -> {})).stream()
                .flatMap(listed -> listed.findingAggregators().stream())
                .flatMap(one -> site
                        .find(
                                AGGREGATOR,
                                hub -> hub.getFindingAggregator(
                                        request -> request.findingAggregatorArn(one.findingAggregatorArn())))
                        .stream())
                .toList();
    }
}
