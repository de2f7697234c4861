package io.shisei.comparison.fetch;

import io.shisei.account.Account;
import io.shisei.comparison.AsffFields;
import java.util.Optional;
import java.util.function.Consumer;

/** Where Security Hub itself is asked what it found. */
public interface HubDoor {

    /**
     * Hands on each finding that stands, of the FSBP standard or of consolidated controls, as one region of the account
     * tells it; within the rate that AWS allows.
     *
     * @return what came in between; what was handed on until then is not all
     */
    Optional<UnreadRegion> each(Account account, String region, Consumer<AsffFields> taker);
}
