package io.shisei.score;

import io.shisei.control.ControlId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** How controls and standards are kept now, in one account or (null) in all. */
@Repository
public class Scores {

    /** Every control of the catalogue, sorted by id. */
    public Map<ControlId, ControlScore> controls(@Nullable String accountId) {
        throw new UnsupportedOperationException();
    }

    /** @throws java.util.NoSuchElementException when there is no such standard */
    public StandardScore standard(String standardId, @Nullable String accountId) {
        throw new UnsupportedOperationException();
    }
}
