package io.shisei.aws.collect;

import io.shisei.aws.Site;
import io.shisei.inventory.Gap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How the resources of a type are listed: by a call, or by one call for each answer of another.
 *
 * @param asks the calls that it takes
 */
record Listing<L>(List<Ask> asks, Walk<L> walk) {

    /** Gives each listed thing to {@code each} and tells {@code broken} what could not be listed. */
    interface Walk<L> {
        void run(Site site, Consumer<L> each, Consumer<Gap> broken);
    }

    static <L> Listing<L> of(String action, String operation, Function<Site, Stream<L>> list) {
        var ask = new Ask(action, operation);
        return new Listing<>(List.of(ask), (site, each, broken) -> drain(ask, () -> list.apply(site), each, broken));
    }

    /** Lists within each thing listed so far; one that is {@code gone} by then has nothing in it. */
    <M> Listing<M> within(String action, String operation, BiFunction<Site, L, Stream<M>> list, String... gone) {
        var ask = new Ask(action, operation, Set.of(gone));
        Walk<M> inner = (site, each, broken) ->
                walk.run(site, outer -> drain(ask, () -> list.apply(site, outer), each, broken), broken);
        return new Listing<>(Stream.concat(asks.stream(), Stream.of(ask)).toList(), inner);
    }

    // Only the asking is guarded: what `each` throws is not AWS's fault.
    private static <L> void drain(Ask ask, Supplier<Stream<L>> list, Consumer<L> each, Consumer<Gap> broken) {
        switch (ask.<Iterator<L>>answer(() -> list.get().iterator())) {
            case Answer.Given<Iterator<L>> things -> drain(ask, things.value(), each, broken);
            case Answer.Missing<Iterator<L>> missing -> broken.accept(missing.gap());
            case Answer.None<Iterator<L>> none -> {}
        }
    }

    private static <L> void drain(Ask ask, Iterator<L> things, Consumer<L> each, Consumer<Gap> broken) {
        while (true) {
            switch (ask.<L>answer(() -> things.hasNext() ? things.next() : null)) {
                case Answer.Given<L> thing -> each.accept(thing.value());
                case Answer.Missing<L> missing -> {
                    broken.accept(missing.gap());
                    return;
                }
                case Answer.None<L> end -> {
                    return;
                }
            }
        }
    }
}
