package io.shisei.reach;

import io.shisei.inventory.StoredResource;
import io.shisei.reach.Fact.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        var interfaces =
                fields.parts("NetworkInterfaces").filter(it -> it.has("Groups")).map(it -> Door.of(it, "Groups"));
        // What stands at the instance itself is of its first interface.
        var doors = Stream.concat(Stream.of(Door.of(fields, "SecurityGroups")), interfaces)
                .toList();
        var stored = stored(instance, doors);
        return Reach.anyOf(doors.stream().map(door -> way(door, stored)).toList());
    }

    Reach ofInterface(StoredResource stored) {
        var door = Door.of(new Part(stored.document().fields()), "Groups");
        return way(door, stored(stored, List.of(door)));
    }

    /** An interface, with its public addresses and the ids of its security groups. */
    private record Door(Part fields, List<String> addresses, List<String> groups) {
        static Door of(Part fields, String groups) {
            return new Door(fields, Interfaces.addresses(fields), fields.texts(groups, "GroupId"));
        }
    }

    /** The groups of those that have an address, by id. */
    private Map<String, StoredResource> stored(StoredResource resource, List<Door> doors) {
        var ids = doors.stream()
                .filter(door -> !door.addresses().isEmpty())
                .flatMap(door -> door.groups().stream())
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : groups.stored(resource, ids);
    }

    private static Reach way(Door door, Map<String, StoredResource> stored) {
        if (door.addresses().isEmpty()) {
            return Reach.way(new Fact(Kind.NO_PUBLIC_ADDRESS, ""));
        }
        var families = door.addresses().stream().map(Family::of).collect(Collectors.toSet());
        var facts = new ArrayList<Fact>();
        door.addresses().forEach(address -> facts.add(new Fact(Kind.PUBLIC_ADDRESS, address)));
        facts.add(SecurityGroups.letIn(stored, door.groups(), families, null));
        facts.add(new Fact(Kind.ROUTES_NOT_KNOWN, door.fields().text("SubnetId").orElse("")));
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
