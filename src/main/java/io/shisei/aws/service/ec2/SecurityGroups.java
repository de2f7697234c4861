package io.shisei.aws.service.ec2;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import io.shisei.aws.kind.Site;
import io.shisei.aws.shape.Shapes;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.MapOf;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesResponse;
import software.amazon.awssdk.services.ec2.model.PrefixListEntry;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Security groups, with the entries of the prefix lists that their rules name. */
public final class SecurityGroups {

    public static final Ask<Ec2Client> DESCRIBE = Ec2.API.ask("ec2:DescribeSecurityGroups");

    public static final Ask<Ec2Client> ENTRIES = Ec2.API.ask("ec2:GetManagedPrefixListEntries");

    /** The entries of prefix lists, by the ids of the lists. */
    public static final FieldType PREFIX_LISTS = new MapOf(Shapes.list(PrefixListEntry.class));

    static final Kind<SecurityGroup, SecurityGroup> KIND = Kind.listed(
                    "AWS::EC2::SecurityGroup",
                    SecurityGroup.class,
                    Listing.of(
                            DESCRIBE,
                            ec2 -> ec2.describeSecurityGroupsPaginator(request -> request.maxResults(1000)),
                            DescribeSecurityGroupsResponse::securityGroups),
                    Naming.<SecurityGroup>of(
                                    (site, group) ->
                                            Ec2.arn(site, group.ownerId(), "security-group/" + group.groupId()),
                                    SecurityGroup::groupId)
                            .tagged(SecurityGroup::tags)
                            .calledByTag())
            .part(
                    "ManagedPrefixListEntries",
                    PREFIX_LISTS,
                    List.of(ENTRIES),
                    (site, listed, group) -> prefixLists(site, Stream.of(group)));

    private SecurityGroups() {}

    /** For a part: the groups with these ids, each read once in a unit; those of them that can be seen, with a gap. */
    public static Object named(Site site, Collection<String> ids) {
        return site.each(ids, id -> named(site, id));
    }

    private static SecurityGroup named(Site site, String id) {
        return site.once(
                id,
                () -> site
                        .ask(DESCRIBE, ec2 -> ec2.describeSecurityGroups(request -> request.groupIds(id)))
                        .securityGroups()
                        .stream()
                        .findFirst()
                        .orElseThrow(() -> site.unseen(DESCRIBE, id)));
    }

    /** For a part: the entries of the prefix lists that rules of the groups with these ids name; a gap if one cannot be seen. */
    public static Object prefixLists(Site site, Collection<String> ids) {
        return prefixLists(site, ids.stream().map(id -> named(site, id)));
    }

    /** A list that its owner shares no more is named by rules all the same; it hides no other. */
    private static Object prefixLists(Site site, Stream<SecurityGroup> groups) {
        var ids = groups.flatMap(group -> group.ipPermissions().stream())
                .flatMap(permission -> permission.prefixListIds().stream())
                .map(list -> list.prefixListId())
                .distinct()
                .toList();
        return site.entries(ids, id -> site.all(id, entries(id)));
    }

    private static Listing<PrefixListEntry> entries(String list) {
        return Listing.of(
                ENTRIES,
                ec2 -> ec2.getManagedPrefixListEntriesPaginator(
                        request -> request.prefixListId(list).maxResults(100)),
                GetManagedPrefixListEntriesResponse::entries);
    }
}
