package io.shisei.aws.kind;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.util.SdkAutoConstructList;

/**
 * Guards listings against answers that must not be believed: a token that repeats, which the SDK's paginators would
 * follow for ever, and a page without its list, such as a proxy's HTML, which the SDK takes for an empty one.
 */
public final class Pages {

    /** What the services call the token of the next page. */
    private static final Set<String> TOKENS = Set.of(
            "nexttoken",
            "nextmarker",
            "nextcontinuationtoken",
            "nextpagetoken",
            "nextcursor",
            "marker",
            "position",
            "continuationtoken",
            "paginationtoken",
            "lastevaluatedtablename");

    private Pages() {}

    /** What stands on {@code pages}, one after the other. AWS sends a list even if it is empty. */
    public static <P extends SdkPojo, L> Stream<L> items(Iterable<P> pages, Function<P, List<L>> items) {
        var seen = new HashSet<String>();
        Iterable<P> patient = () -> new Patient<>(pages.iterator());
        return StreamSupport.stream(patient.spliterator(), false).flatMap(page -> {
            token(page).filter(next -> !seen.add(next)).ifPresent(next -> {
                throw new IllegalStateException("the token of a page came twice: " + next);
            });
            return whole(items.apply(page)).stream();
        });
    }

    /** {@code list}, which AWS sent. */
    public static <L> List<L> whole(@Nullable List<L> list) {
        if (list == null || list instanceof SdkAutoConstructList) {
            throw new IllegalStateException("the answer lacks its list");
        }
        return list;
    }

    /** Pages that {@code ask} gives, first for null and then for the token of the page before: for APIs without a paginator. */
    public static <P extends SdkPojo> Iterable<P> by(Function<@Nullable String, P> ask) {
        return () -> new Iterator<>() {
            private @Nullable String next;
            private boolean more = true;

            @Override
            public boolean hasNext() {
                return more;
            }

            @Override
            public P next() {
                var page = ask.apply(next);
                next = token(page).orElse(null);
                more = next != null;
                return page;
            }
        };
    }

    /** The token with which the page after {@code page} is asked for. */
    static Optional<String> token(SdkPojo page) {
        return page.sdkFields().stream()
                .filter(field -> field.marshallingType() == MarshallingType.STRING)
                .filter(field -> isToken(field.memberName()))
                // Where there are two, the other is the request's own.
                .min(Comparator.comparing(field -> !name(field).startsWith("next")))
                .map(field -> (String) field.getValueOrDefault(page))
                .filter(token -> !token.isEmpty());
    }

    /** Whether the field of a page with this name is the token of the next one. */
    public static boolean isToken(String field) {
        return TOKENS.contains(field.toLowerCase(Locale.ROOT));
    }

    private static String name(SdkField<?> field) {
        return field.memberName().toLowerCase(Locale.ROOT);
    }
}
