-- What one account has, and what befell it: its number is the setting years.n, by which chance draws the same each time.
select setseed(current_setting('years.n')::float8 / 100000);

create temporary table me on commit drop as
select given.n, years.account(given.n) as id, years.number('days') as days, 0.4 + 1.2 * random() as badness
from (select current_setting('years.n')::integer as n) as given;

create temporary table calendar on commit drop as
select ago, years.day(ago) as day, years.at(me.n, ago) as at, years.scan(me.id, ago) as scan_id
from me, generate_series(0, days - 1) as ago;
analyze calendar;

-- Resources with many findings are fewer, and those that fail.
create temporary table weight on commit drop as
select number, findings, case when findings = 0 then 0.2 else 1.0 / findings ^ 0.7 end
                         * case when bad then years.number('bad') / 100.0 * badness else 1 end as weight
from years.mold, me;

create temporary table drawn on commit drop as
select r as n, 1 + width_bucket(random(), upto) as mold, random() ^ 2 as place, 1 + floor(random() * 40)::integer as word,
       least(days - 1, floor(random() * days * 1.6))::integer as first, random() as going
from me, (select array_agg(upto order by number) as upto, sum(weight * findings) / sum(weight) as each
          from (select *, (sum(weight) over (order by number) / sum(weight) over ())::float8 as upto from weight) as added) as all_molds,
     generate_series(1, ceil(years.number('findings') / each)::integer) as r;

create temporary table thing on commit drop as
select md5(me.id || ' ' || drawn.n)::uuid as id, drawn.n, mold.number as mold, placed.region, mold.type,
       replace(replace(mold.arn, mold.account_id, me.id), mold.region, placed.region) || '-' || to_hex(drawn.n) as arn,
       mold.name || '-' || word.word || '-' || to_hex(drawn.n) as name, word.word, drawn.first,
       case when going < 0.03 and first > 0 then floor(first * going / 0.03)::integer end as gone
from me, drawn
join years.mold on mold.number = least(drawn.mold, (select max(number) from years.mold))
join years.word on word.number = drawn.word
cross join lateral (
    select case when mold.region = 'global' then 'global'
                else (years.regions())[1 + floor(place * years.number('regions'))::integer] end as region) as placed;
analyze thing;

insert into resource (id, account_id, region, type, arn, name, tags, document, gaps, digest, first_seen_at, changed_at, gone_at)
select thing.id, me.id, thing.region, thing.type, thing.arn, thing.name,
       mold.tags || jsonb_build_object('service', word, 'team', 'team-' || me.n / 3 % 12), document, gaps,
       md5(thing.arn)::uuid, come.at, come.at, went.at
from me, thing
join years.mold on mold.number = thing.mold
join calendar as come on come.ago = thing.first
left join calendar as went on went.ago = thing.gone;

insert into resource_change (resource_id, at, since, fields, labels, unread)
select thing.id, years.at(me.n, first / 2), years.at(me.n, first), '{}',
       '{"tags": {"before": {"team": "nobody"}, "after": {"team": "somebody"}}}', '{}'
from me, thing where thing.n % 10 = 0 and gone is null and first > 1;

-- Days ago: when it was first judged, when it became what it is, when it was hidden, when it was archived.
create temporary table judged on commit drop as
select md5(resource_id || control_id)::uuid as id, resource_id, region, control_id, severity, number, status, first,
       case when gone is null then changed else first end as changed, gone,
       case when status = 'FAILED' and gone is null and care < 0.08 then floor(changed * fate)::integer end as hidden, care, fate,
       case when changed = first or gone is not null then null when status = 'PASSED' then 'FAILED' else 'PASSED' end as before
from (
    select thing.id::text as resource_id, thing.region, said.control_id, control.severity, said.number,
           case when random() < 0.01 then 'WARNING' else said.compliance_status end as status, thing.first, thing.gone,
           random() as care, random() as fate, random() as luck, random() as age
    from thing
    join years.mold_finding as said on said.number = thing.mold
    join years.control on control.id = said.control_id) as drawn
