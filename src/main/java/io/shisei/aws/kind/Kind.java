package io.shisei.aws.kind;

import io.shisei.aws.shape.Shapes;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;

/**
 * One type of resource and how it is read: where, what is listed, how it is called, where its main fields come from, and
 * the parts that take calls of their own.
 *
 * @param <L> what listing gives for each resource
 * @param <R> the SDK's structure of the main fields
 * @param gone error codes by which a call says that the resource itself is gone
 * @param moving fields that move by themselves, such as clocks: read and judged, but no change of the resource
 */
public record Kind<L, R extends SdkPojo>(
        String name,
        Set<Scope> scopes,
        Struct main,
        Listing<L> listing,
        Main<L, R> source,
        Naming<L> naming,
        List<Part<L, R>> parts,
        Set<String> gone,
        Set<String> moving) {

    /**
     * What a call says of a resource of which only the id was listed.
     *
     * @param tags null where the call does not tell them
     */
    public record Detail<R extends SdkPojo>(
            R resource, @Nullable Map<String, String> tags) {

        /** With its tags, in whatever structure with a key and a value the API has for them. */
        public static <R extends SdkPojo> Detail<R> of(R resource, List<? extends SdkPojo> tags) {
            return new Detail<>(resource, Naming.tags(tags));
        }

        static <R extends SdkPojo> Detail<R> untold(R resource) {
            return new Detail<>(resource, null);
        }
    }

    /** A type whose main fields come with the listing. */
    public static <R extends SdkPojo> Kind<R, R> listed(
            String name, Class<R> shape, Listing<R> listing, Naming<R> naming) {
        return of(name, shape, listing, listed -> listed, naming);
    }

    /** A type whose main fields are part of what is listed. */
    public static <L, R extends SdkPojo> Kind<L, R> of(
            String name, Class<R> shape, Listing<L> listing, Function<L, R> object, Naming<L> naming) {
        return regional(name, shape, listing, new Main.Listed<>(object), naming);
    }

    /**
     * A type of which only ids are listed, and whose tags do not come with what is said of them.
     *
     * @param batch how many ids {@code describe} takes at once
     * @param describe by id, those that exist
     */
    public static <L, R extends SdkPojo, C extends SdkClient> Kind<L, R> described(
            String name,
            Class<R> shape,
            Listing<L> listing,
            Ask<C> ask,
            int batch,
            BiFunction<C, List<L>, Map<L, R>> describe,
            Naming<L> naming) {
        BiFunction<C, List<L>, Map<L, Detail<R>>> untold =
                (client, ids) -> describe.apply(client, ids).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, told -> Detail.untold(told.getValue())));
        return regional(name, shape, listing, new Main.Described<>(ask, batch, false, untold), naming);
    }

    /** As {@link #described}, of a type whose tags come with what is said of it. */
    public static <L, R extends SdkPojo, C extends SdkClient> Kind<L, R> describedWithTags(
            String name,
            Class<R> shape,
            Listing<L> listing,
            Ask<C> ask,
            int batch,
            BiFunction<C, List<L>, Map<L, Detail<R>>> describe,
            Naming<L> naming) {
        return regional(name, shape, listing, new Main.Described<>(ask, batch, true, describe), naming);
    }

    /** Of which every account has one, in each region where it is read: settings, made of parts. */
    public static Kind<String, Nothing> single(String name) {
        return new Kind<>(
                name,
                Set.of(Scope.REGIONAL),
                new Struct(name.replace("::", "."), Map::of),
                Listing.account(),
                new Main.Listed<>(account -> Nothing.IT),
                Naming.of(account -> ResourceType.ACCOUNT + ":" + account, account -> account),
                List.of(),
                Set.of(),
                Set.of());
    }

    private static <L, R extends SdkPojo> Kind<L, R> regional(
            String name, Class<R> shape, Listing<L> listing, Main<L, R> source, Naming<L> naming) {
        return new Kind<>(
                name,
                Set.of(Scope.REGIONAL),
                Shapes.struct(shape),
                listing,
                source,
                naming,
                List.of(),
                Set.of(),
                Set.of());
    }

    /** Read once per account. */
    public Kind<L, R> global() {
        return in(Scope.GLOBAL);
    }

    /** Read once per account, and in each region. */
    public Kind<L, R> everywhere() {
        return in(Scope.GLOBAL, Scope.REGIONAL);
    }

    private Kind<L, R> in(Scope... places) {
        return new Kind<>(name, Set.of(places), main, listing, source, naming, parts, gone, moving);
    }

    /** Adds a part that takes one call for each resource. */
    public <C extends SdkClient> Kind<L, R> part(
            String field, FieldType type, Ask<C> ask, BiFunction<C, R, @Nullable Object> read) {
        return part(
                field, type, List.of(ask), (site, listed, resource) -> read.apply(site.client(ask.api()), resource));
    }

    /** Adds a part of the structure {@code shape} that takes one call for each resource. */
    public <C extends SdkClient, T extends SdkPojo> Kind<L, R> part(
            String field, Class<T> shape, Ask<C> ask, BiFunction<C, R, @Nullable T> read) {
        return part(field, Shapes.struct(shape), ask, read::apply);
    }

    /** Adds a part that takes several calls, or shares them with other resources. */
    public Kind<L, R> part(String field, FieldType type, List<Ask<?>> asks, Part.Read<L, R> read) {
        var added = new Part<>(field, type, asks, read);
        var all = Stream.concat(parts.stream(), Stream.of(added)).toList();
        return new Kind<>(name, scopes, main, listing, source, naming, all, gone, moving);
    }

    public Kind<L, R> goneWhen(String... codes) {
        return new Kind<>(name, scopes, main, listing, source, naming, parts, Set.of(codes), moving);
    }

    public Kind<L, R> moving(String... fields) {
        return new Kind<>(name, scopes, main, listing, source, naming, parts, gone, Set.of(fields));
    }

    /** As what it is judged, stored and shown. */
    ResourceType type(String service) {
        var actions = new LinkedHashMap<String, Set<String>>();
        parts.forEach(part -> actions.put(
                part.field(), part.asks().stream().map(Ask::action).collect(Collectors.toUnmodifiableSet())));
        var listed = calls().filter(call -> call.role() == Call.Role.LISTING || call.role() == Call.Role.DETAIL)
                .map(Call::action)
                .distinct()
                .toList();
        return new ResourceType(name, service, scopes, shape(), listed, actions, moving, isTagged());
    }

    /** Whether anything tells the tags. */
    private boolean isTagged() {
        return naming.tags() != null || naming.taggedAs() != null || detailHasTags();
    }

    /** Whether the tags come with what is said of a resource of which only the id was listed. */
    boolean detailHasTags() {
        return source instanceof Main.Described<L, R, ?> described && described.tagged();
    }

    private Struct shape() {
        return new Struct(name.replace("::", "."), () -> {
            var fields = new LinkedHashMap<>(main.fields());
            parts.forEach(part -> fields.put(part.field(), part.type()));
            return Collections.unmodifiableMap(fields);
        });
    }

    /** Every call that may be made. */
    Stream<Call> calls() {
        var listed = listing.asks().stream().map(ask -> call(Call.Role.LISTING, "", ask));
        var detail = source instanceof Main.Described<L, R, ?> described
                ? Stream.of(call(Call.Role.DETAIL, "", described.ask()))
                : Stream.<Call>empty();
        var ofParts = parts.stream()
                .flatMap(part -> part.asks().stream().map(ask -> call(Call.Role.PART, part.field(), ask)));
        var tags = naming.taggedAs() == null ? Stream.<Call>empty() : Stream.of(call(Call.Role.TAGS, "", Tagging.ASK));
        return Stream.of(listed, detail, ofParts, tags).flatMap(calls -> calls);
    }

    /** The API of its first call. */
    Api<?> api() {
        var asks = listing.asks().isEmpty() ? parts.getFirst().asks() : listing.asks();
        return asks.getFirst().api();
    }

    private Call call(Call.Role role, String field, Ask<?> ask) {
        return new Call(
                name,
                role,
                field,
                ask.api().client(),
                ask.operation(),
                ask.action(),
                ask.resources(),
                ask.everywhere());
    }
}
