package io.shisei.aws.collect;

import io.shisei.aws.Api;
import io.shisei.aws.Shapes;
import io.shisei.aws.Site;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.Scope;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Instances, terminated ones too while AWS still shows them, and security groups. */
@Component
class Ec2Collector extends ServiceCollector {

    static final Api<Ec2Client> EC2 = Api.of(Ec2Client.class, Ec2Client::builder, Ec2Client.serviceMetadata());

    private static final Kind<Instance> INSTANCE = Kind.listed(
            "AWS::EC2::Instance",
            Instance.class,
            Listing.of("ec2:DescribeInstances", "DescribeInstances", Ec2Collector::instances),
            Naming.<Instance>of(
                            (site, instance) -> site.arn("ec2", "instance/" + instance.instanceId()),
                            instance -> name(instance.tags(), instance.instanceId()))
                    .tagged(instance -> tags(instance.tags())));

    private static final Kind<SecurityGroup> SECURITY_GROUP = Kind.listed(
                    "AWS::EC2::SecurityGroup",
                    SecurityGroup.class,
                    Listing.of("ec2:DescribeSecurityGroups", "DescribeSecurityGroups", Ec2Collector::securityGroups),
                    Naming.of(Ec2Collector::arn, group -> name(group.tags(), group.groupId()))
                            .tagged(group -> tags(group.tags())))
            .part(
                    "ManagedPrefixListEntries",
                    new MapOf(new ListOf(Shapes.struct(PrefixListEntry.class))),
                    "ec2:GetManagedPrefixListEntries",
                    "GetManagedPrefixListEntries",
                    Ec2Collector::prefixLists);

    Ec2Collector() {
        super("EC2", Scope.REGIONAL, EC2, INSTANCE, SECURITY_GROUP);
    }

    private static Stream<Instance> instances(Site site) {
        var pages = site.client(EC2).describeInstancesPaginator(request -> request.maxResults(1000));
        return Pages.of(pages, DescribeInstancesResponse::hasReservations, DescribeInstancesResponse::nextToken)
                .flatMap(page -> page.reservations().stream())
                .flatMap(reservation -> reservation.instances().stream());
    }

    private static Stream<SecurityGroup> securityGroups(Site site) {
        var pages = site.client(EC2).describeSecurityGroupsPaginator(request -> request.maxResults(1000));
        return Pages.of(
                        pages,
                        DescribeSecurityGroupsResponse::hasSecurityGroups,
                        DescribeSecurityGroupsResponse::nextToken)
                .flatMap(page -> page.securityGroups().stream());
    }

    /** A group of a shared VPC may be another account's. */
    private static String arn(Site site, SecurityGroup group) {
        var owner = group.ownerId() == null ? site.account() : group.ownerId();
        return "arn:" + site.partition() + ":ec2:" + site.region() + ":" + owner + ":security-group/" + group.groupId();
    }

    private static Map<String, List<PrefixListEntry>> prefixLists(Site site, SecurityGroup group) {
        return group.ipPermissions().stream()
                .flatMap(permission -> permission.prefixListIds().stream())
                .map(list -> list.prefixListId())
                .distinct()
                .collect(Collectors.toMap(id -> id, id -> site.once(id, () -> entries(site, id))));
    }

    private static List<PrefixListEntry> entries(Site site, String list) {
        var pages = site.client(EC2)
                .getManagedPrefixListEntriesPaginator(
                        request -> request.prefixListId(list).maxResults(100));
        return Pages.of(
                        pages,
                        GetManagedPrefixListEntriesResponse::hasEntries,
                        GetManagedPrefixListEntriesResponse::nextToken)
                .flatMap(page -> page.entries().stream())
                .toList();
    }

    private static String name(List<Tag> tags, String id) {
        return tags(tags).getOrDefault("Name", id);
    }

    private static Map<String, String> tags(List<Tag> tags) {
        return Naming.tags(tags, Tag::key, Tag::value);
    }
}
