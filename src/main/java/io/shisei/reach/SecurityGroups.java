package io.shisei.reach;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.shisei.inventory.Resource;
import io.shisei.inventory.StoredResource;
import io.shisei.inventory.StoredResources;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether security groups, as they are stored, let anyone in. */
@Component
class SecurityGroups {

    private static final String ENTRIES = "ManagedPrefixListEntries";

    private final StoredResources resources;

    SecurityGroups(StoredResources resources) {
        this.resources = resources;
    }

    /**
     * @param of the resource that has the groups, of the same account and region
     * @param port the one on which it listens; null: any
     */
    Fact letIn(StoredResource of, Collection<String> groups, Set<Family> families, @Nullable Long port) {
        return letIn(stored(of, groups), groups, families, port);
    }

    /** As {@link #letIn(StoredResource, Collection, Set, Long)}, by what {@link #stored} has read of the groups, and of others. */
    static Fact letIn(
            Map<String, StoredResource> stored, Collection<String> groups, Set<Family> families, @Nullable Long port) {
        for (var group : groups) {
            if (stored.get(group) instanceof StoredResource there) {
                var open = rules(there, port)
                        .filter(rule -> isOpen(rule, there, families))
                        .findFirst();
                if (open.isPresent()) {
                    return new Fact(Fact.Kind.OPEN_GROUP, group + " (" + ports(open.get()) + ")");
                }
            }
        }
        var unknown = groups.stream()
                .filter(group -> !(stored.get(group) instanceof StoredResource there) || hidesEntries(there, port))
                .toList();
        return groups.isEmpty() || !unknown.isEmpty()
                ? new Fact(Fact.Kind.GROUPS_NOT_KNOWN, String.join(", ", unknown))
                : new Fact(Fact.Kind.NO_OPEN_GROUP, String.join(", ", groups));
    }

    /** By id; those of other accounts, and those that no control reads, are not among them. */
    Map<String, StoredResource> stored(StoredResource of, Collection<String> groups) {
        var start =
                "arn:%s:ec2:%s:%s:security-group/".formatted(Resource.partition(of.arn()), of.region(), of.accountId());
        var arns = groups.stream().map(start::concat).collect(toSet());
        return resources.of(of.accountId(), arns).stream()
                .filter(group -> group.goneAt() == null)
                .collect(toMap(group -> group.arn().substring(start.length()), group -> group));
    }

    private static Stream<Part> rules(StoredResource group, @Nullable Long port) {
        return new Part(group.document().fields()).parts("IpPermissions").filter(rule -> isFor(rule, port));
    }

    /** Messages of ICMP reach nothing that listens. */
    private static boolean isFor(Part rule, @Nullable Long port) {
        var protocol = rule.text("IpProtocol").orElse("-1");
        var from = rule.number("FromPort");
        var to = rule.number("ToPort");
        return !protocol.matches("icmp.*|1|58")
                && (protocol.equals("-1") || port == null || from == null || to == null || from <= port && port <= to);
    }

    private static boolean isOpen(Part rule, StoredResource group, Set<Family> families) {
        var entries = new Part(group.document().fields()).part(ENTRIES);
        var listed = rule.texts("PrefixListIds", "PrefixListId").stream()
                .flatMap(list -> entries.texts(list, "Cidr").stream())
                .toList();
        return families.stream()
                .anyMatch(family ->
                        Stream.concat(family.blocks(rule), listed.stream()).anyMatch(family::isPublic));
    }

    private static boolean hidesEntries(StoredResource group, @Nullable Long port) {
        var entries = new Part(group.document().fields()).part(ENTRIES);
        return rules(group, port)
                .flatMap(rule -> rule.texts("PrefixListIds", "PrefixListId").stream())
                .anyMatch(list -> !entries.has(list));
    }

    private static String ports(Part rule) {
        var protocol = rule.text("IpProtocol").orElse("-1");
        var from = rule.number("FromPort");
        var to = rule.number("ToPort");
        if (protocol.equals("-1") || from == null || to == null) {
            return protocol.equals("-1") ? "*" : protocol;
        }
        return protocol + " " + (from.equals(to) ? from : from + "-" + to);
    }
}
