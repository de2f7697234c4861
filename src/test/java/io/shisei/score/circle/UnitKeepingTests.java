package io.shisei.score.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import io.shisei.account.AccountLeaving;
import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.account.Ou;
import io.shisei.account.UnitPasts;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Standard;
import io.shisei.control.Text;
import io.shisei.database.Series;
import io.shisei.finding.sum.RepairSum;
import io.shisei.finding.sum.RepairSums;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import io.shisei.test.RowsRead;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** What is kept of a unit is what its accounts add up to, on all days and after all that may happen to them. */
@DatabaseTest
@Import({Accounts.class, UnitPasts.class, UnitKeeping.class, RepairSums.class, CircleParts.class})
class UnitKeepingTests {

    private static final Ou TEAM = new Ou("/plants/north");
    private static final Ou PLANTS = new Ou("/plants");
    private static final List<String> MEMBERS = List.of("111111111111", "222222222222", "333333333333");
    private static final String STRANGER = "444444444444";
    private static final List<String> ALL =
            Stream.concat(MEMBERS.stream(), Stream.of(STRANGER)).toList();
    private static final Set<String> CONTROLS = Set.of("S3.8", "EC2.18", "IAM.6");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 20);
    private static final Instant NOW = Instant.parse("2026-04-10T09:00:00Z");

    private final Random random = new Random(7);

    @Autowired
    Accounts accounts;

    @Autowired
    UnitPasts pasts;

    @Autowired
    UnitKeeping keeping;

    @Autowired
    CircleTrends trends;

    @Autowired
    RepairSums repairs;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Controls controls;

    @MockitoBean
    Clock clock;

    @BeforeEach
    void eightyDaysOfThreeAccounts() {
        var ids = new TreeSet<>(CONTROLS.stream().map(ControlId::new).toList());
        var fsbp = new Standard("fsbp", Text.same("FSBP"), ids, Map.of(), List.of());
        when(controls.standards()).thenReturn(List.of(fsbp));
        when(controls.standard("fsbp")).thenReturn(Optional.of(fsbp));
        when(clock.instant()).thenReturn(NOW);
        for (var account : MEMBERS) {
            Rows.account(jdbc, account);
            move(account, TEAM);
        }
        Rows.account(jdbc, STRANGER);
        for (var table : List.of("standard_day", "standard_step", "fix_day")) {
            for (var day = FIRST; day.isBefore(today()); day = day.plusMonths(1)) {
                new Series(table)
                        .ensureMonth(jdbc, day.atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            new Series(table).ensureMonth(jdbc, NOW);
        }
        for (var account : ALL) {
            for (var day = FIRST.plusDays(random.nextInt(9)); !day.isAfter(today()); day = day.plusDays(1)) {
                if (random.nextInt(3) > 0) { // nobody looked at it on the others
                    fill(account, day);
                }
            }
        }
    }

    @Test
    void isWhatTheAccountsAddUpTo() {
        var added = unit(PLANTS);
        assertThat(added.until()).isNull();
        keepAll();
        var kept = unit(PLANTS);
        assertThat(kept.until()).isEqualTo(today().minusDays(2));
        assertSame(kept, added);
    }

    @Test
    void goesOnWithTheDaysThatHavePassed() {
        when(clock.instant()).thenReturn(NOW.minus(Duration.ofDays(9)));
        keepAll();
        assertThat(unit(TEAM).until()).isEqualTo(today().minusDays(11));
        when(clock.instant()).thenReturn(NOW);
        assertSame(unit(TEAM), Circle.of(TEAM, MEMBERS));
        keepAll();
        assertThat(unit(TEAM).until()).isEqualTo(today().minusDays(2));
        assertSame(unit(TEAM), Circle.of(TEAM, MEMBERS));
    }

    @Test
    void isMadeAnewOfOtherAccounts() {
        keepAll();
        move(STRANGER, PLANTS);
        assertThat(unit(PLANTS).until()).isNull();
        assertSame(unit(PLANTS), Circle.of(PLANTS, ALL));
        keepAll();
        assertThat(unit(PLANTS).until()).isNotNull();
        assertSame(unit(PLANTS), Circle.of(PLANTS, ALL));
    }

    /** It may come back at once, without its past. */
    @Test
    void goesWithAnAccount() {
        keepAll();
        jdbc.sql("delete from standard_day where account_id = '222222222222'").update();
        events.publishEvent(new AccountLeaving("222222222222"));
        assertThat(unit(TEAM).until()).isNull();
        keepAll();
        assertSame(unit(TEAM), Circle.of(TEAM, MEMBERS));
    }

    @Test
    void goesWithAUnitThatHasNoAccounts() {
        keepAll();
        MEMBERS.forEach(account -> move(account, new Ou("/elsewhere")));
        keepAll();
        assertThat(pasts.units()).containsExactly(Ou.ROOT, new Ou("/elsewhere"));
        assertThat(jdbc.sql("select distinct ou from unit_day order by ou")
                        .query(String.class)
                        .list())
                .containsExactly("/", "/elsewhere");
    }

    @Test
    void isReadInsteadOfTheAccounts() {
        keepAll();
        var unit = unit(TEAM);
        for (var table : List.of("standard_day", "standard_step", "fix_day")) {
            RowsRead.asIfThereWereMany(jdbc, table);
            assertThat(RowsRead.of(jdbc, table, () -> read(unit, FIRST)))
                    .as(table)
                    .isLessThan(60); // of some hundred
        }
    }

    private record Read(StandardHistory history, Map<ControlId, RepairSum> repairs) {}

    /** Whatever the day that a period begins with. */
    private void assertSame(Circle kept, Circle added) {
        var ofNothingKept = new Circle(added.ou(), added.accounts(), added.others(), null);
        for (var from = FIRST.minusDays(3); from.isBefore(today()); from = from.plusDays(1 + random.nextInt(5))) {
            assertThat(read(kept, from)).as(from.toString()).isEqualTo(read(ofNothingKept, from));
        }
    }

    private Read read(Circle unit, LocalDate from) {
        return new Read(
                trends.history("fsbp", unit, from.atTime(11, 0).toInstant(ZoneOffset.UTC), NOW, List.of(1, 7, 30)),
                repairs.byControl(unit, from, today()));
    }

    private Circle unit(Ou ou) {
        return accounts.circle(ou);
    }

    private void keepAll() {
        keeping.units().forEach(keeping::keep);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    }

    private void move(String account, Ou ou) {
        jdbc.sql("update account set ou = :ou where id = :account")
                .param("ou", ou.path())
                .param("account", account)
                .update();
    }

    private void fill(String account, LocalDate day) {
        jdbc.sql("""
                        insert into standard_day
                        values (:account, 'fsbp', :day, :at, 0, 0, 0, 0, :n % 2, :n, :n + 1, 0, :n % 3, 90 + :n, :n, 0,
                                array[:n, 1, 2, 0, 0]::bigint[], set_bit(B'0'::bit(1024), :n % 3, 1),
                                set_bit(B'0'::bit(1024), :n % 4 % 3, 1), set_bit(B'0'::bit(1024), :n % 5 % 3, 1))
                        """)
                .param("account", account)
                .param("day", day)
                .param("at", day.atTime(random.nextInt(24), 1).atOffset(ZoneOffset.UTC))
                .param("n", random.nextInt(9))
                .update();
        jdbc.sql("insert into standard_step values (:account, 'fsbp', :day, :cause, 'FAILED', 'PASSED', :n)")
                .param("account", account)
                .param("day", day)
                .param("cause", random.nextBoolean() ? "FIXED" : "COVERAGE_GAINED")
                .param("n", 1 + random.nextInt(9))
                .update();
        jdbc.sql("insert into fix_day values (:account, :control, :day, :n, :n * 1000)")
                .param("account", account)
                .param("control", random.nextBoolean() ? "S3.8" : "EC2.18")
                .param("day", day)
                .param("n", 1 + random.nextInt(9))
                .update();
    }
}
