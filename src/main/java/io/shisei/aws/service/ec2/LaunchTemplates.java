package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Site;
import io.shisei.aws.shape.Shapes;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesResponse;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

/** Launch templates, with what their default version says (user data excepted) and the network interfaces that it names. */
final class LaunchTemplates {

    private static final Ask<Ec2Client> VERSIONS = Ec2.API.ask("ec2:DescribeLaunchTemplateVersions");

    static final Kind<LaunchTemplate, LaunchTemplate> KIND = Kind.listed(
                    "AWS::EC2::LaunchTemplate",
                    LaunchTemplate.class,
                    Listing.of(
                            Ec2.API.ask("ec2:DescribeLaunchTemplates"),
                            ec2 -> ec2.describeLaunchTemplatesPaginator(request -> request.maxResults(200)),
                            DescribeLaunchTemplatesResponse::launchTemplates),
                    Naming.<LaunchTemplate>of(
                                    (site, template) ->
                                            site.arn("ec2", "launch-template/" + template.launchTemplateId()),
                                    LaunchTemplate::launchTemplateName)
                            .tagged(LaunchTemplate::tags))
            .part(
                    "DefaultVersion",
                    Shapes.struct(ResponseLaunchTemplateData.class),
                    List.of(VERSIONS),
                    (site, listed, template) -> defaultVersion(site, template))
            .part(
                    "NamedInterfaces",
                    Shapes.list(NetworkInterface.class),
                    List.of(NetworkInterfaces.DESCRIBE, VERSIONS),
                    (site, listed, template) -> namedInterfaces(site, template))
            .goneWhen("InvalidLaunchTemplateId.NotFound");

    private LaunchTemplates() {}

    private static ResponseLaunchTemplateData defaultVersion(Site site, LaunchTemplate template) {
        var id = template.launchTemplateId();
        return site.once(
                List.of(VERSIONS, id),
                () -> site
                        .ask(
                                VERSIONS,
                                ec2 -> ec2.describeLaunchTemplateVersions(
                                        request -> request.launchTemplateId(id).versions("$Default")))
                        .launchTemplateVersions()
                        .stream()
                        .filter(version -> !Boolean.FALSE.equals(version.defaultVersion()))
                        .findFirst()
                        .orElseThrow(() -> site.unseen(VERSIONS, id))
                        .launchTemplateData()
                        .toBuilder()
                        .userData(null)
                        .build());
    }

    private static Object namedInterfaces(Site site, LaunchTemplate template) {
        var ids = defaultVersion(site, template).networkInterfaces().stream()
                .map(LaunchTemplateInstanceNetworkInterfaceSpecification::networkInterfaceId)
                .filter(Objects::nonNull)
                .toList();
        return site.eachOf(ids, id -> NetworkInterfaces.named(site, id));
    }
}
