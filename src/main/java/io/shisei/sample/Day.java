package io.shisei.sample;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What changed on one day.
 *
 * @param story what happened, for whoever edits the recording
 * @param set by {@link Recorded#id}, changes of documents as JSON merge patches (RFC 7396): null removes a field, a list
 *     is replaced
 * @param remove ids of resources that are gone from this day on
 * @param denied calls that AWS refuses from this day on
 * @param decided what people decided about findings, before the account was read on this day
 */
record Day(
        int day,
        String story,
        Map<String, Map<String, Object>> set,
        List<String> remove,
        List<Denial> denied,
        List<Decision> decided) {

    Day {
        Objects.requireNonNull(story, () -> "day " + day + " has no story");
        set = set == null ? Map.of() : set;
        remove = remove == null ? List.of() : remove;
        denied = denied == null ? List.of() : denied;
        decided = decided == null ? List.of() : decided;
    }

    /** Whether it changes nothing by itself; then something has to come on this day. */
    boolean quiet() {
        return set.isEmpty() && remove.isEmpty() && denied.isEmpty() && decided.isEmpty();
    }

    @Override
    public String toString() {
        return "diary, day " + day;
    }
}
