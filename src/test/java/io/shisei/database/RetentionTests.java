package io.shisei.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.test.DatabaseTest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

@DatabaseTest
class RetentionTests {

    private static final Series SERIES = new Series("event");

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void threeMonthsOfHistory() {
        jdbc.sql("create table event (at timestamptz) partition by range (at)").update();
        List.of("2026-01-31T23:59:59Z", "2026-02-01T00:00:00Z", "2026-03-15T00:00:00Z")
                .forEach(this::happened);
    }

    @Test
    void dropsMonthsThatEndedBefore() {
        assertThat(retention("2026-04-01T00:00:00Z", Period.ofMonths(1)).drop()).isEqualTo(2);
        assertThat(kept()).containsExactly("2026-03-15T00:00:00Z");
    }

    @Test
    void keepsAMonthUntilAllOfItIsOldEnough() {
        retention("2026-03-31T23:59:59Z", Period.ofMonths(1)).drop();
        assertThat(kept()).containsExactly("2026-02-01T00:00:00Z", "2026-03-15T00:00:00Z");
    }

    @Test
    void keepsEachKindForATimeOfItsOwn() {
        var settings =
                settings().withProperty("shisei.retention", "P1M").withProperty("shisei.retention.documents", "P2M");
        var now = "2026-04-01T00:00:00Z";
        assertThat(retention(now, settings).kept()).singleElement().satisfies(events -> {
            assertThat(events.kept()).isEqualTo(Period.ofMonths(2));
            assertThat(events.since()).isEqualTo("2026-01-01");
            assertThat(events.bytes()).isPositive();
        });
        assertThat(retention(now, settings).drop()).isEqualTo(1);
        settings.setProperty("shisei.retention.scans", "P0D");
        assertThatThrownBy(() -> retention(now, settings)).hasMessageContaining("shisei.retention.scans");
    }

    @Test
    void whatWasDroppedDoesNotComeBackWhereMoreIsToBeKept() {
        var now = "2026-04-01T00:00:00Z";
        assertThat(since(retention(now, Period.ofMonths(1)))).isEqualTo("2026-03-01");
        retention(now, Period.ofMonths(1)).drop();
        assertThat(since(retention(now, Period.ofYears(1)))).isEqualTo("2026-03-01");
        retention(now, Period.ofYears(1)).drop();
        assertThat(since(retention(now, Period.ofDays(3)))).isEqualTo("2026-03-29");
        assertThat(since(retention("2027-04-01T00:00:00Z", Period.ofYears(1)))).isEqualTo("2026-04-01");
    }

    private static LocalDate since(Retention retention) {
        retention.remember();
        return retention.keptSince(HistoryKind.DOCUMENTS);
    }

    @Test
    void keepsForEverWhatIsKeptForLongerThanAnybodyCounts() {
        for (var period : List.of("P9999Y", "P2147483647M", "P2147483647Y", "P2147483647D")) {
            var retention = retention("2026-04-01T00:00:00Z", settings().withProperty("shisei.retention", period));
            assertThat(retention.drop()).as(period).isZero();
            assertThat(retention.keptSince(HistoryKind.SCANS)).as(period).isEqualTo("1026-04-01");
            assertThat(retention.kept()).as(period).hasSize(1);
        }
    }

    @Test
    void foretellsBySizeOfTheLastWholeMonths() {
        var months = List.of(
                new History.Month(LocalDate.of(2026, 1, 1), 77),
                new History.Month(LocalDate.of(2026, 2, 1), 280),
                new History.Month(LocalDate.of(2026, 3, 1), 310),
                new History.Month(LocalDate.of(2026, 4, 1), 5));
        assertThat(forecast(months, "2026-04-10")).isEqualTo(3650);
        assertThat(forecast(months.subList(0, 2), "2026-02-10")).isNull();
        assertThat(forecast(months.subList(0, 1), "2026-02-10")).isNull();
        assertThat(forecast(List.of(), "2026-02-10")).isNull();
    }

    @Test
    void foretellsByAMonthOfWhichAllIsKeptWhereTheOnesBeforeWereDropped() {
        var months = List.of(
                new History.Month(LocalDate.of(2026, 1, 1), 3), // what explains findings
                new History.Month(LocalDate.of(2026, 3, 1), 310),
                new History.Month(LocalDate.of(2026, 4, 1), 5));
        assertThat(forecast(months, "2026-03-10", "2026-04-10")).isEqualTo(3650);
        assertThat(forecast(months.subList(1, 3), null, "2026-04-10")).isNull();
    }

    private static @Nullable Long forecast(List<History.Month> months, String today) {
        return forecast(months, null, today);
    }

    private static @Nullable Long forecast(List<History.Month> months, @Nullable String cut, String today) {
        return KeptHistory.of(
                        HistoryKind.SCANS,
                        Period.ofYears(1),
                        months,
                        cut == null ? null : LocalDate.parse(cut),
                        LocalDate.parse(today))
                .forecast();
    }

    private static MockEnvironment settings() {
        var settings = new MockEnvironment();
        settings.setConversionService(new ApplicationConversionService());
        return settings;
    }

    private Retention retention(String now, Period kept) {
        return retention(now, settings().withProperty("shisei.retention", kept.toString()));
    }

    private Retention retention(String now, MockEnvironment settings) {
        return new Retention(
                List.of(new Events(jdbc)), settings, jdbc, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private record Events(JdbcClient jdbc) implements History {
        @Override
        public HistoryKind kind() {
            return HistoryKind.DOCUMENTS;
        }

        @Override
        public List<Month> months() {
            return SERIES.months(jdbc);
        }

        @Override
        public int dropBefore(Instant before) {
            return SERIES.dropBefore(jdbc, before);
        }
    }

    private List<String> kept() {
        return jdbc.sql("select at from event order by at")
                .query((row, number) -> row.getTimestamp(1).toInstant().toString())
                .list();
    }

    private void happened(String at) {
        SERIES.ensureMonth(jdbc, Instant.parse(at));
        jdbc.sql("insert into event values (:at)")
                .param("at", Instant.parse(at).atOffset(ZoneOffset.UTC))
                .update();
    }
}
