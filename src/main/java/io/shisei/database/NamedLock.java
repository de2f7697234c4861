package io.shisei.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Locks of PostgreSQL that have a name, and are held until the transaction ends. */
public final class NamedLock {

    private NamedLock() {}

    /** Waits until nobody holds it; nobody can until the transaction ends. */
    public static void holdAlone(JdbcClient jdbc, String name) {
        lock(jdbc, "pg_advisory_xact_lock", name);
    }

    /** Waits until nobody holds it alone; nobody can until the transaction ends. */
    public static void hold(JdbcClient jdbc, String name) {
        lock(jdbc, "pg_advisory_xact_lock_shared", name);
    }

    private static void lock(JdbcClient jdbc, String function, String name) {
        jdbc.sql("select " + function + "(hashtext(:name))")
                .param("name", name)
                .query((row, number) -> row)
                .list();
    }
}
