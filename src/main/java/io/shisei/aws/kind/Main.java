package io.shisei.aws.kind;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;

/** Where the main fields of a resource come from. */
sealed interface Main<L, R extends SdkPojo> {

    /** The listing gives them. */
    record Listed<L, R extends SdkPojo>(Function<L, R> object) implements Main<L, R> {}

    /**
     * Only ids are listed.
     *
     * @param batch how many ids one call may ask for
     * @param tagged whether their tags are told, too
     * @param read by id, those that exist
     */
    record Described<L, R extends SdkPojo, C extends SdkClient>(
            Ask<C> ask, int batch, boolean tagged, BiFunction<C, List<L>, Map<L, Kind.Detail<R>>> read)
            implements Main<L, R> {

        Answer<Map<L, Kind.Detail<R>>> of(Site site, List<L> ids) {
            // AWS refuses to describe an id twice in one call.
            return ask.answer(() ->
                    read.apply(site.client(ask.api()), ids.stream().distinct().toList()));
        }
    }
}
