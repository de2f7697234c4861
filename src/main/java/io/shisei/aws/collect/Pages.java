package io.shisei.aws.collect;

import java.util.HashSet;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Guards the SDK's paginators, which would follow a service that repeats a token for ever. */
final class Pages {

    private Pages() {}

    /** {@code pages} one after the other; {@code token} is what a page says the next one is asked for with. */
    static <R> Stream<R> of(Iterable<R> pages, Function<R, @Nullable String> token) {
        var seen = new HashSet<String>();
        return StreamSupport.stream(pages.spliterator(), false).peek(page -> {
            var next = token.apply(page);
            if (next != null && !next.isEmpty() && !seen.add(next)) {
                throw new IllegalStateException("the token of a page came twice: " + next);
            }
        });
    }

    /** Pages that {@code ask} gives, first for null and then for the token of the page before. */
    static <R> Stream<R> by(Function<@Nullable String, R> ask, Function<R, @Nullable String> token) {
        return of(
                () -> new Iterator<>() {
                    private @Nullable String next;
                    private boolean more = true;

                    @Override
                    public boolean hasNext() {
                        return more;
                    }

                    @Override
                    public R next() {
                        var page = ask.apply(next);
                        next = token.apply(page);
                        more = next != null && !next.isEmpty();
                        return page;
                    }
                },
                token);
    }
}
