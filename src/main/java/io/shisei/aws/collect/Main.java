package io.shisei.aws.collect;

import io.shisei.aws.Site;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;

/** Where the main fields of a resource come from. */
sealed interface Main<L> {

    /** The listing gives them. */
    record Listed<L>(Function<L, SdkPojo> object) implements Main<L> {}

    /**
     * Only ids are listed.
     *
     * @param batch how many ids one call may ask for
     * @param read by id, those that exist
     */
    record Described<L>(Ask ask, int batch, BiFunction<Site, List<L>, Map<L, SdkPojo>> read) implements Main<L> {

        Answer<Map<L, SdkPojo>> of(Site site, List<L> ids) {
            // AWS refuses to describe an id twice in one call.
            return ask.answer(() -> read.apply(site, ids.stream().distinct().toList()));
        }
    }
}
