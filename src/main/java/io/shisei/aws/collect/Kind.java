package io.shisei.aws.collect;

import io.shisei.aws.Shapes;
import io.shisei.aws.Site;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.Struct;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * How one type of resource is read: what is listed, how it is called, where its main fields come from, and the parts
 * that take calls of their own.
 *
 * @param <L> what listing gives for each resource
 * @param main the SDK's structure of the main fields
 * @param gone error codes by which a call says that the resource itself is gone
 * @param moving main fields that move by themselves, such as clocks: left out, or each scan would find a change
 */
record Kind<L>(
        String name,
        Struct main,
        Listing<L> listing,
        Main<L> source,
        Naming<L> naming,
        List<Part<L>> parts,
        Set<String> gone,
        Set<String> moving) {

    /** A type whose main fields come with the listing. */
    static <L extends SdkPojo> Kind<L> listed(String name, Class<L> shape, Listing<L> listing, Naming<L> naming) {
        return of(name, shape, listing, new Main.Listed<>(listed -> listed), naming);
    }

    /** A type whose main fields come from {@code source}. */
    static <L> Kind<L> of(
            String name, Class<? extends SdkPojo> shape, Listing<L> listing, Main<L> source, Naming<L> naming) {
        return new Kind<>(name, Shapes.struct(shape), listing, source, naming, List.of(), Set.of(), Set.of());
    }

    /** Adds a part; {@code none} are the error codes by which AWS says that it is not configured. */
    Kind<L> part(
            String field,
            FieldType type,
            String action,
            String operation,
            BiFunction<Site, L, @Nullable Object> read,
            String... none) {
        var part = new Part<>(field, type, new Ask(action, operation, Set.of(none)), read);
        return new Kind<>(
                name,
                main,
                listing,
                source,
                naming,
                Stream.concat(parts.stream(), Stream.of(part)).toList(),
                gone,
                moving);
    }

    Kind<L> goneWhen(String... codes) {
        return new Kind<>(name, main, listing, source, naming, parts, Set.of(codes), moving);
    }

    Kind<L> moving(String... fields) {
        return new Kind<>(name, main, listing, source, naming, parts, gone, Set.of(fields));
    }

    /** The fields of a document. */
    Struct shape() {
        return new Struct(name.replace("::", "."), () -> {
            var fields = new LinkedHashMap<>(main.fields());
            fields.keySet().removeAll(moving);
            parts.forEach(part -> fields.put(part.field(), part.type()));
            return Collections.unmodifiableMap(fields);
        });
    }
}
