package io.shisei.score;

import io.shisei.account.AccountLeaving;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.database.Instants;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps one row a day of each control and standard: of each account, and of all that count. */
@Component
class DailySums {

    private final JdbcClient jdbc;
    private final Controls controls;

    DailySums(JdbcClient jdbc, Controls controls) {
        this.jdbc = jdbc;
        this.controls = controls;
    }

    /** Takes over the points that an account's trends have at a moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(String accountId, Instant at) {
        jdbc.sql(DailySumsSql.CONTROLS_OF_ACCOUNT)
                .param("account", accountId)
                .param("at", Instants.utc(at))
                .update();
        jdbc.sql(DailySumsSql.STANDARDS_OF_ACCOUNT)
                .param("account", accountId)
                .param("at", Instants.utc(at))
                .update();
        lock();
        sumUp(LocalDate.ofInstant(at, ZoneOffset.UTC), at);
    }

    /** What an account was goes with it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(AccountLeaving leaving) {
        lock();
        Stream.of("control_day", "standard_day")
                .forEach(table -> jdbc.sql("delete from " + table + " where account_id = :account")
                        .param("account", leaving.accountId())
                        .update());
        addUpAgain();
    }

    private void addUpAgain() {
        jdbc.sql("delete from control_day where account_id is null").update();
        jdbc.sql("delete from standard_day where account_id is null").update();
        jdbc.sql("select day, max(at) as at from standard_day group by day order by day")
                .query((row, number) -> Instants.read(row, "at"))
                .list()
                .forEach(at -> sumUp(LocalDate.ofInstant(at, ZoneOffset.UTC), at));
    }

    /** Adds the days of a database that an earlier version has filled. */
    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void catchUp() {
        lock();
        if (jdbc.sql(DailySumsSql.BEHIND).query(Boolean.class).single()) {
            controls.standards()
                    .forEach(standard -> jdbc.sql(DailySumsSql.PAST_OF_STANDARD)
                            .param("standard", standard.id())
                            .param("members", ControlId.texts(standard.controls()))
                            .update());
            addUpAgain();
        }
    }

    /** Scans that end at the same time would each add up without the other. */
    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('daily sums'))")
                .query((row, number) -> number)
                .single();
    }

    private void sumUp(LocalDate day, Instant at) {
        jdbc.sql(DailySumsSql.CONTROLS_OF_ALL)
                .param("day", day)
                .param("at", Instants.utc(at))
                .param(
                        "controls",
                        ControlId.texts(controls.all().stream().map(Control::id).toList()))
                .update();
        controls.standards()
                .forEach(standard -> jdbc.sql(DailySumsSql.STANDARD_OF_ALL)
                        .param("standard", standard.id())
                        .param("day", day)
                        .param("at", Instants.utc(at))
                        .param("members", ControlId.texts(standard.controls()))
                        .update());
    }
}