cross join lateral (
    select case when status = 'FAILED' and luck < 0.6 then floor(first * age ^ 2)::integer
                when status = 'PASSED' and luck < 0.1 then floor(first * age)::integer
                when status in ('WARNING', 'NOT_AVAILABLE') then floor(least(first, 30) * age)::integer
                else first end as changed) as turned;
analyze judged;

insert into finding (id, account_id, region, control_id, resource_id, compliance_status, reason, reason_ja, workflow_status,
                     record_state, archive_reason, first_observed_at, status_changed_at, failing_since, last_verdict,
                     suppression_id, assignee, version)
select judged.id, me.id, judged.region, judged.control_id, resource_id::uuid, status,
       case when status = said.compliance_status then said.reason else 'kms:DescribeKey AccessDeniedException' end,
       case when status = said.compliance_status then said.reason_ja end,
       case when hidden is not null then 'SUPPRESSED' when status = 'PASSED' then 'RESOLVED'
            when status = 'FAILED' and care < 0.33 then 'NOTIFIED' else 'NEW' end,
       case when gone is null then 'ACTIVE' else 'ARCHIVED' end, case when gone is not null then 'RESOURCE_GONE' end,
       come.at, turned.at, case when status = 'FAILED' and gone is null then turned.at end,
       case when status in ('WARNING', 'NOT_AVAILABLE') and before is not null then before end,
       rule.id, case when status = 'FAILED' and gone is null and fate < 0.3 then 'person-' || floor(fate * 100)::integer end, 0
from me, judged
join years.mold_finding as said using (number, control_id)
join calendar as come on come.ago = judged.first
join calendar as turned on turned.ago = judged.changed
left join suppression as rule on hidden is not null and rule.match -> 'controlIds' ->> 0 = judged.control_id;

create temporary table moved on commit drop as
select id, number, control_id, first as ago, 'COMPLIANCE_STATUS' as what, null as from_value, coalesce(before, status) as to_value,
       null as username, case when first = years.number('days') - 1 then 'INTO_SIGHT' else 'NEW_RESOURCE' end as cause,
       'NONE' as was, case when coalesce(before, status) in ('PASSED', 'FAILED') then coalesce(before, status) else 'UNKNOWN' end as became,
       null as archived
from judged
union all
select id, number, control_id, changed, 'COMPLIANCE_STATUS', before, status, null,
       case status when 'PASSED' then 'FIXED' when 'FAILED' then 'NEWLY_FAILING' else 'COVERAGE_LOST' end,
       before, counted_as('ACTIVE', status, 'NEW'), null
from judged where before is not null
union all
select id, number, control_id, changed, 'WORKFLOW_STATUS', case status when 'PASSED' then 'NEW' else 'RESOLVED' end,
       case status when 'PASSED' then 'RESOLVED' else 'NEW' end, null, null, null, null, null
from judged where before is not null
union all
select id, number, control_id, hidden, 'WORKFLOW_STATUS', 'NEW', 'SUPPRESSED', 'admin', 'SUPPRESSED', 'FAILED', 'SUPPRESSED', null
from judged where hidden is not null
union all
select id, number, control_id, floor(changed * fate)::integer, 'WORKFLOW_STATUS', 'NEW', 'NOTIFIED', 'admin', null, null, null, null
from judged where status = 'FAILED' and gone is null and care >= 0.08 and care < 0.33
union all
select id, number, control_id, floor(changed * fate)::integer, 'ASSIGNEE', null, 'person-' || floor(fate * 100)::integer, 'admin',
       null, null, null, null
from judged where status = 'FAILED' and gone is null and fate < 0.3
union all
select id, number, control_id, gone, 'RECORD_STATE', 'ACTIVE', 'ARCHIVED', null, 'GONE_RESOURCE',
       counted_as('ACTIVE', status, 'NEW'), 'NONE', 'RESOURCE_GONE'
from judged where gone is not null;

insert into transition (finding_id, account_id, control_id, at, what, from_value, to_value, reason, reason_ja, scan_id,
                        username, archive_reason, cause, was, became)
