package io.shisei.dashboard.resource;

import io.shisei.dashboard.Documents;
import io.shisei.inventory.DocumentDifference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A place of a resource's configuration that changed; null where there was nothing, or is nothing any more. */
public record Difference(
        String path, @Nullable String before, @Nullable String after) {

    public static List<Difference> of(List<DocumentDifference> differences, Documents documents) {
        return differences.stream()
                .map(it -> new Difference(it.path(), text(it.before(), documents), text(it.after(), documents)))
                .toList();
    }

    /** Whether both fit into a line. */
    public boolean isShort() {
        return Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .allMatch(it -> it.length() <= 80 && !it.contains("\n"));
    }

    private static @Nullable String text(@Nullable Object value, Documents documents) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            default -> documents.json(value);
        };
    }
}
