package io.shisei.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code nextPageToken} is null on the last. */
public record Page<T>(List<T> items, @Nullable String nextPageToken, Total total) {

    /** How many items the whole list has; {@code AT_LEAST} where counting all would take long. */
    public record Total(long count, Type type) {
        public enum Type {
            EXACT,
            AT_LEAST
        }

        /** Of longer lists no more rows are read to count them. */
        static final int COUNTED = 1_000;

        public boolean countsAll() {
            return type == Type.EXACT;
        }

        public static Total exact(long count) {
            return new Total(count, Type.EXACT);
        }

        /** The items of so many rows, of which more than 1,000 may be only a part; they tell what 1,000 rows have at least. */
        static Total counted(long rows, long items) {
            return rows > COUNTED ? new Total(items - 1, Type.AT_LEAST) : exact(items);
        }
    }

    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), nextPageToken, total);
    }
}
