package io.shisei.finding;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps a scan's reconciliation and a user's change of the same findings apart: one transaction at a time changes
 * findings of an account's region.
 */
public final class FindingLock {

    /** So many a transaction takes at the most: PostgreSQL has room for some thousand of all. */
    public static final int MOST = 200;

    private FindingLock() {}

    /** Waits for the lock; it is held until the transaction ends. */
    public static void take(JdbcClient jdbc, String accountId, String region) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('finding ' || :unit, 0))")
                .param("unit", accountId + " " + region)
                .query((row, number) -> number)
                .list();
    }
}
