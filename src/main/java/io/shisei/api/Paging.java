package io.shisei.api;

import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which page of a list a caller wants. */
public record Paging(
        @Parameter(description = "At most this many items, 1 to 1000; 50 unless told") @Nullable
        Integer pageSize,

        @Parameter(description = "nextPageToken of the page before") @Nullable
        String pageToken) {

    private static final Comparator<List<String>> BY_PARTS = (one, other) -> {
        for (var i = 0; i < one.size(); i++) {
            var order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    /** The page as {@code list} reads it. */
    public <T> Page<T> read(Function<PageRequest, Page<T>> list) {
        return list.apply(request());
    }

    /** The page of a list that is short enough to be read as a whole, sorted by {@code key}. */
    public <T> Page<T> slice(List<T> all, Function<T, List<String>> key) {
        var request = request();
        var sorted = all.stream().sorted(Comparator.comparing(key, BY_PARTS)).toList();
        var after = sorted.isEmpty()
                ? null
                : request.after(key.apply(sorted.getFirst()).size());
        var rows = sorted.stream()
                .filter(item -> after == null || BY_PARTS.compare(key.apply(item), after) > 0)
                .limit(request.size() + 1L)
                .toList();
        return request.page(rows, Page.Total.exact(all.size()), key);
    }

    /** As {@link #slice}, the newest first. */
    public <T> Page<T> sliceNewest(List<T> all, Function<T, Instant> at) {
        Function<T, List<String>> key =
                item -> List.of(Long.toString(Long.MAX_VALUE - at.apply(item).toEpochMilli()));
        return slice(all, key);
    }

    public PageRequest request() {
        var size = pageSize == null ? PageRequest.DEFAULT_SIZE : pageSize;
        return new PageRequest(size, pageToken == null || pageToken.isEmpty() ? null : pageToken);
    }
}
