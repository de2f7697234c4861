package io.shisei.inventory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kind of AWS resource, how its documents are typed, and which IAM action each part of them takes.
 *
 * @param name as CloudFormation and Security Hub call it, {@code AWS::S3::Bucket}
 * @param service as Security Hub calls it, {@code S3}; the unit of coverage
 * @param shape the fields of a document: those of the listed shape, and one for each part
 * @param listing the IAM actions that listing takes
 * @param parts by field, the IAM action of what is read with a call of its own for each resource
 */
public record ResourceType(
        String name,
        String service,
        Scope scope,
        FieldType.Struct shape,
        List<String> listing,
        Map<String, String> parts) {

    public ResourceType {
        listing = List.copyOf(listing);
        parts = Map.copyOf(parts);
    }

    /** The IAM actions needed to list the resources and read the given top-level {@code fields} of them. */
    public Set<String> actionsFor(Set<String> fields) {
        var actions = new LinkedHashSet<>(listing);
        fields.stream().sorted().filter(parts::containsKey).map(parts::get).forEach(actions::add);
        return actions;
    }
}
