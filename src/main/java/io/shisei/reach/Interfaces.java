package io.shisei.reach;

import io.shisei.inventory.StoredResource;
import io.shisei.reach.Fact.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The ways to instances and network interfaces of EC2. The routes of their subnets are not in the inventory. */
@Component
class Interfaces {

    private final SecurityGroups groups;

    Interfaces(SecurityGroups groups) {
        this.groups = groups;
    }

    Reach ofInstance(StoredResource instance) {
        var fields = new Part(instance.document().fields());
        var state = fields.part("State").text("Name").orElse("");
        if (Set.of("stopped", "stopping", "terminated", "shutting-down").contains(state)) {
            return Reach.way(new Fact(Kind.NOT_RUNNING, state));
        }
        var interfaces = fields.parts("NetworkInterfaces")
                .filter(it -> it.has("Groups"))
                .map(it -> way(instance, it, it.texts("Groups", "GroupId")));
        // What stands at the instance itself is of its first interface.
        var itself = way(instance, fields, fields.texts("SecurityGroups", "GroupId"));
        return Reach.anyOf(Stream.concat(Stream.of(itself), interfaces).toList());
    }

    Reach ofInterface(StoredResource stored) {
        var fields = new Part(stored.document().fields());
        return way(stored, fields, fields.texts("Groups", "GroupId"));
    }

    private Reach way(StoredResource resource, Part fields, List<String> ids) {
        var addresses = addresses(fields);
        if (addresses.isEmpty()) {
            return Reach.way(new Fact(Kind.NO_PUBLIC_ADDRESS, ""));
        }
        var families = addresses.stream().map(Family::of).collect(Collectors.toSet());
        var facts = new ArrayList<Fact>();
        addresses.forEach(address -> facts.add(new Fact(Kind.PUBLIC_ADDRESS, address)));
        facts.add(groups.letIn(resource, ids, families, null));
        facts.add(new Fact(Kind.ROUTES_NOT_KNOWN, fields.text("SubnetId").orElse("")));
        return Reach.way(facts);
    }

    private static List<String> addresses(Part fields) {
        var attached = Stream.concat(Stream.of(fields), fields.parts("PrivateIpAddresses"))
                .flatMap(it -> it.part("Association").text("PublicIp").stream());
        // Those of fd00::/8 are private.
        var ipv6 = Stream.concat(
                        fields.text("Ipv6Address").stream(), fields.texts("Ipv6Addresses", "Ipv6Address").stream())
                .filter(address -> !address.startsWith("fd"));
        return Stream.of(fields.text("PublicIpAddress").stream(), attached, ipv6)
                .flatMap(it -> it)
                .distinct()
                .toList();
    }
}
