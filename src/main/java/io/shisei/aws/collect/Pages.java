package io.shisei.aws.collect;

import java.util.HashSet;
import java.util.Iterator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Guards listings against answers that must not be believed: a token that repeats, which the SDK's paginators would
 * follow for ever, and a page without its list, such as a proxy's HTML, which the SDK takes for an empty one.
 */
final class Pages {

    private Pages() {}

    /**
     * {@code pages} one after the other.
     *
     * @param whole whether a page has its list; AWS sends the list even if it is empty
     * @param token what a page says the next one is asked for with
     */
    static <R> Stream<R> of(Iterable<R> pages, Predicate<R> whole, Function<R, @Nullable String> token) {
        var seen = new HashSet<String>();
        return StreamSupport.stream(pages.spliterator(), false).peek(page -> {
            whole(page, whole);
            var next = token.apply(page);
            if (next != null && !next.isEmpty() && !seen.add(next)) {
                throw new IllegalStateException("the token of a page came twice: " + next);
            }
        });
    }

    /** Pages that {@code ask} gives, first for null and then for the token of the page before. */
    static <R> Stream<R> by(
            Function<@Nullable String, R> ask, Predicate<R> whole, Function<R, @Nullable String> token) {
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
                whole,
                token);
    }

    /** The answer of a call without pages. */
    static <R> R whole(R answer, Predicate<R> whole) {
        if (!whole.test(answer)) {
            throw new IllegalStateException("the answer lacks its list");
        }
        return answer;
    }
}
