package io.shisei.score;

import io.shisei.control.ControlId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * How scores moved: one point per scan, oldest first, in one account or (null) the sum over all, where each account
 * counts with its latest point.
 */
@Repository
public class Trends {

    public List<TrendPoint> control(ControlId control, @Nullable String accountId, Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }

    /** The trends of all controls at once, for a page that shows a small line for each. */
    public Map<ControlId, List<TrendPoint>> controls(@Nullable String accountId, Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }

    public List<StandardPoint> standard(String standardId, @Nullable String accountId, Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }
}
