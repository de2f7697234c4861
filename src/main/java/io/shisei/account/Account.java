package io.shisei.account;

import io.shisei.refusal.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An AWS account being watched.
 *
 * @param id AWS's own, twelve digits
 * @param partition {@code aws}, {@code aws-cn} or {@code aws-us-gov}
 * @param regions the chosen ones; empty when every enabled region is watched
 * @param sample whether this is the recorded account that ships with the product
 * @param managed whether syncs with the organization keep this account up to date
 * @param ou where in the organization it is, or was when it was retired
 * @param problem why the last sync that tried could not enter it
 * @param retiredAt since when it is not scanned any more
 */
public record Account(
        String id,
        String name,
        String partition,
        Access access,
        Optional<List<String>> regions,
        boolean sample,
        boolean managed,
        Optional<Ou> ou,
        Optional<Told> problem,
        Optional<Instant> retiredAt,
        Instant createdAt) {

    /** An account added by hand; {@code regions} null means all that are enabled for it. */
    public Account(Identity identity, String name, Access access, @Nullable List<String> regions, Instant createdAt) {
        this(identity, name, access, regions, false, createdAt);
    }

    private Account(
            Identity identity,
            String name,
            Access access,
            @Nullable List<String> regions,
            boolean sample,
            Instant createdAt) {
        this(
                identity.accountId(),
                name,
                identity.partition(),
                access,
                Optional.ofNullable(regions),
                sample,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                createdAt);
    }

    /** An account that exists only as a recording. */
    public static Account recorded(String id, String name, List<String> regions, Instant createdAt) {
        return new Account(new Identity(id, "aws"), name, Access.DEFAULT, regions, true, createdAt);
    }
}