select moved.id, me.id, control_id, at, what, from_value, to_value, reason, reason_ja,
       case when username is null then scan_id end, username, archived, cause, was, became
from me, moved
join years.mold_finding as said using (number, control_id)
join calendar using (ago)
order by at;

insert into control_step (account_id, control_id, day, cause, was, became, findings, moments)
select me.id, control_id, day, cause, was, became, count(*), array[at]
from me, moved join calendar using (ago) where cause is not null
group by me.id, control_id, day, at, cause, was, became;

insert into fix_day (account_id, control_id, day, fixes, seconds)
select me.id, control_id, years.day(changed), count(*), sum(first - changed) * 86400
from me, judged where before = 'FAILED' and status = 'PASSED'
group by me.id, control_id, changed;

-- What was overdue: from the day on which its time had run out until it passed, was hidden, or went.
create temporary table late on commit drop as
select control_id, ago, sum(more)::integer as more
from (select control_id, began - years.days_to_fix(severity) as due, ended
      from (select control_id, severity, case when status = 'FAILED' then changed else first end as began,
                   case when status = 'PASSED' then changed else coalesce(hidden, gone, -1) end as ended
            from judged where status = 'FAILED' or before = 'FAILED') as spell) as timed
cross join lateral (values (due, 1), (ended, -1)) as turn (ago, more)
where due > ended and ago >= 0
group by control_id, ago;

create temporary table grid on commit drop as
select control.id as control_id, severity, member, day.ago
from years.control
cross join generate_series(0, years.number('days') - 1) as day (ago)
where control.id in (select control_id from years.mold_check);

create temporary table held on commit drop as
select *, case when failed > 0 then 'FAILED' when unknown > 0 then 'UNKNOWN' when passed = 0 and suppressed > 0 then 'NO_DATA'
               else 'PASSED' end as status,
       (passed, failed) is distinct from lag((passed, failed)) over (partition by control_id order by ago desc) as turned
from (
    select grid.*, sum(coalesce(p, 0)) over past as passed, sum(coalesce(f, 0)) over past as failed,
           sum(coalesce(u, 0)) over past as unknown, sum(coalesce(s, 0)) over past as suppressed,
           sum(coalesce(more, 0)) over past as overdue
    from grid
    left join (
        select control_id, ago,
               (count(*) filter (where became = 'PASSED') - count(*) filter (where was = 'PASSED'))::integer as p,
               (count(*) filter (where became = 'FAILED') - count(*) filter (where was = 'FAILED'))::integer as f,
               (count(*) filter (where became = 'UNKNOWN') - count(*) filter (where was = 'UNKNOWN'))::integer as u,
               (count(*) filter (where became = 'SUPPRESSED') - count(*) filter (where was = 'SUPPRESSED'))::integer as s
        from moved where cause is not null group by control_id, ago) as sums using (control_id, ago)
    left join late using (control_id, ago)
    window past as (partition by control_id order by ago desc)) as added;

insert into control_day (account_id, control_id, day, at, status, passed, failed, unknown, suppressed, coverage, overdue, turned)
select me.id, control_id, day, at, status, passed, failed, unknown, suppressed, 99.5, overdue, turned
from me, held join calendar using (ago);

insert into control_trend (account_id, control_id, at, scan_id, status, passed, failed, unknown, suppressed, coverage, overdue)
select me.id, control_id, at, scan_id, status, passed, failed, unknown, suppressed, 99.5, overdue
from me, held join calendar using (ago) where ago < years.number('points');

