package io.shisei.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** What a fleet of accounts leaves in the database over the years, written by SQL: made up, but as many rows as there would be. */
record YearsOfSums(Database database, int accounts, int days, int findings, int regions, List<String> controls) {

    /** Day sums are written without indexes and triggers, and get them afterwards: they are by far the most. */
    private static final String SUMS = """
            insert into control_day (account_id, control_id, day, at, status, passed, failed, unknown, suppressed, coverage,
                                     turned)
            select %1$s, control.id, day.day, day.day + interval '12 hours',
                   case when (control.number + day.number / 60) %% 3 = 0 then 'FAILED' else 'PASSED' end,
                   10 + (day.number / %2$d), case when (control.number + day.number / 60) %% 3 = 0 then 2 else 0 end, 0, 1, 99.5,
                   (control.number + day.number) %% %2$d = 0
            from unnest(:controls) with ordinality as control (id, number)
            cross join (select n as number, current_date - n as day from generate_series(0, :days - 1) as n) as day
            """;

    private static final String STANDARD_SUMS = """
            insert into standard_day (account_id, standard_id, day, at, passed, failed, unknown, no_data, disabled,
                                      findings_passed, findings_failed, findings_unknown, findings_suppressed, coverage)
            select account.id, 'fsbp', current_date - n, current_date - n + interval '12 hours', 240, 120, 2, 5, 0,
                   4000, 900, 10, 20, 99.5
            from (select id from account union all select null) as account (id)
            cross join generate_series(0, :days - 1) as n
            """;

    private static final String NOW = """
            insert into evaluation (account_id, region, control_id, resource_type, scan_id, at, complete)
            select account.id, 'region-' || r, control.id, 'AWS::Type', md5(account.id)::uuid, now(), r + control.number <> 8
            from account, generate_series(1, :regions) as r, unnest(:controls) with ordinality as control (id, number);

            insert into resource (id, account_id, region, type, arn, name, tags, document, gaps, digest, first_seen_at, changed_at)
            select md5(account.id || n)::uuid, account.id, 'region-' || (1 + n %% :regions), 'AWS::Type', 'arn:' || account.id || ':' || n,
                   'name-' || n, '{}', '{}', '{}', md5('')::uuid, now(), now()
            from account, generate_series(1, :findings / 5) as n;

            insert into finding (id, account_id, region, control_id, resource_id, compliance_status, reason,
                                 workflow_status, record_state, first_observed_at, status_changed_at)
            select md5(r.id || ' ' || f)::uuid, r.account_id, r.region, (:controls)[1 + ((hashtext(r.arn) & 65535) + 73 * f) %% cardinality(:controls)],
                   r.id, case when (hashtext(r.arn) & 7) = f then 'FAILED' else 'PASSED' end, 'It is so', 'NEW', 'ACTIVE', now(),
                   now() - interval '1 hour' * (hashtext(r.arn) & 8191)
            from resource r, generate_series(1, 5) as f;
            """;

    private static final String PAST = """
            insert into scan (id, account_id, trigger, state, queued_at, started_at, finished_at)
            select md5(account.id || case when n = 0 then '' else n::text end)::uuid, account.id, 'SCHEDULE', 'COMPLETED',
                   at, at, at + interval '1 minute'
            from account, generate_series(0, :days - 1) as n,
                 lateral (select now() - interval '1 day' * n - interval '1 second' * (hashtext(account.id) & 65535) as at) as time;

            insert into scan_unit (scan_id, region, state)
            select md5(account.id)::uuid, 'region-' || r, 'DONE' from account, generate_series(1, :regions) as r;

            insert into coverage (scan_id, region, service, state, resources, evaluations, opened, closed, calls, gaps,
                                  started_at, finished_at, checks, complete_checks)
            select md5(account.id)::uuid, 'region-' || r, 'Service' || s, 'COMPLETE', 5, 25, 0, 0, 9, '[]', now(), now(), 6, 6
            from account, generate_series(1, :regions) as r, generate_series(1, 65) as s;

            insert into transition (finding_id, account_id, control_id, at, what, from_value, to_value, reason)
            select id, account_id, control_id, now() - interval '1 hour' * (hashtext(id::text) & 16383), 'COMPLIANCE_STATUS',
                   'PASSED', 'FAILED', 'It was so'
            from finding where (hashtext(id::text) & 16383) < :days * 24;
            """;

    void write() throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), "postgres", "postgres")) {
            run(connection, """
                    insert into account (id, name, partition, created_at, version)
                    select (100000000000 + n)::text, 'account ' || n, 'aws', now(), 0 from generate_series(1, :accounts) as n;
                    select ensure_month(series, current_date - interval '1 day' * n)
                    from unnest(array['control_day', 'standard_day', 'transition']) as series,
                         (select * from generate_series(0, :days + 31, 15)) as past (n)
                    """);
            sums(connection);
            run(connection, STANDARD_SUMS);
            run(connection, NOW.replace("%%", "%"));
            run(connection, PAST);
            run(connection, "vacuum analyze");
        }
    }

    private void sums(Connection connection) throws SQLException {
        var unique = database.rows("select conname, pg_get_constraintdef(oid) from pg_constraint"
                        + " where conrelid = 'control_day'::regclass and contype = 'u'")
                .getFirst();
        var turned = database.value("select pg_get_indexdef('control_day_turned'::regclass)")
                .replace(" ON ONLY ", " ON ");
        run(connection, "alter table control_day drop constraint " + unique.get(0) + "; drop index control_day_turned");
        run(connection, "set session_replication_role = replica");
        run(connection, SUMS.formatted("null", 5));
        for (var account : database.rows("select id from account order by id")) {
            run(connection, SUMS.formatted("'" + account.getFirst() + "'", 40));
        }
        run(connection, "set session_replication_role = origin");
        run(connection, "set maintenance_work_mem = '512MB'");
        run(
                connection,
                "alter table control_day add constraint " + unique.get(0) + " " + unique.get(1) + "; " + turned);
    }

    private void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql.replace(":accounts", Integer.toString(accounts))
                    .replace(":days", Integer.toString(days))
                    .replace(":findings", Integer.toString(findings))
                    .replace(":regions", Integer.toString(regions))
                    .replace(":controls", "array['" + String.join("', '", controls) + "']"));
        }
    }
}
