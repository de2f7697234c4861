package io.shisei.control.setting;

import io.shisei.account.Ou;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account and where in the organization it is; {@link #NONE} stands for those of which nothing of their own is said. */
record Seat(@Nullable String accountId, @Nullable Ou ou) {

    static final Seat NONE = new Seat(null, null);

    static Seat of(Map.Entry<String, Optional<Ou>> account) {
        return new Seat(account.getKey(), account.getValue().orElse(null));
    }
}
