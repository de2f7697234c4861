package io.shisei.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted: at most {@code size} items (1 to 1000) after the item that {@code token} names.
 * Tokens are opaque to callers; inside, a token is the sort key of the page's last item.
 */
public record PageRequest(int size, @Nullable String token) {

    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 1000;

    public PageRequest {
        if (size < 1 || size > MAX_SIZE) {
            throw new InvalidPage("pageSize", "must be from 1 to " + MAX_SIZE);
        }
    }

    public static PageRequest first(int size) {
        return new PageRequest(size, null);
    }

    /** The sort key after which the page starts, null for the first page; must have {@code parts} parts. */
    public @Nullable List<String> after(int parts) {
        if (token == null) {
            return null;
        }
        try {
            var key = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            var split = List.of(key.split("\n", -1));
            if (split.size() == parts && key.indexOf('\0') < 0) {
                return split;
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below
        }
        throw notOfThisList();
    }

    /** As {@link #after(int)}, for a key whose parts are of these kinds. */
    public @Nullable List<String> after(KeyPart... parts) {
        var key = after(parts.length);
        for (var i = 0; key != null && i < parts.length; i++) {
            if (!parts[i].fits(key.get(i))) {
                throw notOfThisList();
            }
        }
        return key;
    }

    private static InvalidPage notOfThisList() {
        return new InvalidPage("pageToken", "is not a token of this list: take nextPageToken of the page before");
    }

    /** What a page of so many rows, of which one more than {@link #size} were asked for, tells of the list without counting it. */
    public Page.Total seen(int rows) {
        return token == null && rows <= size ? Page.Total.exact(rows) : new Page.Total(rows, Page.Total.Type.AT_LEAST);
    }

    /** The page made of {@code rows}, of which one more than {@link #size} were asked for. */
    public <T> Page<T> page(List<T> rows, Page.Total total, Function<T, List<String>> key) {
        if (rows.size() <= size) {
            return new Page<>(rows, null, total);
        }
        var items = rows.subList(0, size);
        return new Page<>(items, encode(key.apply(items.getLast())), total);
    }

    private static String encode(List<String> key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("\n", key).getBytes(StandardCharsets.UTF_8));
    }

    /** A page that cannot be; {@code parameter} says which query parameter is wrong. */
    public static final class InvalidPage extends RuntimeException {
        private final String parameter;

        InvalidPage(String parameter, String detail) {
            super(detail);
            this.parameter = parameter;
        }

        public String parameter() {
            return parameter;
        }
    }
}
