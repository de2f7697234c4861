package io.shisei.finding;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the month of the history before its first row. A new partition locks the table of findings, so this comes first
 * in a transaction: one that had changed findings already could wait for another that waits for it.
 */
final class TransitionMonths {

    private TransitionMonths() {}

    static void ensure(JdbcClient jdbc, Instant at) {
        jdbc.sql("select ensure_month('transition', :at)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> number)
                .list();
    }
}
