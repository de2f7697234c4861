package io.shisei.inventory;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A kind of AWS resource, how its documents are typed, and which IAM action each part of them takes.
 *
 * @param name as CloudFormation and Security Hub call it, {@code AWS::S3::Bucket}
 * @param service as Security Hub calls it, {@code S3}; the unit of coverage
 * @param scopes where it is read
 * @param shape the fields of a document: those of the listed shape, and one for each part
 * @param listing the IAM actions that listing takes
 * @param parts by field, the IAM actions of what is read with calls of its own for each resource
 * @param moving the fields that move by themselves: a change in them is no change of the resource
 * @param tagged whether its tags are read, from whatever answer: where they are not, a resource without any may have some
 */
public record ResourceType(
        String name,
        String service,
        Set<Scope> scopes,
        FieldType.Struct shape,
        List<String> listing,
        Map<String, Set<String>> parts,
        Set<String> moving,
        boolean tagged) {

    /** As what Security Hub shows the settings of an account. */
    public static final String ACCOUNT = "AWS::::Account";

    public ResourceType {
        scopes = Set.copyOf(scopes);
        listing = List.copyOf(listing);
        parts = Map.copyOf(parts);
        moving = Set.copyOf(moving);
    }

    /** A type whose tags are read. */
    public ResourceType(
            String name,
            String service,
            Set<Scope> scopes,
            FieldType.Struct shape,
            List<String> listing,
            Map<String, Set<String>> parts,
            Set<String> moving) {
        this(name, service, scopes, shape, listing, parts, moving, true);
    }

    /** The IAM action of the first call that reading takes. */
    public String firstAction() {
        return Stream.concat(
                        listing.stream(),
                        parts.values().stream().flatMap(Set::stream).sorted())
                .findFirst()
                .orElseThrow();
    }

    /** The IAM actions needed to list the resources and read the given top-level {@code fields} of them. */
    public Set<String> actionsFor(Set<String> fields) {
        var actions = new LinkedHashSet<>(listing);
        fields.stream()
                .sorted()
                .flatMap(field -> parts.getOrDefault(field, Set.of()).stream().sorted())
                .forEach(actions::add);
        return actions;
    }

    /** As SQL takes them. */
    static String[] names(Collection<ResourceType> types) {
        return types.stream().map(ResourceType::name).toArray(String[]::new);
    }
}
