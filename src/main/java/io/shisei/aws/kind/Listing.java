package io.shisei.aws.kind;

import io.shisei.inventory.Gap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;

/**
 * How the resources of a type are listed: by a call, or by one call for each answer of another.
 *
 * @param asks the calls that it takes
 */
public record Listing<L>(List<Ask<?>> asks, Walk<L> walk) {

    /** Gives each listed thing to {@code each} and tells {@code broken} what could not be listed. */
    interface Walk<L> {
        void run(Site site, Consumer<L> each, Consumer<Gap> broken);
    }

    /** A listing of pages, as the SDK's paginators or {@link Pages#by} give them. */
    public static <C extends SdkClient, P extends SdkPojo, L> Listing<L> of(
            Ask<C> ask, Function<C, ? extends Iterable<P>> pages, Function<P, List<L>> items) {
        return by(ask, site -> Pages.items(pages.apply(site.client(ask.api())), items));
    }

    /** A listing that the API gives at once. */
    public static <C extends SdkClient, P extends SdkPojo, L> Listing<L> once(
            Ask<C> ask, Function<C, P> answer, Function<P, List<L>> items) {
        return of(ask, client -> List.of(answer.apply(client)), items);
    }

    /** A listing that depends on the site. */
    public static <C extends SdkClient, L> Listing<L> by(Ask<C> ask, Function<Site, Stream<L>> list) {
        return new Listing<>(List.of(ask), (site, each, broken) -> drain(ask, () -> list.apply(site), each, broken));
    }

    /** The one thing that every account has: itself. Takes no call. */
    static Listing<String> account() {
        return new Listing<>(List.of(), (site, each, broken) -> each.accept(site.account()));
    }

    /** Lists within each thing listed so far; {@code ask} tells by its codes of one that is gone by then. */
    public <C extends SdkClient, M> Listing<M> within(Ask<C> ask, BiFunction<Site, L, Stream<M>> list) {
        Walk<M> inner = (site, each, broken) ->
                walk.run(site, outer -> drain(ask, () -> list.apply(site, outer), each, broken), broken);
        return new Listing<>(Stream.concat(asks.stream(), Stream.of(ask)).toList(), inner);
    }

    /** What {@code choose} makes of all that was listed; where some could not be, nothing can be chosen. */
    public <M> Listing<M> all(Function<Stream<L>, Stream<M>> choose) {
        return new Listing<>(asks, (site, each, broken) -> {
            var listed = new ArrayList<L>();
            var gaps = new ArrayList<Gap>();
            walk.run(site, listed::add, gaps::add);
            gaps.forEach(broken);
            if (gaps.isEmpty()) {
                drain(asks.getLast(), () -> choose.apply(listed.stream()), each, broken);
            }
        });
    }

    /** The same for all that want it, asked for once in a unit; where it breaks off, nothing is listed. */
    public Listing<L> shared() {
        return new Listing<>(
                asks, (site, each, broken) -> drain(asks.getLast(), () -> site.all(this).stream(), each, broken));
    }

    /** Those that are {@code wanted}. */
    public Listing<L> filter(Predicate<L> wanted) {
        return flat(listed -> wanted.test(listed) ? List.of(listed) : List.of());
    }

    /** What stands in each thing listed so far. */
    public <M> Listing<M> flat(Function<L, List<M>> items) {
        Walk<M> inner = (site, each, broken) ->
                walk.run(site, outer -> drain(asks.getLast(), () -> items.apply(outer).stream(), each, broken), broken);
        return new Listing<>(asks, inner);
    }

    /** Each thing listed so far as {@code shape} makes it. */
    public <M> Listing<M> map(Function<L, M> shape) {
        return flat(listed -> List.of(shape.apply(listed)));
    }

    // Only the asking is guarded: what `each` throws is not AWS's fault.
    private static <L> void drain(Ask<?> ask, Supplier<Stream<L>> list, Consumer<L> each, Consumer<Gap> broken) {
        switch (ask.<Iterator<L>>answer(() -> list.get().iterator())) {
            case Answer.Given<Iterator<L>> things -> drain(ask, things.value(), each, broken);
            case Answer.Missing<Iterator<L>> missing -> lost(missing, false, broken);
            case Answer.None<Iterator<L>> none -> {}
        }
    }

    private static <L> void drain(Ask<?> ask, Iterator<L> things, Consumer<L> each, Consumer<Gap> broken) {
        for (var some = false; ; some = true) {
            switch (ask.<L>answer(() -> things.hasNext() ? things.next() : null)) {
                case Answer.Given<L> thing -> each.accept(thing.value());
                case Answer.Missing<L> missing -> {
                    lost(missing, some, broken);
                    return;
                }
                case Answer.None<L> end -> {
                    return;
                }
            }
        }
    }

    /** A region that lacks the type has none of it, unless {@code some} were listed. */
    private static void lost(Answer.Missing<?> missing, boolean some, Consumer<Gap> broken) {
        if (some || !missing.notOffered()) {
            broken.accept(missing.gap());
        }
    }
}
