package io.shisei.test;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that others refer to. */
public final class Rows {

    private Rows() {}

    public static void account(JdbcClient jdbc, String id) {
        jdbc.sql("insert into account (id, name, partition, created_at, version) values (:id, 'a', 'aws', now(), 0)")
                .param("id", id)
                .update();
    }
}
