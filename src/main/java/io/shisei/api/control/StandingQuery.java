package io.shisei.api.control;

import io.shisei.control.Standing;
import io.shisei.refusal.Limits;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The filters of a standard's coverage; each may be repeated: the values of one filter are alternatives. */
record StandingQuery(
        @Nullable Set<Standing.State> state, @Nullable Set<String> service) {

    void check() {
        Limits.choices("state", state);
        Limits.choices("service", service);
    }

    boolean wants(Standing standing) {
        return (state == null || state.contains(standing.state()))
                && (service == null || service.contains(standing.id().service()));
    }
}