create temporary table stood on commit drop as
select ago, count(*) filter (where status = 'PASSED') as passed, count(*) filter (where status = 'FAILED') as failed,
       count(*) filter (where status = 'UNKNOWN') as unknown, sum(passed) as findings_passed, sum(failed) as findings_failed,
       sum(unknown) as findings_unknown, sum(suppressed) as findings_suppressed, sum(overdue) as findings_overdue,
       array[coalesce(sum(failed) filter (where severity = 'CRITICAL'), 0)::bigint,
             coalesce(sum(failed) filter (where severity = 'HIGH'), 0)::bigint,
             coalesce(sum(failed) filter (where severity = 'MEDIUM'), 0)::bigint,
             coalesce(sum(failed) filter (where severity = 'LOW'), 0)::bigint,
             coalesce(sum(failed) filter (where severity = 'INFORMATIONAL'), 0)::bigint] as by_severity,
       coalesce(bit_or(mask) filter (where status = 'PASSED'), B'0'::bit(1024)) as bits_passed,
       coalesce(bit_or(mask) filter (where status = 'FAILED'), B'0'::bit(1024)) as bits_failed,
       coalesce(bit_or(mask) filter (where status = 'UNKNOWN'), B'0'::bit(1024)) as bits_unknown
from held join control_bit using (control_id)
where member group by ago;

insert into standard_trend (account_id, standard_id, at, scan_id, passed, failed, unknown, no_data, disabled, coverage,
                            findings_passed, findings_failed, findings_unknown, findings_suppressed, findings_overdue,
                            failing_by_severity)
select me.id, 'fsbp', at, scan_id, passed, failed, unknown,
       years.members() - passed - failed - unknown, 0, 99.5,
       findings_passed, findings_failed, findings_unknown, findings_suppressed, findings_overdue, by_severity
from me, stood join calendar using (ago);

insert into standard_day (account_id, standard_id, day, at, passed, failed, unknown, no_data, disabled, coverage,
                          findings_passed, findings_failed, findings_unknown, findings_suppressed, findings_overdue,
                          failing_by_severity, controls_passed, controls_failed, controls_unknown)
select me.id, 'fsbp', day, at, passed, failed, unknown,
       years.members() - passed - failed - unknown, 0, 99.5,
       findings_passed, findings_failed, findings_unknown, findings_suppressed, findings_overdue,
       by_severity, bits_passed, bits_failed, bits_unknown
from me, stood join calendar using (ago);

insert into evaluation (account_id, region, control_id, resource_type, scan_id, at, since, complete)
select me.id, region, control_id, resource_type, years.scan(me.id, 0), years.at(me.n, 0), years.at(me.n, days - 1), random() > 0.005
from me, years.mold_check, unnest(case when global then array['global'] else years.regions() end) as region;

insert into listing (account_id, region, type, scan_id, at, fields)
select me.id, region, type, years.scan(me.id, 0), years.at(me.n, 0), fields
from me, years.mold_listing, unnest(case when global then array['global'] else years.regions() end) as region;

insert into scan (id, account_id, trigger, schedule_id, state, queued_at, admitted_at, started_at, finished_at)
select years.scan(me.id, ago), me.id, 'SCHEDULE', md5('nightly')::uuid, 'COMPLETED', years.at(me.n, ago) - interval '9 minutes',
       years.at(me.n, ago) - interval '9 minutes', years.at(me.n, ago) - interval '8 minutes', years.at(me.n, ago)
from me, generate_series(0, days - 1) as ago;

insert into scan_unit (scan_id, region, state, attempts, started_at, finished_at)
select years.scan(me.id, ago), region, 'DONE', 1, years.at(me.n, ago) - interval '8 minutes', years.at(me.n, ago)
from me, generate_series(0, years.number('coverage') - 1) as ago, unnest(years.regions() || array['global']) as region;

insert into coverage (scan_id, region, service, state, resources, evaluations, opened, closed, calls, gaps, started_at,
                      finished_at, checks, complete_checks)
select years.scan(me.id, ago), region, service, 'COMPLETE', resources, evaluations, 0, 0, calls, '[]',
       years.at(me.n, ago) - interval '8 minutes', years.at(me.n, ago), checks, checks
from me, years.mold_coverage, generate_series(0, years.number('coverage') - 1) as ago,
     unnest(case when global then array['global'] else years.regions() end) as region;

insert into schedule_start (schedule_id, due_at, account_id, start_at, outcome, scan_id)
select md5('nightly')::uuid, years.at(0, ago), me.id, years.at(0, ago), 'STARTED', years.scan(me.id, ago)
from me, generate_series(0, least(days, 50) - 1) as ago;
