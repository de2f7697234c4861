package io.shisei.schedule;

import io.shisei.database.Instants;
import io.shisei.refusal.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of the last runs of each schedule, and when the next is due. */
@Repository
class RunLedger {

    static final int KEPT = 50;

    private final JdbcClient jdbc;

    RunLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps other instances from the schedule's runs until the transaction ends; false when it is paused or gone. */
    boolean lockEnabled(UUID scheduleId) {
        return jdbc.sql("select enabled from schedule where id = :id for update")
                .param("id", scheduleId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void next(UUID scheduleId, @Nullable Instant next) {
        jdbc.sql("update schedule set next_run_at = :next where id = :id")
                .param("next", next == null ? null : Instants.utc(next))
                .param("id", scheduleId)
                .update();
    }

    boolean knows(UUID scheduleId, Instant dueAt) {
        return jdbc.sql("select exists (select from schedule_run where schedule_id = :id and due_at = :due)")
                .param("id", scheduleId)
                .param("due", Instants.utc(dueAt))
                .query(Boolean.class)
                .single();
    }

    /** Writes the run down; false when that was done before. The schedule's oldest runs are forgotten. */
    boolean add(UUID scheduleId, Instant dueAt, Instant at, Run.Outcome outcome, int missed) {
        var added = jdbc.sql("""
                        insert into schedule_run (schedule_id, due_at, at, outcome, missed)
                        values (:id, :due, :at, :outcome, :missed) on conflict do nothing
                        """)
                .param("id", scheduleId)
                .param("due", Instants.utc(dueAt))
                .param("at", Instants.utc(at))
                .param("outcome", outcome.name())
                .param("missed", missed)
                .update();
        jdbc.sql("delete from schedule_run where schedule_id = :id and due_at < (select due_at from schedule_run"
                        + " where schedule_id = :id order by due_at desc offset " + (KEPT - 1) + " limit 1)")
                .param("id", scheduleId)
                .update();
        return added == 1;
    }

    /** Past the entity, so that a user who edits the schedule meanwhile is not in the way. */
    void ran(UUID scheduleId, Instant at) {
        jdbc.sql("update schedule set last_run_at = :at where id = :id")
                .param("at", Instants.utc(at))
                .param("id", scheduleId)
                .update();
    }

    /** Writes down what became of an account in a run that is known. */
    void put(Start start, Run.Account account) {
        jdbc.sql("""
                        insert into schedule_start
                            (schedule_id, due_at, account_id, start_at, outcome, scan_id, message)
                        select :id, :due, :account, :start, :outcome, :scan, :message
                        where exists (select from schedule_run where schedule_id = :id and due_at = :due)
                        on conflict (schedule_id, due_at, account_id) do update
                        set outcome = excluded.outcome, scan_id = excluded.scan_id, message = excluded.message
                        """)
                .param("id", start.scheduleId())
                .param("due", Instants.utc(start.dueAt()))
                .param("account", account.accountId())
                .param("start", Instants.utc(account.startAt()))
                .param("outcome", account.outcome().name())
                .param("scan", account.scanId())
                .param(
                        "message",
                        account.message() == null ? null : account.message().kept())
                .update();
    }

    /** When the account's scan is to begin; nothing when the run is not known any more. */
    Optional<Instant> startAt(Start start) {
        return jdbc.sql("select start_at from schedule_start"
                        + " where schedule_id = :id and due_at = :due and account_id = :account")
                .param("id", start.scheduleId())
                .param("due", Instants.utc(start.dueAt()))
                .param("account", start.accountId())
                .query((row, number) -> Instants.read(row, "start_at"))
                .optional();
    }

    /** The last runs, at most so many, newest first. */
    List<Run> list(UUID scheduleId, int most) {
        var accounts = new HashMap<Instant, List<Run.Account>>();
        jdbc.sql("""
                        select * from schedule_start
                        where schedule_id = :id and due_at in (
                            select due_at from schedule_run where schedule_id = :id order by due_at desc limit :most)
                        order by account_id
                        """).param("id", scheduleId).param("most", most).query(row -> {
            accounts.computeIfAbsent(Instants.read(row, "due_at"), due -> new ArrayList<>())
                    .add(account(row));
        });
        return jdbc.sql("select * from schedule_run where schedule_id = :id order by due_at desc limit :most")
                .param("id", scheduleId)
                .param("most", most)
                .query((row, number) -> new Run(
                        Instants.read(row, "due_at"),
                        Instants.read(row, "at"),
                        Run.Outcome.valueOf(row.getString("outcome")),
                        row.getInt("missed"),
                        accounts.getOrDefault(Instants.read(row, "due_at"), List.of())))
                .list();
    }

    /** Of each schedule that has run. */
    Map<UUID, LastRun> last() {
        var last = new HashMap<UUID, LastRun>();
        jdbc.sql("""
                        select run.schedule_id, run.due_at, run.outcome, begun.accounts, begun.started
                        from schedule
                        cross join lateral (
                            select * from schedule_run where schedule_id = schedule.id order by due_at desc limit 1) as run
                        cross join lateral (
                            select count(*) as accounts, count(*) filter (where outcome = 'STARTED') as started
                            from schedule_start
                            where schedule_id = run.schedule_id and due_at = run.due_at) as begun
                        """).query(row -> {
            last.put(
                    row.getObject("schedule_id", UUID.class),
                    new LastRun(
                            Instants.read(row, "due_at"),
                            Run.Outcome.valueOf(row.getString("outcome")),
                            row.getInt("started"),
                            row.getInt("accounts")));
        });
        return last;
    }

    private static Run.Account account(ResultSet row) throws SQLException {
        return new Run.Account(
                row.getString("account_id"),
                Instants.read(row, "start_at"),
                Run.Started.valueOf(row.getString("outcome")),
                row.getObject("scan_id", UUID.class),
                Told.read(row.getString("message")));
    }
}
